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
	const huge, tiny = math.MaxFloat64, math.SmallestNonzeroFloat64
	for _, c := range []struct {
		w, d []float64
		want float64
	}{
		{[]float64{4, 2}, []float64{1, -1}, 1.0 / 3},
		{[]float64{4, 2}, []float64{1, 0}, 1},
		{[]float64{1, 2}, []float64{1, -1}, 0},
		{[]float64{huge, huge / 2}, []float64{huge, -huge}, 1.0 / 3},
		{[]float64{8 * tiny, 4 * tiny}, []float64{tiny, -tiny}, 1.0 / 3},
		{[]float64{huge, tiny}, []float64{0, tiny}, 1}, // the only product, far below any float64
		{[]float64{huge, 2 / huge, 0}, []float64{2 / huge, -huge / 2, huge}, 1.0 / 3},
	} {
		x, err := mcda.Radius(c.w, c.d)
		require.NoError(t, err)
		require.InDelta(t, c.want, x, 1e-15, "%v", c)
	}
	for _, c := range []struct {
		w, d []float64
		want error
	}{
		{nil, nil, mcda.ErrTie},
		{[]float64{0, 2}, []float64{1, 0}, mcda.ErrTie},
		{[]float64{1}, []float64{1, 0}, mcda.ErrLength},
		{[]float64{1, -1}, []float64{1, 0}, mcda.ErrOutOfRange},
		{[]float64{1, math.Inf(1)}, []float64{1, 0}, mcda.ErrNotFinite},
		{[]float64{1, 1}, []float64{1, math.NaN()}, mcda.ErrNotFinite},
	} {
		_, err := mcda.Radius(c.w, c.d)
		require.ErrorIs(t, err, c.want, "%v", c)
	}
}

func FuzzRadius(f *testing.F) {
	for _, list := range hard() {
		f.Add(bytesOf(list...), bytesOf(list...))
		f.Add(bytesOf(1, 2), bytesOf(list...))
	}
	f.Fuzz(func(t *testing.T, w, d []byte) {
		x, err := mcda.Radius(numbers(w), numbers(d))
		requireIn(t, x, err, 0, 1)
	})
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
		x, err := mcda.Radius(w, c.d)
		if err != nil || x == 0 || x == 1 {
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
