package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/engine/report/words"
	"github.com/ajar-decision/ajar/rules/diag"
)

// topics have a page of help beside those of the commands.
var topics = []string{"profile", "method", "exit-codes", "environment", "accessibility", "privacy", "ci"}

// placeholders stand for the values of flags. They are the same in every
// language, like the flags.
var placeholders = map[string]string{
	"lang": "LANG", "color": "WHEN", "format": "FORMAT", "output": "FILE", "width": "COLUMNS",
	"set": "ID=VALUE", "preset": "NAME", "profile": "FILE", "only": "ID,...", "order": "ORDER", "weights": "METHOD", "like": "FILE", "lock": "FILE", "fail-on": "LIST", "now": "DATE",
}

func (a *app) helpCmd() *cobra.Command {
	cmd := &cobra.Command{Use: "help [COMMAND|TOPIC]", Args: cobra.ArbitraryArgs}
	cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var out []string
		for _, name := range append(verbs(cmd.Root()), topics...) {
			out = described(out, name, short(a.words, name), word)
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 1 {
			return tooMany(cmd, args[1])
		}
		return a.help(cmd.Root(), slices.Concat(args, []string{""})[0])
	}
	return cmd
}

// short says in a line what a verb does or a topic is about.
func short(t words.Tongue, name string) string {
	return t.Say("short_" + strings.ReplaceAll(name, "-", "_"))
}

// helpFlag answers -h.
func (a *app) helpFlag(cmd *cobra.Command, _ []string) {
	if a.helpErr = a.load(cmd); a.helpErr != nil {
		return
	}
	if root := cmd.Root(); cmd != root {
		a.helpErr = a.help(root, cmd.Name())
	} else if args := cmd.Flags().Args(); len(args) > 0 {
		a.helpErr = a.noVerb(root, args[0])
	} else {
		a.helpErr = a.help(root, "")
	}
}

// help writes the page of a verb or a topic, or the first page for "".
func (a *app) help(root *cobra.Command, name string) error {
	build := func(lang string) *page.Page { return helpPage(lang, name) }
	switch names := verbs(root); {
	case name == "":
		build = func(lang string) *page.Page { return firstPage(root, lang) }
	case slices.Contains(names, name):
		cmd, _, err := root.Find([]string{name})
		if err != nil {
			return err
		}
		build = func(lang string) *page.Page { return verbPage(cmd, lang) }
	case name == "ci":
		build = ciPage
	case !slices.Contains(topics, name):
		return diag.UnknownHelpTopic(diag.Pos{}, name).OneOf(name, append(names, topics...))
	}
	return a.emit(document{verb: "help", formats: formatsOf("help"), write: func(w io.Writer, v view) error {
		_, err := fmt.Fprint(w, build(v.lang).Draw(v.look))
		return err
	}})
}

// firstPage lists all there is.
func firstPage(root *cobra.Command, lang string) *page.Page {
	t := book().In(lang)
	p := helpPage(lang, "first")
	section := func(title string, rows []page.Row) {
		p.Gap()
		p.Heading(t.Say(title))
		p.Rows(rows)
	}
	named := func(names []string) (rows []page.Row) {
		for _, name := range names {
			rows = append(rows, page.Row{Term: name, Text: short(t, name)})
		}
		return rows
	}
	section("help_commands", named(verbs(root)))
	section("help_topics", named(topics))
	section("help_flags", flagRows(t, root.Flags(), root.PersistentFlags()))
	p.Gap()
	p.Text(t.Say("help_more"))
	return p
}

// verbPage says how to use one verb.
func verbPage(cmd *cobra.Command, lang string) *page.Page {
	t := book().In(lang)
	p := &page.Page{}
	p.Literal("ajar " + cmd.Use)
	p.Gap()
	p.Append(helpPage(lang, cmd.Name()))
	if rows := flagRows(t, cmd.LocalNonPersistentFlags()); len(rows) > 0 {
		p.Gap()
		p.Heading(t.Say("help_flags"))
		p.Rows(rows)
	}
	p.Gap()
	p.Text(t.Say("help_global"))
	return p
}

// flagRows describes flags, those of the first set first.
func flagRows(t words.Tongue, sets ...*pflag.FlagSet) []page.Row {
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
			if value := placeholders[f.Name]; value != "" {
				term += " " + value
			}
			rows = append(rows, page.Row{Term: term, Text: t.Say("flag_" + strings.ReplaceAll(f.Name, "-", "_"))})
		})
	}
	return rows
}
