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
	a := []int{1, 2, 1}
	d := dirichlet(t, a, 1)
	a[0] = 1 << 40 // the parameters are those at the time
	require.Equal(t, []float64{0.3967120887245983, 0.1698494863230735, 0.4334384249523282}, d.Next())
}

func TestDirichletDrawsAreWeightings(t *testing.T) {
	t.Parallel()
	for _, a := range [][]int{{1}, {5}, {1, 1}, {1, 2, 3, 40}, {1, mcda.MaxParameterSum - 1}} {
		d := dirichlet(t, a, 7)
		for range 100 {
			requireWeighting(t, d.Next(), len(a))
		}
	}
}

func dirichlet(t require.TestingT, a []int, seed uint64) *mcda.Dirichlet {
	d, err := mcda.NewDirichlet(a, seed)
	require.NoError(t, err)
	return d
}

func requireWeighting(t *testing.T, w []float64, n int) {
	t.Helper()
	require.Len(t, w, n)
	sum := 0.0
	for _, x := range w {
		require.GreaterOrEqual(t, x, 0.0)
		sum += x
	}
	require.InDelta(t, 1, sum, 1e-12)
}

func TestDirichletRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		want error
		of   [][]int
	}{
		{mcda.ErrTooFew, [][]int{nil, {}}},
		{mcda.ErrOutOfRange, [][]int{{0}, {-1}, {1, math.MinInt, 1}}},
		{mcda.ErrTooLarge, [][]int{{math.MaxInt}, {1, math.MaxInt, math.MaxInt}, {mcda.MaxParameterSum, 1}}},
	} {
		for _, a := range c.of {
			d, err := mcda.NewDirichlet(a, 1)
			require.ErrorIs(t, err, c.want, "%v", a)
			require.Nil(t, d)
		}
	}
}

// A source that was not made draws nothing.
func TestDirichletNotMade(t *testing.T) {
	t.Parallel()
	require.Empty(t, new(mcda.Dirichlet).Next())
}

func FuzzDirichlet(f *testing.F) {
	f.Add(1, 2, 3, uint64(7))
	f.Add(0, math.MaxInt, math.MinInt, uint64(0))
	f.Fuzz(func(t *testing.T, a, b, c int, seed uint64) {
		d, err := mcda.NewDirichlet([]int{a, b, c}, seed)
		if err != nil {
			require.Nil(t, d)
			return
		}
		for range 3 {
			requireWeighting(t, d.Next(), 3)
		}
	})
}

// Means a/A and variances a(A-a)/(A²(A+1)) are those of the distribution.
func TestDirichletMoments(t *testing.T) {
	t.Parallel()
	a := []int{1, 2, 1, 5, 12}
	const total, n = 21.0, 50_000
	d := dirichlet(t, a, 11)
	sum, square := make([]float64, len(a)), make([]float64, len(a))
	for range n {
		for p, x := range d.Next() {
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
		exact := share(t, c.d, c.a)
		if math.IsNaN(exact) {
			continue
		}
		d := dirichlet(t, c.a, uint64(i))
		hits := 0
		for range n {
			if dot(d.Next(), c.d) > 0 {
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
		d := dirichlet(b, a, 1)
		b.Run("n=17,"+name, func(b *testing.B) {
			for b.Loop() {
				d.Next()
			}
		})
	}
}
