package mcda_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/mcda"
)

// The first numbers are written down, so that a platform on which they differ
// is found out.
func TestDirichletIsTheSameEverywhere(t *testing.T) {
	t.Parallel()
	d := mcda.NewDirichlet([]int{1, 2, 1}, 1)
	w := make([]float64, 3)
	d.Next(w)
	require.Equal(t, []float64{0.3967120887245983, 0.1698494863230735, 0.4334384249523282}, w)
}

func TestDirichletDrawsAreWeightings(t *testing.T) {
	t.Parallel()
	for _, a := range [][]int{nil, {1}, {5}, {1, 1}, {1, 2, 3, 40}} {
		d := mcda.NewDirichlet(a, 7)
		w := make([]float64, len(a))
		for range 100 {
			d.Next(w)
			sum := 0.0
			for _, x := range w {
				require.GreaterOrEqual(t, x, 0.0)
				sum += x
			}
			if len(a) > 0 {
				require.InDelta(t, 1, sum, 1e-12)
			}
		}
	}
}

// Means a/A and variances a(A-a)/(A²(A+1)) are those of the distribution.
func TestDirichletMoments(t *testing.T) {
	t.Parallel()
	a := []int{1, 2, 1, 5, 12}
	const total, n = 21.0, 50_000
	d := mcda.NewDirichlet(a, 11)
	w, sum, square := make([]float64, len(a)), make([]float64, len(a)), make([]float64, len(a))
	for range n {
		d.Next(w)
		for p, x := range w {
			sum[p] += x
			square[p] += x * x
		}
	}
	for p := range a {
		mean := float64(a[p]) / total
		variance := mean * (1 - mean) / (total + 1)
		require.InDelta(t, mean, sum[p]/n, 4*math.Sqrt(variance/n))
		require.InDelta(t, variance, square[p]/n-sum[p]*sum[p]/(n*n), 0.03*variance)
	}
}

// Exact shares and draws are two ways to one number.
func TestDirichletAgainstShare(t *testing.T) {
	t.Parallel()
	n := samples()
	for i, c := range cases() {
		exact := mcda.Share(c.d, c.a)
		if math.IsNaN(exact) {
			continue
		}
		d := mcda.NewDirichlet(c.a, uint64(i))
		w, hits := make([]float64, len(c.d)), 0
		for range n {
			d.Next(w)
			if dot(w, c.d) > 0 {
				hits++
			}
		}
		requireNear(t, exact, hits, n, c)
	}
}

func BenchmarkDirichlet(b *testing.B) {
	for name, k := range map[string]int{"k=1": 1, "k=3": 3, "k=10": 10} {
		a := make([]int, 17)
		for p := range a {
			a[p] = k
		}
		d, w := mcda.NewDirichlet(a, 1), make([]float64, len(a))
		b.Run("n=17,"+name, func(b *testing.B) {
			for b.Loop() {
				d.Next(w)
			}
		})
	}
}
