package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// schemaNames are what there are schemas of, the commonest first.
var schemaNames = []string{"profile", "rules", "result"}

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
	return verb{name: "schema", args: "[profile|rules|result]", short: texts.ShortSchema, formats: schemaWriters.Formats(), build: (*app).buildSchema}
}

func (a *app) buildSchema(cmd *cobra.Command) {
	cmd.ValidArgsFunction = completeFirstArg(schemaNames)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			args = schemaNames[:1]
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
	makers := map[string]func(lang string) ([]byte, error){
		"profile": func(lang string) ([]byte, error) { return plain.EncodeJSON(profiles.Schema(a.pack, lang)) },
		"rules":   func(lang string) ([]byte, error) { return rules.Schema(a.pack, lang), nil },
		"result":  func(string) ([]byte, error) { return report.JSONSchema(), nil },
	}
	makeSchema, ok := makers[name]
	if !ok {
		return diag.UnknownSchema(diag.Pos{}, name).OneOf(name, schemaNames)
	}
	d := schemaWriters.Document(verb, makeSchema)
	d.OneLanguage = true
	return a.out.Write(d)
}
