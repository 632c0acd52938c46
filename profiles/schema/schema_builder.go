package schema

import (
	"embed"
	"errors"
	"io/fs"
	"sync"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v3"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/lang"
)

//go:embed *.yaml
var schemaFiles embed.FS

// loadSchemaTexts are the texts of the files beside this one by key; a language
// without a file has none.
var loadSchemaTexts = sync.OnceValue(func() map[string]rules.Text {
	words := map[string]rules.Text{}
	for _, code := range lang.All() {
		data, err := schemaFiles.ReadFile(code + ".yaml")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		var table map[string]string
		if err = errors.Join(err, yaml.Unmarshal(data, &table)); err != nil {
			panic("schema: these texts are part of the program: " + err.Error())
		}
		for key, text := range table {
			words[key] = words[key].With(code, text)
		}
	}
	return words
})

// schemaBuilder describes the profiles of one pack in one language.
type schemaBuilder struct {
	pack *rules.Pack
	lang string
}

func (s *schemaBuilder) lookupText(key string) string { return loadSchemaTexts()[key].In(s.lang) }

// addDescription adds the text of a key.
func (s *schemaBuilder) addDescription(key string, to *jsonschema.Schema) *jsonschema.Schema {
	to.Description = s.lookupText(key)
	return to
}

func (s *schemaBuilder) describeText(key string) *jsonschema.Schema {
	return s.addDescription(key, &jsonschema.Schema{Type: "string"})
}

func (s *schemaBuilder) describeWords(key string, words []string) *jsonschema.Schema {
	return s.addDescription(key, &jsonschema.Schema{Enum: toAnySlice(words)})
}

func (s *schemaBuilder) describeList(key string, items *jsonschema.Schema, least int) *jsonschema.Schema {
	out := s.addDescription(key, &jsonschema.Schema{Type: "array", Items: items})
	if least > 0 {
		out.MinItems = &least
	}
	return out
}

// describeObject describes a map with the given keys and no others; order is how they
// are listed.
func (s *schemaBuilder) describeObject(key string, properties map[string]*jsonschema.Schema, order []string, required ...string) *jsonschema.Schema {
	return s.addDescription(key, &jsonschema.Schema{
		Type: "object", Properties: properties, PropertyOrder: order, Required: required, AdditionalProperties: newNothingSchema(),
	})
}

func newConstSchema(value any, description string) *jsonschema.Schema {
	return &jsonschema.Schema{Const: &value, Description: description}
}

func newRangeSchema(low, high float64) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "number", Minimum: &low, Maximum: &high}
}

func newPatternSchema(p string) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: p}
}

func newAnyOfSchema(s ...*jsonschema.Schema) *jsonschema.Schema { return &jsonschema.Schema{AnyOf: s} }

// newNothingSchema is the schema that refuses everything.
func newNothingSchema() *jsonschema.Schema { return &jsonschema.Schema{Not: &jsonschema.Schema{}} }

func toAnySlice(words []string) []any {
	out := make([]any, len(words))
	for i, w := range words {
		out[i] = w
	}
	return out
}
