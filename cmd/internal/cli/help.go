package cli

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/rules/diag"
)

// helpTopics have a page of help beside those of the commands.
var helpTopics = []string{"profile", "method", "exit-codes", "environment", "accessibility", "privacy", "ci"}

// flagPlaceholders stand for the values of flags. They are the same in every
// language, like the flags.
var flagPlaceholders = map[string]string{
	"lang": "LANG", "color": "WHEN", "format": "FORMAT", "output": "FILE", "width": "COLUMNS",
	"set": "ID=VALUE", "preset": "NAME", "profile": "FILE", "only": "ID,...", "order": "ORDER", "weights": "METHOD", "like": "FILE", "lock": "FILE", "fail-on": "LIST", "now": "DATE",
}

func (a *app) newHelpCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "help [COMMAND|TOPIC]", Args: cobra.ArbitraryArgs}
	cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var out []string
		for _, name := range append(listVerbs(cmd.Root()), helpTopics...) {
			out = appendDescribed(out, name, summariseTopic(a.words, name), word)
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 1 {
			return newTooManyArgsMistake(cmd, args[1])
		}
		return a.runHelp(cmd.Root(), slices.Concat(args, []string{""})[0])
	}
	return cmd
}

// answerHelpFlag answers -h.
func (a *app) answerHelpFlag(cmd *cobra.Command, _ []string) {
	if a.helpErr = a.loadSettings(cmd); a.helpErr != nil {
		return
	}
	if root := cmd.Root(); cmd != root {
		a.helpErr = a.runHelp(root, cmd.Name())
	} else if args := cmd.Flags().Args(); len(args) > 0 {
		a.helpErr = a.newUnknownVerbMistake(root, args[0])
	} else {
		a.helpErr = a.runHelp(root, "")
	}
}

// runHelp writes the page of a verb or a topic, or the first page for "".
func (a *app) runHelp(root *cobra.Command, name string) error {
	build := func(lang string) *page.Page { return loadHelpPage(lang, name) }
	switch names := listVerbs(root); {
	case name == "":
		build = func(lang string) *page.Page { return buildFirstPage(root, lang) }
	case slices.Contains(names, name):
		cmd, _, err := root.Find([]string{name})
		if err != nil {
			return err
		}
		build = func(lang string) *page.Page { return buildVerbPage(cmd, lang) }
	case name == "ci":
		build = buildCIPage
	case !slices.Contains(helpTopics, name):
		return diag.UnknownHelpTopic(diag.Pos{}, name).OneOf(name, append(names, helpTopics...))
	}
	return a.writeOutput(verbOutput{verb: "help", formats: listFormats("help"), write: func(w io.Writer, v outputView) error {
		_, err := fmt.Fprint(w, build(v.lang).Draw(v.look))
		return err
	}})
}

// buildFirstPage lists all there is.
func buildFirstPage(root *cobra.Command, lang string) *page.Page {
	t := textsIn(lang)
	p := loadHelpPage(lang, "first")
	section := func(title string, rows []page.Row) {
		p.Gap()
		p.Heading(title)
		p.Rows(rows)
	}
	named := func(names []string) (rows []page.Row) {
		for _, name := range names {
			rows = append(rows, page.Row{Term: name, Text: summariseTopic(t, name)})
		}
		return rows
	}
	section(t.HelpCommands(), named(listVerbs(root)))
	section(t.HelpTopics(), named(helpTopics))
	section(t.HelpFlags(), listFlagRows(t, root.Flags(), root.PersistentFlags()))
	p.Gap()
	p.Text(t.HelpMore())
	return p
}

// buildVerbPage says how to use one verb.
func buildVerbPage(cmd *cobra.Command, lang string) *page.Page {
	t := textsIn(lang)
	p := &page.Page{}
	p.Literal("ajar " + cmd.Use)
	p.Gap()
	p.Append(loadHelpPage(lang, cmd.Name()))
	if rows := listFlagRows(t, cmd.LocalNonPersistentFlags()); len(rows) > 0 {
		p.Gap()
		p.Heading(t.HelpFlags())
		p.Rows(rows)
	}
	p.Gap()
	p.Text(t.HelpGlobal())
	return p
}

// listFlagRows describes flags, those of the first set first.
func listFlagRows(t texts, sets ...*pflag.FlagSet) []page.Row {
	var rows []page.Row
	seen := map[string]bool{}
	for _, set := range sets {
		set.VisitAll(func(f *pflag.Flag) {
			if seen[f.Name] {
				return
			}
			seen[f.Name] = true
			term := "--" + f.Name
			if f.Shorthand != "" {
				term = "-" + f.Shorthand + ", " + term
			}
			if value := flagPlaceholders[f.Name]; value != "" {
				term += " " + value
			}
			rows = append(rows, page.Row{Term: term, Text: describeFlag(t, f.Name)})
		})
	}
	return rows
}
