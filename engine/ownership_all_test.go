package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit/scribble"
)

// Every result of an engine is its caller's own, whoever else uses the engine; so is all
// that is told of it as data, and every list that the package gives.
func TestEveryResultIsOnesOwnAtOnce(t *testing.T) {
	t.Parallel()
	e := build(t, rules.Core())
	pack := e.Pack()
	profile, changed := owned(pack, 1), owned(pack, 5)
	opposed := engine.Profile{Weights: profile.Weights, Facts: map[string]engine.Answer{
		"release_status": engine.Value("open_already"), "present_terms": engine.Value("proprietary"), "distribution": engine.Value("internal"),
	}}
	shared, contradicted := analysed(t, e, changed), analysed(t, e, opposed)
	given := []any{profile, changed, opposed, shared, contradicted}
	before := scribble.Describe(given)
	scribble.RequireOwn(t, map[string]func() any{
		"Recommend":          func() any { return must(e.Recommend(background, profile)) },
		"Analyse":            func() any { return must(e.Analyse(background, profile, engine.WithPairs())) },
		"what if":            func() any { return must(e.Analyse(background, changed)) },
		"FindContradictions": func() any { return must(e.FindContradictions(opposed)) },
		"Evaluate":           func() any { return must(engine.NewEvaluator(e).Evaluate(background, &opposed)) },
		"Forms":              func() any { return engine.NewEvaluator(e).Forms() },
		"Clone":              func() any { p := profile.Clone(); return &p },
		"StatedWeights":      func() any { return profile.StatedWeights() },
		"Document":           func() any { return must(report.Document(pack, shared, "en", "1")) },
		"report.JSONSchema":  func() any { return report.JSONSchema() },
		"Stances":            func() any { return engine.Stances() },
		"Robustnesses":       func() any { return engine.Robustnesses() },
		"AnswerSurenesses":   func() any { return engine.AnswerSurenesses() },
		"WeightSurenesses":   func() any { return engine.WeightSurenesses() },
		"FlipGroups":         func() any { return engine.FlipGroups() },
		"report.Formats":     func() any { return report.Formats() },
		"report.Extents":     func() any { return report.Extents() },
		"report.FigureIDs":   func() any { return report.FigureIDs() },
		"ReadableSchemas":    func() any { return report.ReadableSchemas() },
		"WarningIDs":         func() any { return report.WarningIDs() },
		"Contradictions":     func() any { return must(report.Contradictions(pack, contradicted)) },
		"Pack":               func() any { return e.Pack() },
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
