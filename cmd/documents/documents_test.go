package documents_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/lang"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func newWords[T any](list ...T) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string"}
	for _, word := range list {
		s.Enum = append(s.Enum, word)
	}
	return s
}

// newExplanation is the schema of an explanation, which is no plain struct in JSON.
func newExplanation(t *testing.T) *jsonschema.Schema {
	t.Helper()
	entry, err := jsonschema.For[documents.Entry](nil)
	require.NoError(t, err)
	row, err := jsonschema.For[documents.Row](nil)
	require.NoError(t, err)
	entry.AdditionalProperties = &jsonschema.Schema{
		Description: "a section: a text, a number, rows of an id and a text, or an object",
		AnyOf: []*jsonschema.Schema{
			{Types: []string{"null", "boolean", "number", "string", "object"}},
			{Type: "array", Items: &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "string"}, row, {Type: "object"}}}},
		},
	}
	return entry
}

// newAnswer describes a value of a fact of one of the types, several values of a set, the
// two ends of a range of weights, or what is known of each value of a set.
func newAnswer(types ...string) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		{Types: types}, {Type: "array", Items: &jsonschema.Schema{Types: []string{"string", "number"}}}, {Type: "object", AdditionalProperties: newWords("yes", "no", "unknown")},
	}}
}

// newTwoNumbers describes a range of weights.
func newTwoNumbers() *jsonschema.Schema {
	two := 2
	return &jsonschema.Schema{Type: "array", Items: &jsonschema.Schema{Type: "number"}, MinItems: &two, MaxItems: &two}
}

// generate makes the schema of a document from its Go type.
func generate(t *testing.T, d documents.Document) string {
	t.Helper()
	s, err := jsonschema.ForType(d.Type, &jsonschema.ForOptions{TypeSchemas: map[reflect.Type]*jsonschema.Schema{
		// A result says of its own stance that there may be none.
		reflect.TypeFor[rules.Stance]():           newWords(stancesOf(d.Name)...),
		reflect.TypeFor[engine.Robustness]():      newWords(engine.Robustnesses()...),
		reflect.TypeFor[rules.Truth]():            newWords("no", "open", "yes"),
		reflect.TypeFor[rules.BarState]():         newWords("no", "may_be", "until", "for_good"),
		reflect.TypeFor[engine.DeciderKind]():     newWords(engine.ByBar, engine.ByLimit, engine.ByMargin, engine.ByArguments),
		reflect.TypeFor[engine.FlipGroup]():       newWords(engine.FlipGroups()...),
		reflect.TypeFor[engine.FlipCauseKind]():   newWords(engine.FlipByArgument, engine.FlipByModerator, engine.FlipByRaise, engine.FlipByRequirement, engine.FlipByBar),
		reflect.TypeFor[engine.WeightCauseKind](): newWords(engine.ThisWish, engine.OtherWishes, engine.FactsAlone),
		reflect.TypeFor[engine.Need]():            newWords("", engine.NeedAnswer, engine.NeedAct),
		reflect.TypeFor[engine.Answer]():          newAnswer("boolean", "number", "string"),
		reflect.TypeFor[report.Value]():           newAnswer("null", "boolean", "number", "string"),
		reflect.TypeFor[documents.Explanation]():  newExplanation(t),
		reflect.TypeFor[json.RawMessage]():        {Type: "object", Required: []string{"schema", "lang"}},
		reflect.TypeFor[engine.WeightSureness]():  {Type: "string"},
		reflect.TypeFor[engine.WeightRange]():     newTwoNumbers(),
	}})
	require.NoError(t, err, d.Name)
	s.Schema, s.Title = "https://json-schema.org/draft/2020-12/schema", d.About
	version := any(d.Schema)
	s.Properties["schema"].Const = &version
	if of := s.Properties["lang"]; of != nil {
		of.Enum = newWords(lang.All()...).Enum
	}
	refine(d.Name, s)
	tighten(s)
	data, err := json.MarshalIndent(s, "", "  ")
	require.NoError(t, err)
	return string(data) + "\n"
}

// stancesOf lists the stances that a document names as the type rules.Stance: those
// of options in what package report writes, else those of verdicts.
func stancesOf(name string) []engine.Stance {
	if slices.Contains([]string{"result", "whatif", "sensitivity"}, name) {
		return []engine.Stance{engine.Closed, engine.Mixed, engine.Open}
	}
	return engine.Stances()
}

// refine says which words are allowed where the Go type does not.
func refine(name string, s *jsonschema.Schema) {
	verdicts := newWords(engine.Closed, engine.Mixed, engine.Open, engine.None, engine.NoBasis).Enum
	at := func(path ...string) *jsonschema.Schema {
		to := s
		for _, key := range path {
			if to = to.Properties[key]; to.Items != nil {
				to = to.Items
			}
		}
		return to
	}
	switch name {
	case "result":
		at("answers", "kind").Enum = newWords("fact", "priority").Enum
		at("answers", "state").Enum = newWords("known", "unknown", "na").Enum
		at("stance").Enum, at("flips", "facts", "stance").Enum, at("today", "stance").Enum = verdicts, verdicts, verdicts
	case "sensitivity":
		at("stance").Enum, at("flips", "facts", "stance").Enum = verdicts, verdicts
	case "whatif":
		at("set", "kind").Enum = newWords("fact", "priority").Enum
		at("before", "stance").Enum, at("after", "stance").Enum = verdicts, verdicts
	case "check", "compare":
		at("cause").Enum = newWords("answers", "rules", "both", "program", "").Enum
	}
}

// tighten says what Go types do not: a list of any length is never null, keys may be added
// later, and a word that may be null has null among its values.
func tighten(s *jsonschema.Schema) {
	if s == nil {
		return
	}
	if s.Items != nil && s.MaxItems == nil {
		s.Type, s.Types = "array", nil
	}
	if len(s.Enum) > 0 && slices.Contains(s.Types, "null") && !slices.Contains(s.Enum, nil) {
		s.Enum = append(s.Enum, nil)
	}
	if s.Properties != nil && s.AdditionalProperties != nil && s.AdditionalProperties.Not != nil {
		s.AdditionalProperties = nil
	}
	tighten(s.Items)
	tighten(s.AdditionalProperties)
	for _, p := range s.Properties {
		tighten(p)
	}
}

func TestGoldenSchemas(t *testing.T) {
	t.Parallel()
	for _, d := range documents.All() {
		file := "schemas/" + d.Name + ".json"
		if d.Name == "result" { // package report has its own
			file = "../../engine/report/result.schema.json"
		}
		testkit.Golden(t, file, generate(t, d))
	}
}

func TestEveryDocumentHasASchema(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, d := range documents.All() {
		require.False(t, seen[d.Name] || seen[d.Schema], d.Name)
		seen[d.Name], seen[d.Schema] = true, true
		var s jsonschema.Schema
		require.NoError(t, json.Unmarshal(documents.JSONSchema(d.Name), &s), d.Name)
		_, err := s.Resolve(nil)
		require.NoError(t, err, d.Name)
	}
	require.Nil(t, documents.JSONSchema("nope"))
}

// An explanation keeps its sections and their order through JSON.
func TestExplanationToJSONAndBack(t *testing.T) {
	t.Parallel()
	want := documents.Explanation{
		Entry:    documents.Entry{ID: "x", Kind: "fact", Title: "a <b>"},
		Sections: []documents.Section{{"zeta", "text"}, {"alpha", 0.5}, {"none", nil}, {"rows", []any{map[string]any{"id": "a", "text": "b"}}}},
	}
	data, err := json.Marshal(want)
	require.NoError(t, err)
	var got documents.Explanation
	require.NoError(t, json.Unmarshal(data, &got))
	require.Equal(t, want, got)
	for _, bad := range []string{`[]`, `{"id": 1}`, `null`} {
		require.Error(t, json.Unmarshal([]byte(bad), &documents.Explanation{}), bad)
	}
}
