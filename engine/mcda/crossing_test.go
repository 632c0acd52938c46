package mcda_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/mcda"
)

func TestCrossing(t *testing.T) {
	t.Parallel()
	v, ok := mcda.Crossing(6, -2)
	require.True(t, ok)
	require.InDelta(t, 3, v, 0)
	v, ok = mcda.Crossing(-6, 2)
	require.True(t, ok)
	require.InDelta(t, 3, v, 0)
	for _, none := range [][2]float64{{6, 2}, {-6, -2}, {0, 1}, {1, 0}, {0, 0}} {
		_, ok := mcda.Crossing(none[0], none[1])
		require.False(t, ok, "%v", none)
	}
}
