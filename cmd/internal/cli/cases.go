package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/cases"
	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func (a *app) casesCmd() *cobra.Command {
	cmd := &cobra.Command{Use: "cases [NAME] [--like FILE]", Args: cobra.ArbitraryArgs, ValidArgsFunction: a.completeCase}
	like := cmd.Flags().String("like", "", "")
	must(cmd.RegisterFlagCompletionFunc("like", func(cmd *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
		return a.completeProfile(cmd, nil, word)
	}))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		archive, err := cases.Open(cmd.Context(), a.pack)
		if err != nil {
			return err
		}
		switch {
		case cmd.Flags().Changed("like"):
			if len(args) > 0 {
				return tooMany(cmd, args[0])
			}
			return a.casesLike(cmd.Name(), archive, *like)
		case len(args) == 0:
			return a.pages(cmd.Name(), archive.ListPage, archive.List)
		}
		name, err := one(cmd, args)
		if err != nil {
			return err
		}
		if _, err := profiles.Case(name); err != nil {
			return err
		}
		entry := archive.Find(name)
		return a.pages(cmd.Name(),
			func(lang string) *page.Page { return archive.Page(entry, lang) },
			func(lang string) any { return archive.Data(entry, lang) })
	}
	return cmd
}

func (a *app) casesLike(verb string, archive *cases.Archive, name string) error {
	if name == "" {
		return diag.MissingFlagValue(diag.Pos{}, "--like")
	}
	p, err := a.profile(name, nil)
	if err != nil {
		return err
	}
	return a.pages(verb,
		func(lang string) *page.Page { return archive.LikePage(p, lang) },
		func(lang string) any { return archive.Like(p, lang) })
}

// pages emits a page, or the data behind it.
func (a *app) pages(verb string, text func(lang string) *page.Page, data func(lang string) any) error {
	return a.emit(document{verb: verb, formats: formatsOf(verb), write: func(w io.Writer, v view) error {
		if v.format == "json" {
			return writeJSON(w, data(v.lang))
		}
		_, err := fmt.Fprint(w, text(v.lang).Draw(v.look))
		return err
	}})
}

// completeCase offers the names of cases.
func (a *app) completeCase(_ *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	var out []string
	if len(args) == 0 {
		for _, c := range profiles.Cases() {
			out = described(out, c.Name, c.Title.In(a.words.Lang), word)
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
