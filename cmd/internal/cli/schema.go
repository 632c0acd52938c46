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

func (a *app) schemaCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "schema [profile|rules|result]", Args: cobra.ArbitraryArgs, ValidArgsFunction: first(schemaNames),
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			args = schemaNames[:1]
		}
		name, err := one(cmd, args)
		if err != nil {
			return err
		}
		return a.schema(cmd.Name(), name)
	}
	return cmd
}

// schema writes a JSON Schema with descriptions in one language.
func (a *app) schema(verb, name string) error {
	makers := map[string]func(lang string) ([]byte, error){
		"profile": func(lang string) ([]byte, error) { return plain.JSON(profiles.Schema(a.pack, lang)) },
		"rules":   func(lang string) ([]byte, error) { return rules.Schema(a.pack, lang), nil },
		"result":  func(string) ([]byte, error) { return report.JSONSchema(), nil },
	}
	make, ok := makers[name]
	if !ok {
		return diag.UnknownSchema(diag.Pos{}, name).OneOf(name, schemaNames)
	}
	a.settings.Language.All = false
	return a.emit(document{verb: verb, formats: formatsOf(verb), write: func(w io.Writer, v view) error {
		data, err := make(v.lang)
		if err == nil {
			_, err = io.Copy(w, bytes.NewReader(data))
		}
		return err
	}})
}
