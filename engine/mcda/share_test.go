package mcda_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/mcda"
)

func TestShareByHand(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		d    []float64
		a    []int
		want float64
	}{
		{"even", []float64{1, -1}, nil, 0.5},
		{"w1 > 1/3", []float64{2, -1}, nil, 2.0 / 3},
		{"w3 < 1/2", []float64{1, 1, -1}, nil, 0.75},
		{"all 20 equal but one", append(slice(19, 1), -1), nil, 1 - math.Pow(0.5, 19)},
		{"always", []float64{1, 0.1, 0}, nil, 1},
		{"never", []float64{-1, 0}, nil, 0},
		{"one priority", []float64{3}, nil, 1},
		{"dust counts as nothing", []float64{1, -1e-13}, nil, 1},
		{"the largest dust too", []float64{1, 1e-12, -1}, nil, 0.5},
		{"more than fits without allocating", []float64{1, -1}, []int{70, 70}, 0.5},
		// The chance that Beta(2, 3) exceeds 1/2 is (1 + 4) / 16.
		{"beta", []float64{1, -1}, []int{2, 3}, 5.0 / 16},
		{"beta with a bystander", []float64{1, 0, -1}, []int{2, 7, 3}, 5.0 / 16},
		{"large numbers", []float64{1.6e308, -0.8e308}, nil, 2.0 / 3},
		{"the largest numbers", []float64{math.MaxFloat64, -math.MaxFloat64}, nil, 0.5},
		{"the smallest numbers", []float64{1e-323, -5e-324}, nil, 2.0 / 3},
		{"the smallest beside the largest", []float64{math.MaxFloat64, -5e-324}, nil, 1},
		{"a little more than dust, of the smallest", []float64{20.7e12 * math.SmallestNonzeroFloat64, -21 * math.SmallestNonzeroFloat64}, nil, 1 - 21/20.7e12},
		{"dust beside small numbers", []float64{1e-310, -5e-324}, nil, 1},
		{"a dead heat of parameters", []float64{1, -1}, []int{mcda.MaxParameterSum / 2, mcda.MaxParameterSum / 2}, 0.5},
	} {
		require.InDelta(t, c.want, share(t, c.d, c.a), 1e-15, c.name)
	}
}

func TestShareRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		d    []float64
		a    []int
		want error
	}{
		{nil, nil, mcda.ErrTie},
		{[]float64{}, []int{}, mcda.ErrTie},
		{[]float64{0, math.Copysign(0, -1)}, nil, mcda.ErrTie},
		{[]float64{1, -1}, []int{1}, mcda.ErrLength},
		{[]float64{1, -1}, []int{1, 1, 1}, mcda.ErrLength},
		{[]float64{1, -1}, []int{1, 0}, mcda.ErrOutOfRange},
		{[]float64{1, -1}, []int{1, math.MaxInt}, mcda.ErrTooLarge},
		{[]float64{1, -1}, []int{mcda.MaxParameterSum, 1}, mcda.ErrTooLarge},
		{slice(mcda.MaxParameterSum+1, 1), nil, mcda.ErrTooLarge},
		{[]float64{1, math.NaN()}, nil, mcda.ErrNotFinite},
		{[]float64{math.Inf(-1), 1}, nil, mcda.ErrNotFinite},
	} {
		x, err := mcda.Share(c.d, c.a)
		require.ErrorIs(t, err, c.want)
		require.Zero(t, x)
	}
	require.InDelta(t, 1, share(t, slice(mcda.MaxParameterSum, 1), nil), 0)
}

func FuzzShare(f *testing.F) {
	for _, list := range hard() {
		f.Add(bytesOf(list...), []byte(nil))
		f.Add(bytesOf(list...), []byte{3, 1, 40})
	}
	f.Fuzz(func(t *testing.T, d, parameters []byte) {
		list := numbers(d)
		var a []int
		for _, n := range parameters {
			a = append(a, int(n)-1)
		}
		x, err := mcda.Share(list, a)
		requireIn(t, x, err, 0, 1)
		if err != nil {
			return
		}
		// Halves are exact, but for the smallest numbers.
		for p := range list {
			list[p] /= -2
		}
		if y, err := mcda.Share(list, a); err == nil && !slices.ContainsFunc(list, isTiny) {
			require.InDelta(t, 1, x+y, 1e-9)
		}
	})
}

func isTiny(x float64) bool { return math.Abs(x) < 1e-300 && x != 0 }

func TestShareAgainstRationalArithmetic(t *testing.T) {
	t.Parallel()
	for _, c := range cases() {
		require.InDelta(t, exactly(c.d), share(t, c.d, nil), 1e-9, "%v", c)
		require.InDelta(t, exactly(repeated(c.d, c.a)), share(t, c.d, c.a), 1e-9, "%v", c)
	}
}

func TestShareAgainstSampling(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	n := samples()
	for _, c := range cases() {
		for _, a := range [][]int{ones(len(c.d)), c.a} {
			hits := 0
			w := make([]float64, len(c.d))
			for range n {
				exponential(r, w, a)
				if dot(w, c.d) > 0 {
					hits++
				}
			}
			if exact := share(t, c.d, a); !math.IsNaN(exact) {
				requireNear(t, exact, hits, n, c)
			}
		}
	}
}

// The two options of a pair share what there is, and no order, no scale and
// no bystander matters.
func TestShareIsAPart(t *testing.T) {
	t.Parallel()
	for _, c := range cases() {
		exact := share(t, c.d, c.a)
		if math.IsNaN(exact) {
			continue
		}
		require.GreaterOrEqual(t, exact, 0.0)
		require.LessOrEqual(t, exact, 1.0)
		flipped := make([]float64, len(c.d))
		scaled := make([]float64, len(c.d))
		for p, x := range c.d {
			flipped[p], scaled[p] = -x, 3*x
		}
		require.InDelta(t, 1, exact+share(t, flipped, c.a), 1e-12, "%v", c)
		require.InDelta(t, exact, share(t, scaled, c.a), 1e-12, "%v", c)
		require.InDelta(t, exact, share(t, append(c.d, 0), append(c.a, 5)), 1e-12, "%v", c)
	}
}

func BenchmarkShare(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	d := make([]float64, 17)
	for p := range d {
		d[p] = r.NormFloat64()
		if (p%2 == 0) != (d[p] > 0) {
			d[p] = -d[p]
		}
	}
	for _, k := range []int{1, 3, 10} {
		a := make([]int, len(d))
		for p := range a {
			a[p] = k
		}
		b.Run(fmt.Sprintf("n=17,k=%d", k), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := mcda.Share(d, a); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func slice(n int, x float64) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = x
	}
	return out
}

func ones(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = 1
	}
	return out
}
