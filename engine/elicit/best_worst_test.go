package elicit_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// Rezaei (2015, "Best-worst multi-criteria decision-making method", Omega 53):
// choosing a way of transport by load flexibility, accessibility and cost. The
// paper solves its own, non-linear model (0.07, 0.34, 0.59); the linear one of
// 2016 is solved here by hand: the slopes are 8 and 2*5 = 10, so the worst is
// (1 + 3) / (10 - 8) = 2, the best 8*2 + 1 = 17 and accessibility (17 + 1) / 2.
func TestBestWorstTransport(t *testing.T) {
	t.Parallel()
	r, err := elicit.BestWorst(elicit.BestWorstInput{
		Best: "cost", Worst: "load",
		BestOver:  map[string]float64{"load": 8, "access": 2, "cost": 1},
		OverWorst: map[string]float64{"load": 1, "access": 5, "cost": 8},
	})
	require.NoError(t, err)
	sameWithin(t, map[string]float64{"load": 2. / 28, "access": 9. / 28, "cost": 17. / 28}, shares(r.Weights), 1e-12)
	sameWithin(t, map[string]float64{"load": .07, "access": .34, "cost": .59}, shares(r.Weights), .02)
	require.InDelta(t, 1./28, r.Gap, 1e-12)
	// Liang, Brunelli and Rezaei (2020): |2*5 - 8| / (8*8 - 8), table 3.
	require.InDelta(t, 2./56, r.Ratio, 1e-12)
	require.InDelta(t, .1309, *r.Threshold, 1e-12)
	require.Equal(t, "access", r.Reconsider)
}

// Rezaei (2015): buying a car, five criteria.
func TestBestWorstCar(t *testing.T) {
	t.Parallel()
	in := elicit.BestWorstInput{
		Best: "price", Worst: "style",
		BestOver:  map[string]float64{"quality": 2, "comfort": 4, "safety": 2, "style": 8},
		OverWorst: map[string]float64{"quality": 4, "comfort": 4, "safety": 2, "price": 8},
	}
	r, err := elicit.BestWorst(in)
	require.NoError(t, err)
	// By hand: slopes 8, 8, 16, 4; the worst is (5 + 3) / (16 - 4), all times 3.
	sameWithin(t, map[string]float64{
		"price": 17. / 41, "quality": 10. / 41, "safety": 7. / 41, "comfort": 5. / 41, "style": 2. / 41,
	}, shares(r.Weights), 1e-12)
	require.InDelta(t, 3./41, r.Gap, 1e-12)
	require.InDelta(t, 8./56, r.Ratio, 1e-12)
	require.Equal(t, "comfort", r.Reconsider)
	require.InDelta(t, simplex(in), r.Gap, 1e-12)
}

func TestBestWorstRefuses(t *testing.T) {
	t.Parallel()
	type m = map[string]float64
	for name, x := range map[string]struct {
		in   elicit.BestWorstInput
		want []string
	}{
		"nothing":       {elicit.BestWorstInput{}, []string{"AJ310"}},
		"one":           {elicit.BestWorstInput{Best: "a", Worst: "a"}, []string{"AJ318"}},
		"nothing said":  {elicit.BestWorstInput{Best: "a", Worst: "b"}, []string{"AJ320"}},
		"half said":     {elicit.BestWorstInput{Best: "a", Worst: "b", BestOver: m{"b": 2, "c": 2}, OverWorst: m{"d": 1}}, []string{"AJ320", "AJ320"}},
		"outside scale": {elicit.BestWorstInput{Best: "a", Worst: "b", BestOver: m{"b": 10, "c": .5}, OverWorst: m{"c": nan}}, []string{"AJ312", "AJ312", "AJ312"}},
		"contradiction": {elicit.BestWorstInput{Best: "a", Worst: "b", BestOver: m{"b": 5}, OverWorst: m{"a": 4}}, []string{"AJ319"}},
		"itself":        {elicit.BestWorstInput{Best: "a", Worst: "b", BestOver: m{"a": 2, "b": 5}, OverWorst: m{"b": 2}}, []string{"AJ318", "AJ318"}},
	} {
		_, err := elicit.BestWorst(x.in)
		require.Equal(t, x.want, codes(t, err), name)
	}
}

func TestBestWorstOfTwo(t *testing.T) {
	t.Parallel()
	r, err := elicit.BestWorst(elicit.BestWorstInput{Best: "a", Worst: "b", BestOver: map[string]float64{"b": 4}})
	require.NoError(t, err)
	require.Equal(t, elicit.Weights{"a": 10, "b": 2.5}, r.Weights)
	require.Zero(t, r.Gap)
	require.Nil(t, r.Threshold)
}

// The solution meets every constraint with the gap that it reports, and no
// solution has a smaller gap: an exact simplex finds the same one.
func TestBestWorstIsOptimal(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		in := elicit.BestWorstInput{Best: "best", Worst: "worst", BestOver: map[string]float64{}, OverWorst: map[string]float64{}}
		scale := rapid.IntRange(1, 9)
		in.BestOver["worst"] = float64(scale.Draw(t, "times"))
		for _, id := range house[:rapid.IntRange(0, 4).Draw(t, "others")] {
			in.BestOver[id] = float64(scale.Draw(t, "best"))
			in.OverWorst[id] = float64(scale.Draw(t, "worst"))
		}
		r, err := elicit.BestWorst(in)
		require.NoError(t, err)
		w := shares(r.Weights)
		for id, times := range in.BestOver {
			require.LessOrEqual(t, math.Abs(w["best"]-times*w[id]), r.Gap+1e-12)
		}
		for id, times := range in.OverWorst {
			require.LessOrEqual(t, math.Abs(w[id]-times*w["worst"]), r.Gap+1e-12)
		}
		require.InDelta(t, simplex(in), r.Gap, 1e-9)
	})
}

// simplex solves the linear model in another way, as an oracle: scaled to ξ =
// 1, maximise Σw subject to ±(w_B − a·w_j) ≤ 1 and ±(w_j − a·w_W) ≤ 1, w ≥ 0,
// with whole numbers and Bland's rule. Unbounded means that all comparisons
// fit.
func simplex(in elicit.BestWorstInput) float64 {
	column := map[string]int{in.Best: 0, in.Worst: 1}
	for id := range in.BestOver {
		if _, ok := column[id]; !ok {
			column[id] = len(column)
		}
	}
	n := len(column)
	var rows [][]*big.Rat
	add := func(a, b int, times float64) {
		for _, sign := range []float64{1, -1} {
			row := make([]*big.Rat, n+1)
			for i := range row {
				row[i] = new(big.Rat)
			}
			row[a].SetFloat64(sign)
			row[b].SetFloat64(-sign * times)
			row[n].SetInt64(1)
			rows = append(rows, row)
		}
	}
	for id, times := range in.BestOver {
		if id != in.Best {
			add(0, column[id], times)
		}
	}
	for id, times := range in.OverWorst {
		if id != in.Best && id != in.Worst {
			add(column[id], 1, times)
		}
	}
	best, bounded := maximise(rows, n)
	if !bounded {
		return 0
	}
	sum, _ := best.Float64()
	return 1 / sum
}

// maximise runs the simplex method on Σx with rows·x ≤ right-hand side ≥ 0.
func maximise(rows [][]*big.Rat, n int) (*big.Rat, bool) {
	m := len(rows)
	width := n + m + 1
	table := make([][]*big.Rat, m+1)
	for i := range table {
		table[i] = make([]*big.Rat, width)
		for j := range table[i] {
			table[i][j] = new(big.Rat)
		}
		if i == m {
			for j := range n {
				table[i][j].SetInt64(-1)
			}
			continue
		}
		for j := range n {
			table[i][j].Set(rows[i][j])
		}
		table[i][n+i].SetInt64(1)
		table[i][width-1].Set(rows[i][n])
	}
	basis := make([]int, m)
	for i := range basis {
		basis[i] = n + i
	}
	for {
		in := 0
		for in < width-1 && table[m][in].Sign() >= 0 {
			in++
		}
		if in == width-1 {
			return table[m][width-1], true
		}
		out := -1
		var least *big.Rat
		for i := range m {
			if table[i][in].Sign() <= 0 {
				continue
			}
			q := new(big.Rat).Quo(table[i][width-1], table[i][in])
			if out < 0 || q.Cmp(least) < 0 || q.Cmp(least) == 0 && basis[i] < basis[out] {
				out, least = i, q
			}
		}
		if out < 0 {
			return nil, false
		}
		basis[out] = in
		pivot := new(big.Rat).Set(table[out][in])
		for j := range width {
			table[out][j].Quo(table[out][j], pivot)
		}
		for i := range table {
			if i == out || table[i][in].Sign() == 0 {
				continue
			}
			f := new(big.Rat).Set(table[i][in])
			for j := range width {
				table[i][j].Sub(table[i][j], new(big.Rat).Mul(f, table[out][j]))
			}
		}
	}
}
