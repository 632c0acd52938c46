package elicit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/testkit/scribble"
)

// What weights are worked out from is shared by all callers here and written by none;
// what comes of it is each caller's own.
func TestResultsAreOnesOwnAtOnce(t *testing.T) {
	t.Parallel()
	ids := []string{"a", "b", "c"}
	circle := []elicit.Judgement{{A: "a", B: "b", Times: 3}, {A: "b", B: "c", Times: 3}, {A: "c", B: "a", Times: 3}}
	places, points := [][]string{{"a"}, {"b", "c"}}, map[string]float64{"a": 60, "b": 40}
	best := elicit.BestWorstInput{
		Best: "a", Worst: "c", BestOver: map[string]float64{"b": 2, "c": 3}, OverWorst: map[string]float64{"b": 4},
	}
	whole := elicit.Input{Pairs: circle}
	given := []any{ids, circle, places, points, best, whole}
	before := scribble.Describe(given)
	scribble.RequireOwn(t, map[string]func() any{
		"Pairs":              func() any { return must(elicit.Pairs(ids, circle)) },
		"Ranking":            func() any { return must(elicit.Ranking(places)) },
		"Points":             func() any { return must(elicit.Points(points)) },
		"BestWorst":          func() any { return must(elicit.BestWorst(best)) },
		"Weights":            func() any { return must(whole.Weights()) },
		"Clone":              func() any { x := whole.Clone(); return &x },
		"JudgedPriorities":   func() any { return elicit.JudgedPriorities(circle) },
		"Methods":            func() any { return elicit.Methods() },
		"MethodKeys":         func() any { return elicit.MethodKeys() },
		"ContradictionKinds": func() any { return elicit.ContradictionKinds() },
	})
	require.Equal(t, before, scribble.Describe(given), "what was given stays as it was")
}

// must gives a result that is known to come.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
