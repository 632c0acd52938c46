package report_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

// generated makes the schema from the Go types.
func generated(t *testing.T) []byte {
	t.Helper()
	words := func(list ...any) *jsonschema.Schema { return &jsonschema.Schema{Type: "string", Enum: list} }
	s, err := jsonschema.For[report.Result](&jsonschema.ForOptions{TypeSchemas: map[reflect.Type]*jsonschema.Schema{
		reflect.TypeFor[rules.Stance]():      words(rules.Closed, rules.Mixed, rules.Open),
		reflect.TypeFor[engine.Robustness](): words(engine.Clear, engine.Leaning, engine.Close),
		reflect.TypeFor[engine.Answer]():     {Types: []string{"boolean", "number", "string"}},
		reflect.TypeFor[report.Value]():      {Types: []string{"null", "boolean", "number", "string"}},
	}})
	require.NoError(t, err)
	s.Schema, s.Title = "https://json-schema.org/draft/2020-12/schema", "A recommendation of ajar"
	version := any(report.ResultSchema)
	s.Properties["schema"].Const = &version
	result := []any{engine.Closed, engine.Mixed, engine.Open, engine.None, engine.NoBasis} // beside those of options
	s.Properties["stance"].Enum = result
	s.Properties["flips"].Properties["facts"].Items.Properties["stance"].Enum = result
	s.Properties["lang"].Enum = []any{"en", "zh"}
	answer := s.Properties["answers"].Items
	answer.Properties["kind"].Enum = []any{"fact", "priority"}
	answer.Properties["state"].Enum = []any{"known", "unknown", "na"}
	tighten(s)
	data, err := json.MarshalIndent(s, "", "  ")
	require.NoError(t, err)
	return append(data, '\n')
}

// tighten says what Go types do not: a list is never null, keys may be added
// later, and a word that may be null has null among its values.
func tighten(s *jsonschema.Schema) {
	if s == nil {
		return
	}
	if s.Items != nil {
		s.Type, s.Types = "array", nil
	}
	if len(s.Enum) > 0 && slices.Contains(s.Types, "null") && !slices.Contains(s.Enum, nil) {
		s.Enum = append(s.Enum, nil)
	}
	if s.Properties != nil {
		s.AdditionalProperties = nil
	}
	tighten(s.Items)
	for _, p := range s.Properties {
		tighten(p)
	}
}

func TestGoldenSchema(t *testing.T) {
	t.Parallel()
	golden(t, "result.schema.json", generated(t))
}

var schema = sync.OnceValue(func() *jsonschema.Resolved {
	var s jsonschema.Schema
	if err := json.Unmarshal(report.JSONSchema(), &s); err != nil {
		panic(err)
	}
	r, err := s.Resolve(nil)
	if err != nil {
		panic(err)
	}
	return r
})

func TestDocumentsFollowTheSchema(t *testing.T) {
	t.Parallel()
	for name := range situations {
		for _, lang := range languages {
			var doc map[string]any
			require.NoError(t, json.Unmarshal([]byte(written(t, decided(t, name), report.JSON, report.Lang(lang))), &doc))
			require.NoError(t, schema().Validate(doc), name)
			require.Equal(t, lang, doc["lang"])

			for _, key := range []string{"stance", "lang", "schema"} {
				old := doc[key]
				doc[key] = "half open"
				require.Error(t, schema().Validate(doc), key)
				doc[key] = old
			}
			old := doc["warnings"]
			doc["warnings"] = nil
			require.Error(t, schema().Validate(doc), "a list is never null")
			doc["warnings"] = old
			delete(doc, "flips")
			require.Error(t, schema().Validate(doc), "every key is there")
		}
	}
}

func TestSchemaIsACopy(t *testing.T) {
	t.Parallel()
	report.JSONSchema()[0] = 'x'
	require.True(t, json.Valid(report.JSONSchema()))
}
