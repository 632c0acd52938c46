package cli

import (
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/cmd/internal/explain"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/diag"
)

func explainVerb() verb {
	return verb{
		name: "explain", args: "[ID] [" + profileArg + "] [--set ID=VALUE]...", short: texts.ShortExplain, formats: output.PageWriters.Formats(), flags: []flagHelp{setFlag},
		build: buildExplain,
	}
}

func buildExplain(a *app, cmd *cobra.Command) {
	cmd.ValidArgsFunction = a.completeExplain
	sets := cmd.Flags().StringArray(setFlag.name, nil, "")
	mustRegister(cmd.RegisterFlagCompletionFunc(setFlag.name, a.completeAssignment))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) > 2:
			return newTooManyArgsMistake(cmd, args[2])
		case len(args) < 2 && len(*sets) > 0, slices.Contains(args, ""):
			return diag.MissingArgument(diag.Pos{}, cmd.Name(), cmd.Use)
		case len(args) == 0:
			return a.runExplainAll(cmd.Name())
		}
		if err := checkExplained(a, args[0]); err != nil {
			return err
		}
		if len(args) == 2 {
			return a.runExplainIn(cmd, args[0], args[1], *sets)
		}
		return a.writeExplanations(cmd.Name(), func(lang string) []explain.Explanation { return explain.Find(a.pack, args[0], lang) })
	}
}

// checkExplained tells that nothing has an id, and helps those who named a profile alone.
func checkExplained(a *app, id string) error {
	if len(explain.Find(a.pack, id, a.words.Lang)) > 0 {
		return nil
	}
	if info, err := os.Stat(a.files.Resolve(id)); !isFile(id) || err == nil && !info.IsDir() {
		return diag.ExplainedProfile(diag.Pos{}, id)
	}
	var ids []string
	for _, e := range explain.Index(a.pack, a.words.Lang) {
		ids = append(ids, e.ID)
	}
	d := diag.UnknownID(diag.Pos{}, id)
	d.Suggest = diag.Nearest(id, ids)
	return d
}

// writeExplanations writes all that has an id: most ids name one thing, a few two.
func (a *app) writeExplanations(verb string, find func(lang string) []explain.Explanation) error {
	return a.writePaged(verb,
		func(lang string) *page.Page {
			all := &page.Page{}
			for _, found := range find(lang) {
				all.Gap()
				all.Append(found.Page())
			}
			return all
		},
		func(lang string) any {
			d := documents.Explanations{Schema: documents.ExplanationsSchema, Lang: lang}
			for _, found := range find(lang) {
				d.Found = append(d.Found, found.Data())
			}
			return d
		})
}

// runExplainIn says what an id did in a profile, or why it did nothing.
func (a *app) runExplainIn(cmd *cobra.Command, id, name string, sets []string) error {
	profile, err := a.loadProfile(name, sets)
	if err != nil {
		return err
	}
	rec, err := a.analyseProfile(cmd, profile)
	if err != nil {
		return err
	}
	return a.writeExplanations(cmd.Name(), func(lang string) []explain.Explanation { return explain.FindIn(a.pack, id, lang, rec) })
}

func (a *app) runExplainAll(verb string) error {
	return a.writePaged(verb,
		func(lang string) *page.Page { return explain.IndexPage(a.pack, lang) },
		func(lang string) any {
			return documents.Index{Schema: documents.IndexSchema, Lang: lang, IDs: explain.Index(a.pack, lang)}
		})
}

// completeExplain offers ids, then profiles.
func (a *app) completeExplain(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 1 {
		return a.completeProfile(cmd, nil, word)
	}
	return a.completeID(cmd, args, word)
}
