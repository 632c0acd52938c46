package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
)

// What is private is left out wherever it stands, and all that is left out is counted.
func TestPublicProfile(t *testing.T) {
	t.Parallel()
	whole := engine.Profile{
		Name: "quay", Layers: []string{"deal.yaml"},
		Weights: map[string]float64{"a": 1, "b": 2}, Ranges: map[string]engine.WeightRange{"c": {Low: 1, High: 2}, "d": {Low: 1, High: 2}},
		WeightsFrom: elicit.Input{Ranking: [][]string{{"b"}, {"a"}}}, Unfinished: engine.Unfinished{Unrated: []string{"a"}},
		Facts: map[string]engine.Answer{"x": engine.Yes, "y": engine.Yes},
		Notes: map[string]engine.Note{
			"a": {Private: true}, "c": {Private: true, Text: "why"}, "x": {Private: true, By: "carol"},
			"b": {Text: "why", By: "dave", Layer: "deal.yaml"}, "y": {Sure: engine.LowSureness},
		},
		Parts: []engine.Part{{ID: "p", Like: "code", Note: "why", Facts: map[string]engine.Answer{"x": engine.No, "y": engine.No}}, {ID: "q", Like: "code"}},
	}
	kept := whole.Clone()
	got, left := whole.Public()
	require.Equal(t, kept, whole, "it stays as it is")
	require.Equal(t, engine.Omissions{Notes: 3, Names: 2, Answers: 3}, left)
	require.Equal(t, engine.Profile{
		Name: "quay", Weights: map[string]float64{"b": 2}, Ranges: map[string]engine.WeightRange{"d": {Low: 1, High: 2}},
		Facts: map[string]engine.Answer{"y": engine.Yes}, Notes: map[string]engine.Note{"y": {Sure: engine.LowSureness}},
		Parts: []engine.Part{{ID: "p", Like: "code", Facts: map[string]engine.Answer{"y": engine.No}}, {ID: "q", Like: "code"}},
	}, got)

	// Comparisons stay where nothing they are about is private.
	whole.Notes = nil
	got, left = whole.Public()
	require.Equal(t, engine.Omissions{Notes: 1}, left)
	require.Equal(t, whole.WeightsFrom, got.WeightsFrom)
	require.Equal(t, whole.Unfinished, got.Unfinished)
}
