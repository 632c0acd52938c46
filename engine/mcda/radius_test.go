package mcda_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/mcda"
)

func TestRadiusByHand(t *testing.T) {
	t.Parallel()
	require.InDelta(t, 1.0/3, mcda.Radius([]float64{4, 2}, []float64{1, -1}), 1e-15)
	require.InDelta(t, 1.0, mcda.Radius([]float64{4, 2}, []float64{1, 0}), 0)
	require.InDelta(t, 0.0, mcda.Radius([]float64{1, 2}, []float64{1, -1}), 0)
	require.True(t, math.IsNaN(mcda.Radius([]float64{0, 2}, []float64{1, 0})))
}

// The worst change inside the radius is one of its corners: there the sum is
// still not negative, and a little further out it is.
func TestRadiusIsTight(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(9, 10))
	for _, c := range cases() {
		w := make([]float64, len(c.d))
		for p := range w {
			w[p] = r.Float64()
		}
		x := mcda.Radius(w, c.d)
		if math.IsNaN(x) || x == 0 || x == 1 {
			continue
		}
		at := func(x float64) float64 {
			moved := make([]float64, len(w))
			for p := range w {
				moved[p] = w[p] * (1 - math.Copysign(x, c.d[p]))
			}
			return dot(moved, c.d)
		}
		require.InDelta(t, 0, at(x), 1e-12, "%v", c)
		require.Negative(t, at(x+1e-6), "%v", c)
	}
}
