package exact

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNormalCDF(t *testing.T) {
	for x := -9.0; x <= 9; x += 0.0137 {
		require.InDelta(t, math.Erfc(-x/math.Sqrt2)/2, NormalCDF(x), 1e-6, x)
		require.GreaterOrEqual(t, NormalCDF(x+0.001), NormalCDF(x), x)
		require.InDelta(t, 1, NormalCDF(x)+NormalCDF(-x), 1e-15, x)
	}
	require.Equal(t, 0.5, NormalCDF(0))
	require.Equal(t, 1.0, NormalCDF(math.Inf(1)))
	require.Equal(t, 0.0, NormalCDF(math.Inf(-1)))
	require.True(t, math.IsNaN(NormalCDF(math.NaN())))
}
