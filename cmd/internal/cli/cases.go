package cli

import (
	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/cases"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func casesVerb() verb {
	return verb{
		name: "cases", args: "[NAME] [--like FILE]", short: texts.ShortCases, formats: output.PageWriters.Formats(),
		flags: []flagHelp{{"like", "FILE", texts.FlagLike}}, build: buildCases,
	}
}

func buildCases(a *app, cmd *cobra.Command) {
	cmd.ValidArgsFunction = a.completeCaseName
	like := cmd.Flags().String("like", "", "")
	mustRegister(cmd.RegisterFlagCompletionFunc("like", func(cmd *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
		return a.completeProfile(cmd, nil, word)
	}))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		archive, err := cases.LoadArchive(cmd.Context(), a.pack)
		if err != nil {
			return err
		}
		switch {
		case cmd.Flags().Changed("like"):
			if len(args) > 0 {
				return newTooManyArgsMistake(cmd, args[0])
			}
			return a.runCasesLike(cmd.Name(), archive, *like)
		case len(args) == 0:
			return a.writePaged(cmd.Name(), archive.ListPage, func(lang string) any { return archive.ListData(lang) })
		}
		name, err := takeOnlyArg(cmd, args)
		if err != nil {
			return err
		}
		if _, err := profiles.Case(name); err != nil {
			return err
		}
		entry := archive.Find(name)
		return a.writePaged(cmd.Name(),
			func(lang string) *page.Page { return archive.CasePage(entry, lang) },
			func(lang string) any { return archive.CaseData(entry, lang) })
	}
}

func (a *app) runCasesLike(verb string, archive *cases.Archive, name string) error {
	if name == "" {
		return diag.MissingFlagValue(diag.Pos{}, "--like")
	}
	p, err := a.loadProfile(name, nil, profiles.WithWarn(a.writeWarning)) // precedents tell no contradiction
	if err != nil {
		return err
	}
	return a.writePaged(verb,
		func(lang string) *page.Page { return archive.PrecedentsPage(p, lang) },
		func(lang string) any { return archive.PrecedentsData(p, lang) })
}

// completeCaseName offers the names of cases.
func (a *app) completeCaseName(_ *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	var out []string
	if len(args) == 0 {
		for _, c := range profiles.Cases() {
			out = appendDescribed(out, c.Name, c.Title.In(a.words.Lang), word)
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
