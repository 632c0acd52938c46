package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// Weights are read to nine decimals: one in the last of them counts as any other, and what
// is below counts nothing.
func TestTheSmallestWeightCounts(t *testing.T) {
	t.Parallel()
	e := build(t, testkit.BarePack())
	of := func(w float64) *engine.Recommendation {
		return analyse(t, e, engine.Profile{Weights: map[string]float64{"reach": w}})
	}
	want, got := of(10), of(1e-9)
	require.Equal(t, engine.Stance("open"), got.Stance)
	require.Equal(t, want.Score, got.Score)
	require.Equal(t, want.Options, got.Options)
	require.Equal(t, engine.NoBasis, of(4e-10).Stance)
}
