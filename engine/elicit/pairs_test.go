package elicit_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/testkit"
)

var nan = math.NaN()

// upper makes judgements from the upper triangle of a matrix, row by row; 0 is
// a missing one.
func upper(ids []string, rows ...[]float64) []elicit.Judgement {
	var out []elicit.Judgement
	for i, row := range rows {
		for k, x := range row {
			if x != 0 {
				out = append(out, elicit.Judgement{A: ids[i], B: ids[i+1+k], Times: x})
			}
		}
	}
	return out
}

var house = []string{"size", "transport", "neighbourhood", "age", "yard", "modern", "condition", "financing"}

// Saaty (2003, "Decision-making with the AHP: why is the principal eigenvector
// necessary", European Journal of Operational Research 145): buying a house,
// before and after reconsidering the judgement that fits least.
func TestPairsPublishedHouse(t *testing.T) {
	t.Parallel()
	judge := func(neighbourhoodOverCondition float64) []elicit.Judgement {
		return upper(house,
			[]float64{5, 3, 7, 6, 6, 1. / 3, 1. / 4},
			[]float64{1. / 3, 5, 3, 3, 1. / 5, 1. / 7},
			[]float64{6, 3, 4, neighbourhoodOverCondition, 1. / 5},
			[]float64{1. / 3, 1. / 4, 1. / 7, 1. / 8},
			[]float64{1. / 2, 1. / 5, 1. / 6},
			[]float64{1. / 5, 1. / 6},
			[]float64{1. / 2})
	}
	c, err := elicit.Pairs(house, judge(6))
	require.NoError(t, err)
	require.InDelta(t, 9.669, c.Lambda, .0005)
	require.InDelta(t, .169, c.Ratio, .0006)
	sameWithin(t, map[string]float64{
		"size": .173, "transport": .054, "neighbourhood": .188, "age": .018,
		"yard": .031, "modern": .036, "condition": .167, "financing": .333,
	}, shares(c.Weights), .0006)
	require.Equal(t, elicit.Judgement{A: "neighbourhood", B: "condition", Times: 6}, c.Reconsider.Judgement)
	require.InDelta(t, .5, c.Reconsider.Suggested, .05, "what the paper puts in its place")

	c, err = elicit.Pairs(house, judge(1./2))
	require.NoError(t, err)
	require.InDelta(t, 8.811, c.Lambda, .001) // the paper cuts 8.8117 off
	require.InDelta(t, .083, c.Ratio, .0008)
	sameWithin(t, map[string]float64{
		"size": .175, "transport": .062, "neighbourhood": .103, "age": .019,
		"yard": .034, "modern": .041, "condition": .221, "financing": .345,
	}, shares(c.Weights), .0006)
}

// Saaty (1977, "A scaling method for priorities in hierarchical structures",
// Journal of Mathematical Psychology 15): the wealth of seven nations.
func TestPairsPublishedNations(t *testing.T) {
	t.Parallel()
	ids := []string{"us", "ussr", "china", "france", "uk", "japan", "germany"}
	c, err := elicit.Pairs(ids, upper(ids,
		[]float64{4, 9, 6, 6, 5, 5},
		[]float64{7, 5, 5, 3, 4},
		[]float64{1. / 5, 1. / 5, 1. / 7, 1. / 5},
		[]float64{1, 1. / 3, 1. / 3},
		[]float64{1. / 3, 1. / 3},
		[]float64{2}))
	require.NoError(t, err)
	require.InDelta(t, 7.61, c.Lambda, .005)
	require.InDelta(t, .08, c.Ratio, .005)
	sameWithin(t, map[string]float64{
		"us": .427, "ussr": .230, "china": .021, "france": .052, "uk": .052, "japan": .123, "germany": .094,
	}, shares(c.Weights), .003)
}

// Harker (1987), Mathematical Modelling 9: judgements 2 and 2 along a chain of
// three, the third missing, give 4/7, 2/7, 1/7.
func TestPairsMissing(t *testing.T) {
	t.Parallel()
	ids := []string{"a", "b", "c"}
	c, err := elicit.Pairs(ids, upper(ids, []float64{2, 0}, []float64{2}))
	require.NoError(t, err)
	sameWithin(t, map[string]float64{"a": 4. / 7, "b": 2. / 7, "c": 1. / 7}, shares(c.Weights), 1e-9)
	require.InDelta(t, 3, c.Lambda, 1e-9)
	require.Zero(t, c.Ratio, "nothing follows from anything else")
	require.Nil(t, c.Reconsider)
	require.Equal(t, []elicit.Judgement{{A: "a", B: "c"}}, c.Missing)
	require.EqualValues(t, 10, c.Weights["a"])
}

func TestPairsRefuses(t *testing.T) {
	t.Parallel()
	ids := []string{"a", "b", "c", "d"}
	for name, x := range map[string]struct {
		ids   []string
		given []elicit.Judgement
		want  []string
	}{
		"nothing":       {nil, nil, []string{"AJ310"}},
		"nine":          {[]string{"a", "b", "c", "d", "e", "f", "g", "h", "i"}, nil, []string{"AJ315"}},
		"twice":         {[]string{"a", "a", "b"}, []elicit.Judgement{{A: "a", B: "b", Times: 1}}, []string{"AJ311"}},
		"not linked":    {ids, []elicit.Judgement{{A: "a", B: "b", Times: 1}, {A: "d", B: "c", Times: 1}}, []string{"AJ316", "AJ316"}},
		"itself":        {ids, []elicit.Judgement{{A: "a", B: "a", Times: 1}}, []string{"AJ318"}},
		"unknown":       {ids, []elicit.Judgement{{A: "a", B: "z", Times: 1}, {A: "y", B: "a", Times: 1}}, []string{"AJ317", "AJ317"}},
		"judged twice":  {ids, []elicit.Judgement{{A: "a", B: "b", Times: 2}, {A: "b", B: "a", Times: 2}}, []string{"AJ319"}},
		"outside scale": {ids, []elicit.Judgement{{A: "a", B: "b", Times: 10}, {A: "b", B: "c"}, {A: "c", B: "d", Times: nan}}, []string{"AJ312", "AJ312", "AJ312"}},
	} {
		_, err := elicit.Pairs(x.ids, x.given)
		require.Equal(t, x.want, codes(t, err), name)
	}
}

func TestPairsOfOneAndTwo(t *testing.T) {
	t.Parallel()
	c, err := elicit.Pairs([]string{"a"}, nil)
	require.NoError(t, err)
	require.Equal(t, elicit.Weights{"a": 10}, c.Weights)
	c, err = elicit.Pairs([]string{"a", "b"}, []elicit.Judgement{{A: "b", B: "a", Times: 4}})
	require.NoError(t, err)
	sameWithin(t, map[string]float64{"a": 2.5, "b": 10}, c.Weights, 1e-9)
	require.Zero(t, c.Ratio)
}

// Judgements that fit some weights give these weights back, however many are
// missing, in whatever order and direction they come.
func TestPairsFindWeightsThatFit(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, elicit.MostPairedPriorities).Draw(t, "n")
		ids := house[:n]
		want := map[string]float64{}
		for _, id := range ids {
			want[id] = float64(rapid.IntRange(3, 27).Draw(t, "weight")) / 3
		}
		var given []elicit.Judgement
		for i := range ids {
			for j := i + 1; j < n; j++ {
				if j > i+1 && rapid.Bool().Draw(t, "left out") {
					continue
				}
				a, b := ids[i], ids[j]
				if rapid.Bool().Draw(t, "turned") {
					a, b = b, a
				}
				given = append(given, elicit.Judgement{A: a, B: b, Times: want[a] / want[b]})
			}
		}
		c, err := elicit.Pairs(rapid.Permutation(ids).Draw(t, "ids"), rapid.Permutation(given).Draw(t, "order"))
		require.NoError(t, err)
		sameWithin(t, shares(want), shares(c.Weights), 1e-9)
		require.Nil(t, c.Reconsider)
		require.InDelta(t, 0, c.Index, 1e-9)
		require.Len(t, c.Missing, n*(n-1)/2-len(given))
	})
}

// The result is an eigenvector whatever was judged, and putting the suggested
// value in never makes the judgements less consistent.
func TestPairsEigenvector(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, elicit.MostPairedPriorities).Draw(t, "n")
		ids := house[:n]
		var given []elicit.Judgement
		for i := range ids {
			for j := i + 1; j < n; j++ {
				times := float64(rapid.IntRange(1, 9).Draw(t, "times"))
				if rapid.Bool().Draw(t, "turned") {
					times = 1 / times
				}
				given = append(given, elicit.Judgement{A: ids[i], B: ids[j], Times: times})
			}
		}
		c, err := elicit.Pairs(ids, given)
		require.NoError(t, err)
		product := map[string]float64{}
		for _, id := range ids {
			product[id] = c.Weights[id]
		}
		for _, g := range given {
			product[g.A] += g.Times * c.Weights[g.B]
			product[g.B] += c.Weights[g.A] / g.Times
		}
		for id, x := range product {
			require.InDelta(t, c.Lambda*c.Weights[id], x, 1e-9)
		}
		require.GreaterOrEqual(t, c.Lambda, float64(n)-1e-9)
		if c.Reconsider == nil {
			return
		}
		for i := range given {
			if given[i].A == c.Reconsider.A && given[i].B == c.Reconsider.B {
				given[i].Times = c.Reconsider.Suggested
			}
			if given[i].B == c.Reconsider.A && given[i].A == c.Reconsider.B {
				given[i].Times = 1 / c.Reconsider.Suggested
			}
		}
		better, err := elicit.Pairs(ids, given)
		require.NoError(t, err)
		require.LessOrEqual(t, better.Index, c.Index+1e-9)
	})
}
