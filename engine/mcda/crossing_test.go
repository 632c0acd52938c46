package mcda_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/mcda"
)

func TestCrossing(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]float64{
		{6, -2, 3}, {-6, 2, 3}, {1e308, -1e308, 1}, {math.MaxFloat64, -1, math.MaxFloat64}, {-5e-324, 5e-324, 1}, {1e-300, -1e-300, 1},
	} {
		v, err := mcda.Crossing(c[0], c[1])
		require.NoError(t, err)
		require.InDelta(t, c[2], v, 0)
	}
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		want  error
		cases [][2]float64
	}{
		{mcda.ErrNoCrossing, [][2]float64{{6, 2}, {-6, -2}, {0, 1}, {1, 0}, {0, 0}, {1e308, 1e-308}, {0.5, 2}, {2, 0.5}}},
		{mcda.ErrOutOfRange, [][2]float64{{1e308, -1e-308}, {-5e-324, 2}}},
		{mcda.ErrNotFinite, [][2]float64{{inf, -1}, {1, -inf}, {inf, -inf}, {nan, 1}, {1, nan}, {0, inf}}},
	} {
		for _, x := range c.cases {
			_, err := mcda.Crossing(x[0], x[1])
			require.ErrorIs(t, err, c.want, "%v", x)
		}
	}
}

func FuzzCrossing(f *testing.F) {
	f.Add(6.0, -2.0)
	f.Add(1e308, -1e-308)
	f.Add(math.NaN(), math.Inf(1))
	f.Fuzz(func(t *testing.T, rest, slope float64) {
		v, err := mcda.Crossing(rest, slope)
		if err != nil {
			require.Zero(t, v)
			return
		}
		require.Positive(t, v)
		require.LessOrEqual(t, v, math.MaxFloat64)
		require.NotEqual(t, rest > 0, slope > 0)
	})
}
