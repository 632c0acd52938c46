package elicit_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func more(a, b string, times float64) elicit.Judgement {
	return elicit.Judgement{A: a, B: b, Times: times}
}

func bestWorst(bestOver, overWorst map[string]float64) elicit.Input {
	return elicit.Input{BestWorst: &elicit.BestWorstInput{Best: "a", Worst: "d", BestOver: bestOver, OverWorst: overWorst}}
}

func TestContradictions(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		in   elicit.Input
		kind elicit.ContradictionKind // "" for none
		ids  []string
		// comparisons and reconsider as "a b times", the latter with what fits
		comparisons []string
		reconsider  string
	}{
		"nothing said": {},
		"an order":     {in: elicit.Input{Ranking: [][]string{{"a"}, {"b"}}}},
		// Four comparisons that go round come to equal weights.
		"a circle of four": {
			in:   elicit.Input{Pairs: []elicit.Judgement{more("b", "c", 3), more("a", "b", 3), more("d", "a", 5), more("c", "d", 3)}},
			kind: elicit.Circle, ids: []string{"a", "b", "c", "d"},
			comparisons: []string{"a b 3", "b c 3", "c d 3", "d a 5"}, reconsider: "d a 5: 0.111",
		},
		"a circle of four among all six": {
			in: elicit.Input{Pairs: []elicit.Judgement{
				more("a", "b", 3), more("b", "c", 3), more("c", "d", 3), more("d", "a", 3), more("a", "c", 1), more("b", "d", 1),
			}},
			kind: elicit.Circle, ids: []string{"a", "b", "c", "d"},
			comparisons: []string{"a b 3", "b c 3", "c d 3", "d a 3"}, reconsider: "a b 3: 0.333",
		},
		"a circle of three, one of them far off": {
			in:   elicit.Input{Pairs: []elicit.Judgement{more("a", "b", 2), more("b", "c", 2), more("c", "a", 9)}},
			kind: elicit.Circle, ids: []string{"a", "b", "c"},
			comparisons: []string{"a b 2", "b c 2", "c a 9"}, reconsider: "c a 9: 0.25",
		},
		"a circle that a fourth priority knows better than": {
			in: elicit.Input{Pairs: []elicit.Judgement{
				more("a", "b", 2), more("b", "c", 3), more("c", "a", 2), more("a", "d", 6), more("b", "d", 3), more("c", "d", 1),
			}},
			kind: elicit.Circle, ids: []string{"a", "b", "c"},
			comparisons: []string{"a b 2", "b c 3", "c a 2"}, reconsider: "c a 2: 0.167",
		},
		"a circle turned round, the shorter of two": {
			in:   elicit.Input{Pairs: []elicit.Judgement{more("b", "a", 1.0/3), more("b", "c", 3), more("a", "c", 1.0/3), more("c", "d", 2), more("d", "a", 2)}},
			kind: elicit.Circle, ids: []string{"a", "b", "c"},
			comparisons: []string{"b a 0.33", "b c 3", "a c 0.33"}, reconsider: "b a 0.33: 9",
		},
		"equal ones make no circle": {in: elicit.Input{Pairs: []elicit.Judgement{more("a", "b", 1), more("b", "c", 1), more("c", "a", 1)}}},
		"an order far apart": {
			in:   elicit.Input{Pairs: []elicit.Judgement{more("a", "b", 9), more("b", "c", 9), more("a", "c", 1.5)}},
			kind: elicit.Inconsistent, ids: []string{"a", "c"},
			comparisons: []string{"a c 1.5", "a b 9", "b c 9"}, reconsider: "a c 1.5: 9",
		},
		// Two pairs are missing, and nothing goes round.
		"four in an order far apart": {
			in:   elicit.Input{Pairs: []elicit.Judgement{more("a", "b", 4), more("b", "c", 4), more("c", "d", 4), more("a", "d", 1)}},
			kind: elicit.Inconsistent, ids: []string{"a", "d"},
			comparisons: []string{"a d 1", "a b 4", "b c 4", "c d 4"}, reconsider: "a d 1: 9",
		},
		// By the others a is 64 times d, which the scale does not reach: no use asking again.
		"the end of the scale": {
			in:   elicit.Input{Pairs: []elicit.Judgement{more("a", "d", 9), more("a", "c", 4), more("c", "b", 4), more("b", "d", 4)}},
			kind: elicit.Inconsistent, ids: []string{"a", "c"},
			comparisons: []string{"a c 4", "a d 9", "b d 4", "c b 4"}, reconsider: "a c 4: 0.562",
		},
		// The others make it equal, which turns nothing round.
		"made equal": {
			in:   elicit.Input{Pairs: []elicit.Judgement{more("a", "d", 9), more("a", "c", 3), more("c", "b", 4), more("b", "d", 3)}},
			kind: elicit.Inconsistent, ids: []string{"c", "b"},
			comparisons: []string{"c b 4", "a c 3", "a d 9", "b d 3"}, reconsider: "c b 4: 1",
		},
		"four that nearly fit":              {in: elicit.Input{Pairs: []elicit.Judgement{more("a", "b", 2), more("b", "c", 2), more("c", "d", 2), more("a", "d", 7)}}},
		"a chain":                           {in: elicit.Input{Pairs: []elicit.Judgement{more("a", "b", 9), more("b", "c", 9), more("c", "d", 9)}}},
		"what links nothing has no weights": {in: elicit.Input{Pairs: []elicit.Judgement{more("a", "b", 2), more("c", "d", 2)}}},
		"the best and the worst":            {in: bestWorst(map[string]float64{"b": 2, "c": 4, "d": 8}, map[string]float64{"b": 4, "c": 2})},
		"the best is not the best": {
			in:   bestWorst(map[string]float64{"b": 1, "c": 2, "d": 3}, map[string]float64{"b": 9, "c": 2}),
			kind: elicit.BestIsNotBest, ids: []string{"a", "b"},
			comparisons: []string{"a d 3", "a b 1", "b d 9"}, reconsider: "b d 9: 3.27",
		},
		"the worst is not the worst": {
			in:   bestWorst(map[string]float64{"b": 2, "c": 9, "d": 2}, map[string]float64{"b": 1, "c": 1}),
			kind: elicit.WorstIsNotWorst, ids: []string{"d", "c"},
			comparisons: []string{"a d 2", "a c 9", "c d 1"}, reconsider: "a c 9: 2",
		},
		"an equal of the best is none above it": {in: bestWorst(map[string]float64{"b": 1, "c": 3, "d": 5}, map[string]float64{"b": 5, "c": 2})},
		"two orders": {
			in:   bestWorst(map[string]float64{"b": 2, "c": 4, "d": 8}, map[string]float64{"b": 2, "c": 4}),
			kind: elicit.TwoOrders, ids: []string{"b", "c"},
			comparisons: []string{"a b 2", "b d 2", "a c 4", "c d 4"}, reconsider: "a b 2: 5.32",
		},
		"far apart in one order": {
			in:   bestWorst(map[string]float64{"b": 4, "c": 8, "d": 8}, map[string]float64{"b": 8, "c": 1}),
			kind: elicit.Inconsistent, ids: []string{"b"},
			comparisons: []string{"a d 8", "a b 4", "b d 8"}, reconsider: "a b 4: 1",
		},
		"unfinished": {in: elicit.Input{BestWorst: &elicit.BestWorstInput{Best: "a"}}},
	} {
		got := c.in.FindContradiction()
		if c.kind == "" {
			require.Nil(t, got, name)
			continue
		}
		require.NotNil(t, got, name)
		var comparisons []string
		for _, j := range got.Comparisons {
			comparisons = append(comparisons, write(j))
		}
		require.Equal(t, c.kind, got.Kind, name)
		require.Equal(t, c.ids, got.IDs, name)
		require.Equal(t, c.comparisons, comparisons, name)
		require.Equal(t, c.reconsider, write(got.Reconsider.Judgement)+fmt.Sprintf(": %.3g", got.Reconsider.Suggested), name)
	}
	require.Len(t, elicit.ContradictionKinds(), 5)
}

func write(j elicit.Judgement) string { return fmt.Sprintf("%s %s %.2g", j.A, j.B, j.Times) }

// Judgements drawn from weights and rounded to the scale contradict each other by no
// more than rounding can: never in order.
func TestRoundedWeightsKeepTheirOrder(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		ids := []string{"a", "b", "c", "d", "e", "f"}[:rapid.IntRange(2, 6).Draw(t, "n")]
		w := map[string]float64{}
		for _, id := range ids {
			w[id] = rapid.Float64Range(1, 9).Draw(t, id)
		}
		var in elicit.Input
		if rapid.Bool().Draw(t, "pairs") {
			for i, a := range ids {
				for _, b := range ids[i+1:] {
					if w[a] < w[b] {
						a, b = b, a
					}
					in.Pairs = append(in.Pairs, more(a, b, math.Round(w[a]/w[b])))
				}
			}
			skip := rapid.IntRange(0, len(in.Pairs)-1).Draw(t, "skip")
			in.Pairs = rapid.Permutation(in.Pairs).Draw(t, "order")[skip:]
		} else {
			slices.SortFunc(ids, func(a, b string) int { return int(math.Copysign(1, w[b]-w[a])) })
			best, worst := ids[0], ids[len(ids)-1]
			in.BestWorst = &elicit.BestWorstInput{Best: best, Worst: worst, BestOver: map[string]float64{}, OverWorst: map[string]float64{}}
			for _, id := range ids[1:] {
				in.BestWorst.BestOver[id] = math.Round(w[best] / w[id])
			}
			for _, id := range ids[1 : len(ids)-1] {
				in.BestWorst.OverWorst[id] = math.Round(w[id] / w[worst])
			}
		}
		if c := in.FindContradiction(); c != nil {
			require.Equal(t, elicit.Inconsistent, c.Kind)
		}
	})
}

// Whatever was said: the judgement to reconsider is one of those that contradict, each
// is one that was given, and without it the rest contradicts less.
func TestReconsideringHelps(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		ids := []string{"a", "b", "c", "d", "e"}[:rapid.IntRange(3, 5).Draw(t, "n")]
		var given []elicit.Judgement
		for i, a := range ids {
			for _, b := range ids[i+1:] {
				if times := rapid.IntRange(-9, 9).Draw(t, a+b); times > 0 {
					given = append(given, more(a, b, float64(times)))
				} else if times < -1 {
					given = append(given, more(b, a, float64(-times)))
				}
			}
		}
		c := elicit.Input{Pairs: given}.FindContradiction()
		if c == nil {
			return
		}
		for _, j := range c.Comparisons {
			require.Contains(t, given, j)
		}
		require.Contains(t, c.Comparisons, c.Reconsider.Judgement)
		judged := elicit.JudgedPriorities(given)
		before, err := elicit.Pairs(judged, given)
		require.NoError(t, err)
		rest := slices.DeleteFunc(slices.Clone(given), func(j elicit.Judgement) bool { return j == c.Reconsider.Judgement })
		after, err := elicit.Pairs(judged, rest)
		require.NoError(t, err, "the rest still links all")
		require.Less(t, after.Index, before.Index)
		require.NotEqual(t, c.Reconsider.Times, c.Reconsider.Suggested)
	})
}

// The index that incomplete judgements are measured by is that of random ones, within
// a fifth: as far as the line and two tables of random indices lie apart.
func TestRandomIndexOfIncompleteJudgements(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for _, x := range []struct {
		n, missing int
		within     float64
	}{{4, 0, .1}, {4, 1, .1}, {4, 2, .15}, {6, 0, .1}, {6, 4, .1}, {6, 8, .3}, {8, 0, .1}, {8, 9, .15}, {8, 18, .4}} {
		ids := []string{"a", "b", "c", "d", "e", "f", "g", "h"}[:x.n]
		ratios, drawn := 0.0, 0
		for drawn < 300 {
			var all []elicit.Judgement
			for i, a := range ids {
				for _, b := range ids[i+1:] {
					times := r.IntN(17) - 8 // 1/9 to 9, each as likely
					all = append(all, more(a, b, math.Pow(float64(1+max(times, -times)), math.Copysign(1, float64(times)))))
				}
			}
			r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
			if c, err := elicit.Pairs(ids, all[x.missing:]); err == nil {
				ratios, drawn = ratios+c.Ratio, drawn+1
			}
		}
		require.InDelta(t, 1, ratios/float64(drawn), x.within, "%d priorities, %d pairs missing", x.n, x.missing)
	}
}
