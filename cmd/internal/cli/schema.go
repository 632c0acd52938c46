package cli

import (
	"bytes"
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// schemaNames are what there are schemas of, the commonest first.
var schemaNames = []string{"profile", "rules", "result"}

func (a *app) newSchemaCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "schema [profile|rules|result]", Args: cobra.ArbitraryArgs, ValidArgsFunction: completeFirstArg(schemaNames),
	}
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
	return cmd
}

// runSchema writes a JSON Schema with descriptions in one language.
func (a *app) runSchema(verb, name string) error {
	makers := map[string]func(lang string) ([]byte, error){
		"profile": func(lang string) ([]byte, error) { return plain.EncodeJSON(profiles.Schema(a.pack, lang)) },
		"rules":   func(lang string) ([]byte, error) { return rules.Schema(a.pack, lang), nil },
		"result":  func(string) ([]byte, error) { return report.JSONSchema(), nil },
	}
	make, ok := makers[name]
	if !ok {
		return diag.UnknownSchema(diag.Pos{}, name).OneOf(name, schemaNames)
	}
	a.settings.Language.All = false
	return a.writeOutput(verbOutput{verb: verb, formats: listFormats(verb), write: func(w io.Writer, v outputView) error {
		data, err := make(v.lang)
		if err == nil {
			_, err = io.Copy(w, bytes.NewReader(data))
		}
		return err
	}})
}
