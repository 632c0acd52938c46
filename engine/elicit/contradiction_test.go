package elicit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/elicit"
)

func TestContradictions(t *testing.T) {
	t.Parallel()
	more := func(a, b string, times float64) elicit.Judgement { return elicit.Judgement{A: a, B: b, Times: times} }
	fits := map[string]float64{"b": 2, "c": 4, "d": 8}
	for name, c := range map[string]struct {
		in   elicit.Input
		want *elicit.Contradiction
	}{
		"nothing said": {},
		"an order":     {in: elicit.Input{Ranking: [][]string{{"a"}, {"b"}}}},
		// Four comparisons that go round come to equal weights; no ratio tells, since pairs are missing.
		"a circle of four": {
			in:   elicit.Input{Pairs: []elicit.Judgement{more("b", "c", 3), more("a", "b", 3), more("d", "a", 3), more("c", "d", 3)}},
			want: &elicit.Contradiction{Kind: elicit.Circle, IDs: []string{"a", "b", "c", "d"}},
		},
		"a circle turned round, the shorter of two": {
			in:   elicit.Input{Pairs: []elicit.Judgement{more("b", "a", 1.0/3), more("b", "c", 3), more("a", "c", 1.0/3), more("c", "d", 2), more("d", "a", 2)}},
			want: &elicit.Contradiction{Kind: elicit.Circle, IDs: []string{"a", "b", "c"}},
		},
		"equal ones make no circle": {in: elicit.Input{Pairs: []elicit.Judgement{more("a", "b", 1), more("b", "c", 1), more("c", "a", 1)}}},
		"an order far apart": {
			in:   elicit.Input{Pairs: []elicit.Judgement{more("a", "b", 9), more("b", "c", 9), more("a", "c", 1.5)}},
			want: &elicit.Contradiction{Kind: elicit.Inconsistent, IDs: []string{"a", "b"}},
		},
		"what links nothing has no weights": {in: elicit.Input{Pairs: []elicit.Judgement{more("a", "b", 2), more("c", "d", 2)}}},
		"the best and the worst": {
			in: elicit.Input{BestWorst: &elicit.BestWorstInput{Best: "a", Worst: "d", BestOver: fits, OverWorst: map[string]float64{"b": 4, "c": 2}}},
		},
		"the best is not the best": {
			in: elicit.Input{BestWorst: &elicit.BestWorstInput{
				Best: "a", Worst: "d", BestOver: map[string]float64{"b": 1, "c": 5, "d": 2}, OverWorst: map[string]float64{"b": 9, "c": 1},
			}},
			want: &elicit.Contradiction{Kind: elicit.BestIsNotBest, IDs: []string{"a", "b"}},
		},
		"the worst is not the worst": {
			in: elicit.Input{BestWorst: &elicit.BestWorstInput{
				Best: "a", Worst: "d", BestOver: map[string]float64{"b": 2, "c": 9, "d": 2}, OverWorst: map[string]float64{"b": 1, "c": 1},
			}},
			want: &elicit.Contradiction{Kind: elicit.WorstIsNotWorst, IDs: []string{"d", "c"}},
		},
		"unfinished": {in: elicit.Input{BestWorst: &elicit.BestWorstInput{Best: "a"}}},
	} {
		require.Equal(t, c.want, c.in.FindContradiction(), name)
	}
	require.Len(t, elicit.ContradictionKinds(), 4)
}
