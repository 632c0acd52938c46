package mcda_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/mcda"
)

func ranks(t require.TestingT, values []float64, tolerance float64) []float64 {
	out, err := mcda.Ranks(values, tolerance)
	require.NoError(t, err)
	return out
}

func TestRanksByHand(t *testing.T) {
	t.Parallel()
	const huge = math.MaxFloat64
	for _, c := range []struct {
		values    []float64
		tolerance float64
		want      []float64
	}{
		{nil, 0, []float64{}},
		{[]float64{7}, 0, []float64{1}},
		{[]float64{0.2, 0.9, 0.5}, 0, []float64{3, 1, 2}},
		{[]float64{0.5, 0.9, 0.5, 0.1}, 0, []float64{2.5, 1, 2.5, 4}},
		{[]float64{3, 3, 3}, 0, []float64{2, 2, 2}},
		{[]float64{10, 9, 8, 7, 6}, 1, []float64{1.5, 1.5, 3.5, 3.5, 5}}, // no chain
		{[]float64{10, 9, 8, 7, 6}, 2, []float64{2, 2, 2, 4.5, 4.5}},
		{[]float64{huge, -huge}, huge, []float64{1, 2}}, // their difference is beyond any tolerance
		{[]float64{math.Copysign(0, -1), 0}, 0, []float64{1.5, 1.5}},
	} {
		require.Equal(t, c.want, ranks(t, c.values, c.tolerance), "%v", c)
	}
	for _, c := range []struct {
		values    []float64
		tolerance float64
		want      error
	}{
		{[]float64{1, math.NaN()}, 0, mcda.ErrNotFinite},
		{[]float64{math.Inf(1)}, 0, mcda.ErrNotFinite},
		{[]float64{1}, math.NaN(), mcda.ErrNotFinite},
		{[]float64{1}, math.Inf(1), mcda.ErrNotFinite},
		{[]float64{1}, -1e-9, mcda.ErrOutOfRange},
	} {
		out, err := mcda.Ranks(c.values, c.tolerance)
		require.ErrorIs(t, err, c.want, "%v", c)
		require.Nil(t, out)
	}
}

func TestKendallWByHand(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		ranks [][]float64
		want  float64
	}{
		{"all alike", [][]float64{{1, 2, 3}, {1, 2, 3}, {1, 2, 3}}, 1},
		{"all alike, with ties", [][]float64{{1.5, 1.5, 3, 4}, {1.5, 1.5, 3, 4}}, 1},
		{"two that are opposite", [][]float64{{1, 2, 3}, {3, 2, 1}}, 0},
		{"a circle", [][]float64{{1, 2, 3}, {2, 3, 1}, {3, 1, 2}}, 0},
		// Sums 4, 6, 8, 12 around 7.5: S = 35.
		{"three of four", [][]float64{{1, 2, 3, 4}, {1, 3, 2, 4}, {2, 1, 3, 4}}, 12 * 35.0 / (9 * 60)},
		// Sums 3.5, 3.5, 5 around 4: S = 1.5, and t³ - t is 6 and 24.
		{"ties", [][]float64{{1.5, 1.5, 3}, {2, 2, 2}}, 12 * 1.5 / (4*24 - 2*(6+24))},
		{"one says nothing", [][]float64{{1, 2, 3}, {2, 2, 2}}, 12 * 2.0 / (4*24 - 2*24)},
	} {
		w, err := mcda.KendallW(c.ranks)
		require.NoError(t, err, c.name)
		require.InDelta(t, c.want, w, 1e-15, c.name)
	}
}

func TestKendallWRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		ranks [][]float64
		want  error
	}{
		{nil, mcda.ErrTooFew},
		{[][]float64{{1, 2}}, mcda.ErrTooFew},
		{[][]float64{{1}, {1}}, mcda.ErrTooFew},
		{[][]float64{nil, nil}, mcda.ErrTooFew},
		{[][]float64{{1, 2}, {1, 2, 3}}, mcda.ErrLength},
		{[][]float64{{1, 2}, {1, math.NaN()}}, mcda.ErrNotFinite},
		{[][]float64{{1, 2}, {1, math.Inf(1)}}, mcda.ErrNotFinite},
		{[][]float64{{1, 2}, {0, 1}}, mcda.ErrNotRanks},
		{[][]float64{{1, 1, 3}, {1, 2, 3}}, mcda.ErrNotRanks}, // the least place, not the mean
		{[][]float64{{0.9, 0.1}, {1, 2}}, mcda.ErrNotRanks},   // values, not ranks
		{[][]float64{{1.5, 1.5}, {1.5, 1.5}}, mcda.ErrTie},
	} {
		w, err := mcda.KendallW(c.ranks)
		require.ErrorIs(t, err, c.want, "%v", c.ranks)
		require.Zero(t, w)
	}
}

// Kendall 1948 writes W with a sum over ties; it is (1 + (m-1) r) / m too, with r
// the mean correlation between two rankings, if no ranking has ties.
func TestKendallWAgainstTextbook(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(19, 20))
	for i := range 200 {
		m, n, ties := 2+i%5, 2+i%9, i%2 == 0
		lists := make([][]float64, m)
		for k := range lists {
			values := make([]float64, n)
			for j := range values {
				if values[j] = r.Float64(); ties {
					values[j] = math.Floor(4 * values[j])
				}
			}
			lists[k] = ranks(t, values, 0)
		}
		w, err := mcda.KendallW(lists)
		if err != nil {
			require.ErrorIs(t, err, mcda.ErrTie)
			continue
		}
		require.InDelta(t, textbookW(lists), w, 1e-12, "%v", lists)
		if !ties {
			require.InDelta(t, (1+float64(m-1)*meanSpearman(lists))/float64(m), w, 1e-12, "%v", lists)
		}
	}
}

func textbookW(lists [][]float64) float64 {
	m, n := float64(len(lists)), float64(len(lists[0]))
	sums, ties := make([]float64, len(lists[0])), 0.0
	for _, list := range lists {
		size := map[float64]float64{}
		for i, r := range list {
			sums[i] += r
			size[r]++
		}
		for _, t := range size {
			ties += t*t*t - t
		}
	}
	s := 0.0
	for _, sum := range sums {
		s += (sum - m*(n+1)/2) * (sum - m*(n+1)/2)
	}
	return 12 * s / (m*m*(n*n*n-n) - m*ties)
}

func meanSpearman(lists [][]float64) float64 {
	n, sum, pairs := float64(len(lists[0])), 0.0, 0.0
	for k, a := range lists {
		for _, b := range lists[:k] {
			square := 0.0
			for i := range a {
				square += (a[i] - b[i]) * (a[i] - b[i])
			}
			sum += 1 - 6*square/(n*n*n-n)
			pairs++
		}
	}
	return sum / pairs
}

func FuzzRanks(f *testing.F) {
	for _, list := range hard() {
		f.Add(bytesOf(list...), 0.0)
		f.Add(bytesOf(list...), 1.5)
	}
	f.Add(bytesOf(1), math.NaN())
	f.Fuzz(func(t *testing.T, data []byte, tolerance float64) {
		if len(data) > 800 {
			return // each is compared with each here, and more values find nothing else
		}
		values := numbers(data)
		out, err := mcda.Ranks(values, tolerance)
		if err != nil {
			require.Nil(t, out)
			return
		}
		n, sum := float64(len(values)), 0.0
		for i, r := range out {
			requireIn(t, r, nil, 1, n)
			sum += r
			for j := range out {
				require.False(t, values[i] > values[j] && r > out[j], "the greater value is behind")
				require.False(t, r == out[j] && math.Abs(values[i]-values[j]) > tolerance, "a tie beyond the tolerance")
			}
		}
		require.InDelta(t, n*(n+1)/2, sum, 0)
	})
}

func FuzzKendallW(f *testing.F) {
	for _, list := range hard() {
		f.Add(bytesOf(list...), bytesOf(list...), false)
		f.Add(bytesOf(list...), bytesOf(1, 2, 3), true)
	}
	f.Fuzz(func(t *testing.T, first, second []byte, ranked bool) {
		lists := [][]float64{numbers(first), numbers(second)}
		for k := range lists {
			if out, err := mcda.Ranks(lists[k], 0); ranked && err == nil {
				lists[k] = out
			}
		}
		w, err := mcda.KendallW(lists)
		requireIn(t, w, err, 0, 1)
	})
}
