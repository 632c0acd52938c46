package report_test

import (
	"encoding/json"
	"sync"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/report"
)

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
