package mcda_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/mcda"
)

// Rank-order centroid weights of Barron, Barrett 1996 (Management Science 42),
// table for three and four attributes: the centre of all weightings that keep
// a ranking, which is the mean of the coefficients for d = one priority.
func TestRankedCentroids(t *testing.T) {
	t.Parallel()
	for _, table := range [][]float64{{0.6111, 0.2778, 0.1111}, {0.5208, 0.2708, 0.1458, 0.0625}} {
		w := make([]float64, len(table))
		for p := range w {
			w[p] = float64(10 - p)
		}
		for p, want := range table {
			d := make([]float64, len(table))
			d[p] = 1
			sum := 0.0
			for _, c := range ranked(t, d, w) {
				sum += c
			}
			require.InDelta(t, want, sum/float64(len(table)), 0.00005)
		}
	}
}

func TestRankedByHand(t *testing.T) {
	t.Parallel()
	// w1 >= w2: the first priority always wins.
	require.Equal(t, []float64{1, 0}, ranked(t, []float64{1, -1}, []float64{5, 2}))
	// One rank: only its mean is left, each priority counted once.
	require.Equal(t, []float64{2.0 / 3}, ranked(t, []float64{1, -1, 2}, []float64{4, 4, 4}))
	// A rank of two above a rank of one.
	require.Equal(t, []float64{1.5, 0}, ranked(t, []float64{1, 2, -3}, []float64{4, 4, 1}))
	// A tie but for rounding is a tie, whatever the scale.
	for _, scale := range []float64{1, 1e-200, 1e200} {
		require.Equal(t, []float64{0}, ranked(t, []float64{-0.4999999999999999 * scale, 0.5 * scale}, []float64{1, 1}))
		require.Zero(t, ranked(t, []float64{0.5 * scale, -0.4999999999999999 * scale, 0.3 * scale}, []float64{3, 2, 1})[1])
	}
	// Weight 0 is left out; nothing stated leaves nothing.
	require.Equal(t, []float64{1}, ranked(t, []float64{1, -9}, []float64{4, 0}))
	require.Empty(t, ranked(t, []float64{1, -9}, []float64{0, 0}))
	// Sums beyond what there is have means that are not.
	const huge = math.MaxFloat64
	require.Equal(t, []float64{huge, huge, huge / 2}, ranked(t, []float64{huge, huge, -huge / 2}, []float64{3, 2, 1}))
	require.Equal(t, []float64{-huge, -huge, -huge / 2}, ranked(t, []float64{-huge, -huge, huge / 2}, []float64{3, 2, 1}))
	for n := range 40 {
		for _, x := range ranked(t, slice(n, huge), slice(n, 1)) {
			require.InEpsilon(t, huge, x, 1e-15)
		}
	}
}

func ranked(t require.TestingT, d, w []float64) []float64 {
	out, err := mcda.Ranked(d, w)
	require.NoError(t, err)
	return out
}

func TestRankedRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		d, w []float64
		want error
	}{
		{[]float64{1}, []float64{1, 2}, mcda.ErrLength},
		{[]float64{1, 2}, []float64{1}, mcda.ErrLength},
		{[]float64{1, 2}, []float64{1, -2}, mcda.ErrOutOfRange},
		{[]float64{1, 2}, []float64{1, math.NaN()}, mcda.ErrNotFinite},
		{[]float64{1, math.Inf(1)}, []float64{1, 2}, mcda.ErrNotFinite},
	} {
		out, err := mcda.Ranked(c.d, c.w)
		require.ErrorIs(t, err, c.want, "%v", c)
		require.Nil(t, out)
	}
}

func FuzzRanked(f *testing.F) {
	for _, list := range hard() {
		f.Add(bytesOf(list...), bytesOf(list...))
		f.Add(bytesOf(list...), bytesOf(slice(len(list), 1)...))
	}
	f.Fuzz(func(t *testing.T, d, w []byte) {
		out, err := mcda.Ranked(numbers(d), numbers(w))
		if err != nil {
			require.Nil(t, out)
			return
		}
		require.LessOrEqual(t, len(out), len(numbers(d)))
		for _, x := range out {
			requireIn(t, x, nil, -math.MaxFloat64, math.MaxFloat64)
		}
	})
}

// Random weightings that keep the ranking are made by throwing away all
// others, which knows nothing of corners and means.
func TestRankedAgainstSampling(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 8))
	n := samples()
	for _, c := range cases() {
		exact := share(t, ranked(t, c.d, c.w), nil)
		if math.IsNaN(exact) {
			continue
		}
		w := make([]float64, len(c.w))
		hits := 0
		for range n {
			keeping(r, w, c.w)
			if dot(w, c.d) > 0 {
				hits++
			}
		}
		requireNear(t, exact, hits, n, c)
	}
}

// keeping draws a weighting with the ranking of w: the mass of each rank is
// uniform, then spread evenly over its priorities, until the ranks stand right.
func keeping(r *rand.Rand, out, w []float64) {
	var size, level [4]float64 // weights are 0, 1, 2 and 3
	for _, x := range w {
		size[int(x)]++
	}
	for right := false; !right; {
		last := 0.0
		right = true
		for x := 1; x < len(level); x++ {
			if size[x] > 0 {
				level[x] = r.ExpFloat64() / size[x]
				right = right && level[x] >= last
				last = level[x]
			}
		}
	}
	for p, x := range w {
		out[p] = level[int(x)]
	}
}
