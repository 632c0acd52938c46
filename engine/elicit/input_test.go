package elicit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/elicit"
)

// An input gives what the function of its method gives.
func TestInput(t *testing.T) {
	t.Parallel()
	w, err := elicit.Input{}.Weights()
	require.NoError(t, err)
	require.Nil(t, w)

	places := [][]string{{"a"}, {"b", "c"}}
	want, err := elicit.Ranking(places)
	require.NoError(t, err)
	w, err = elicit.Input{Ranking: places}.Weights()
	require.NoError(t, err)
	require.Equal(t, want, w)

	points := map[string]float64{"a": 80, "b": 20}
	want, err = elicit.Points(points)
	require.NoError(t, err)
	w, err = elicit.Input{Points: points}.Weights()
	require.NoError(t, err)
	require.Equal(t, want, w)

	judgements := []elicit.Judgement{{A: "c", B: "a", Times: 3}, {A: "b", B: "c", Times: 0.5}}
	require.Equal(t, []string{"a", "b", "c"}, elicit.JudgedPriorities(judgements))
	c, err := elicit.Pairs([]string{"a", "b", "c"}, judgements)
	require.NoError(t, err)
	w, err = elicit.Input{Pairs: judgements}.Weights()
	require.NoError(t, err)
	require.Equal(t, c.Weights, w)

	bw := elicit.BestWorstInput{Best: "a", Worst: "b", BestOver: map[string]float64{"b": 4, "c": 2}, OverWorst: map[string]float64{"c": 3}}
	r, err := elicit.BestWorst(bw)
	require.NoError(t, err)
	w, err = elicit.Input{BestWorst: &bw}.Weights()
	require.NoError(t, err)
	require.Equal(t, r.Weights, w)

	for code, in := range map[string]elicit.Input{
		"AJ311": {Ranking: [][]string{{"a"}, {"a"}}}, "AJ313": {Points: map[string]float64{"a": 90}},
		"AJ316": {Pairs: []elicit.Judgement{{A: "a", B: "b", Times: 2}, {A: "c", B: "d", Times: 2}}},
		"AJ320": {BestWorst: &elicit.BestWorstInput{Best: "a", Worst: "b"}},
	} {
		w, err := in.Weights()
		require.ErrorContains(t, err, code)
		require.Nil(t, w)
	}
}

// Weights come from one method.
func TestInputOfTwoMethods(t *testing.T) {
	t.Parallel()
	_, err := elicit.Input{Points: map[string]float64{"a": 100}, Ranking: [][]string{{"a"}}}.Weights()
	require.ErrorIs(t, err, elicit.ErrTwoMethods)
}
