package mcda_test

import (
	"fmt"
	"math"
	"math/rand/v2"
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
		{"large and small numbers", []float64{2e300, -1e300}, nil, 2.0 / 3},
	} {
		require.InDelta(t, c.want, mcda.Share(c.d, c.a), 1e-15, c.name)
	}
	for _, d := range [][]float64{nil, {}, {0}, {0, 0}} {
		require.True(t, math.IsNaN(mcda.Share(d, nil)), "%v", d)
	}
}

func TestShareAgainstRationalArithmetic(t *testing.T) {
	t.Parallel()
	for _, c := range cases() {
		require.InDelta(t, exactly(c.d), mcda.Share(c.d, nil), 1e-9, "%v", c)
		require.InDelta(t, exactly(repeated(c.d, c.a)), mcda.Share(c.d, c.a), 1e-9, "%v", c)
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
			if exact := mcda.Share(c.d, a); !math.IsNaN(exact) {
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
		share := mcda.Share(c.d, c.a)
		if math.IsNaN(share) {
			continue
		}
		require.GreaterOrEqual(t, share, 0.0)
		require.LessOrEqual(t, share, 1.0)
		flipped := make([]float64, len(c.d))
		scaled := make([]float64, len(c.d))
		for p, x := range c.d {
			flipped[p], scaled[p] = -x, 3*x
		}
		require.InDelta(t, 1, share+mcda.Share(flipped, c.a), 1e-12, "%v", c)
		require.InDelta(t, share, mcda.Share(scaled, c.a), 1e-12, "%v", c)
		require.InDelta(t, share, mcda.Share(append(c.d, 0), append(c.a, 5)), 1e-12, "%v", c)
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
				mcda.Share(d, a)
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
