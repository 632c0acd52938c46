package cli

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// schema is what there is a JSON Schema of, and how to make it in a language.
type schema struct {
	name string
	make func(pack *rules.Pack, lang string) ([]byte, error)
}

// listSchemas lists what there are schemas of: files that people write, then all
// that the command writes.
func listSchemas() []schema {
	list := []schema{
		{"profile", func(pack *rules.Pack, lang string) ([]byte, error) {
			return plain.EncodeJSON(profiles.Schema(pack, lang))
		}},
		{"rules", func(pack *rules.Pack, lang string) ([]byte, error) { return rules.Schema(pack, lang), nil }},
	}
	for _, d := range documents.All() {
		list = append(list, schema{d.Name, func(*rules.Pack, string) ([]byte, error) { return documents.JSONSchema(d.Name), nil }})
	}
	return list
}

// listSchemaNames lists the names of the schemas.
func listSchemaNames() (names []string) {
	for _, s := range listSchemas() {
		names = append(names, s.name)
	}
	return names
}

// schemaWriters write a schema in a language.
var schemaWriters = output.Writers[func(lang string) ([]byte, error)]{
	{Format: output.JSON, Write: func(makeSchema func(string) ([]byte, error), w io.Writer, v output.View) error {
		data, err := makeSchema(v.Lang)
		if err == nil {
			_, err = w.Write(data)
		}
		return err
	}},
}

func schemaVerb() verb {
	return verb{name: "schema", args: "[DOCUMENT]", short: texts.ShortSchema, formats: schemaWriters.Formats(), build: buildSchema}
}

func buildSchema(a *app, cmd *cobra.Command) {
	cmd.ValidArgsFunction = completeFirstArg(listSchemaNames())
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			args = []string{"profile"}
		}
		name, err := takeOnlyArg(cmd, args)
		if err != nil {
			return err
		}
		return a.runSchema(cmd.Name(), name)
	}
}

// runSchema writes a JSON Schema with descriptions in one language.
func (a *app) runSchema(verb, name string) error {
	list := listSchemas()
	i := slices.IndexFunc(list, func(s schema) bool { return s.name == name })
	if i < 0 {
		return diag.UnknownSchema(diag.Pos{}, name).OneOf(name, listSchemaNames())
	}
	d := schemaWriters.Document(verb, func(lang string) ([]byte, error) { return list[i].make(a.pack, lang) })
	d.OneLanguage = true
	return a.out.Write(d)
}
