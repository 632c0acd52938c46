package cli

import (
	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/cmd/internal/explain"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/diag"
)

func explainVerb() verb {
	return verb{name: "explain", args: "[ID]", short: texts.ShortExplain, formats: output.PageWriters.Formats(), build: buildExplain}
}

func buildExplain(a *app, cmd *cobra.Command) {
	cmd.ValidArgsFunction = a.completeID
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return a.runExplainAll(cmd.Name())
		}
		id, err := takeOnlyArg(cmd, args)
		if err != nil {
			return err
		}
		return a.runExplain(cmd.Name(), id)
	}
}

// runExplain writes all that has the id: most ids name one thing, a few two.
func (a *app) runExplain(verb, id string) error {
	if len(explain.Find(a.pack, id, a.words.Lang)) == 0 {
		var ids []string
		for _, e := range explain.Index(a.pack, a.words.Lang) {
			ids = append(ids, e.ID)
		}
		d := diag.UnknownID(diag.Pos{}, id)
		d.Suggest = diag.Nearest(id, ids)
		return d
	}
	return a.writePaged(verb,
		func(lang string) *page.Page {
			all := &page.Page{}
			for _, found := range explain.Find(a.pack, id, lang) {
				all.Gap()
				all.Append(found.Page())
			}
			return all
		},
		func(lang string) any {
			d := documents.Explanations{Schema: documents.ExplanationsSchema, Lang: lang}
			for _, found := range explain.Find(a.pack, id, lang) {
				d.Found = append(d.Found, found.Data())
			}
			return d
		})
}

func (a *app) runExplainAll(verb string) error {
	return a.writePaged(verb,
		func(lang string) *page.Page { return explain.IndexPage(a.pack, lang) },
		func(lang string) any {
			return documents.Index{Schema: documents.IndexSchema, Lang: lang, IDs: explain.Index(a.pack, lang)}
		})
}
