package cli

import (
	"io"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/diag"
)

// helpTopic has a page of help without being a command.
type helpTopic struct {
	name  string
	about func(texts) string
}

var helpTopics = []helpTopic{
	{"profile", texts.ShortProfile}, {"method", texts.ShortMethod}, {"exit-codes", texts.ShortExitCodes},
	{"environment", texts.ShortEnvironment}, {"accessibility", texts.ShortAccessibility}, {"privacy", texts.ShortPrivacy},
	{"ci", texts.ShortCI},
}

// commonFlags are the flags that every verb has, and those of ajar without one.
var commonFlags = []flagHelp{
	{"lang", "LANG", texts.FlagLang}, {"color", "WHEN", texts.FlagColor}, {"accessible", "", texts.FlagAccessible},
	{"format", "FORMAT", texts.FlagFormat}, {"output", "FILE", texts.FlagOutput}, {"width", "COLUMNS", texts.FlagWidth},
	{"quiet", "", texts.FlagQuiet}, {"no-input", "", texts.FlagNoInput}, {"verbose", "", texts.FlagVerbose},
	{"help", "", texts.FlagHelp}, {"version", "", texts.FlagVersion},
}

// helpWriters write pages of help.
var helpWriters = output.Writers[func(lang string) *page.Page]{
	{Format: output.Text, Write: func(build func(string) *page.Page, w io.Writer, v output.View) error {
		return output.WritePage(w, build(v.Lang), v)
	}},
}

func helpVerb() verb {
	return verb{name: "help", args: "[COMMAND|TOPIC]", short: texts.ShortHelp, formats: helpWriters.Formats(), build: buildHelp}
}

func buildHelp(a *app, cmd *cobra.Command) {
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var out []string
		for _, row := range append(a.listVerbRows(a.words), listTopicRows(a.words)...) {
			out = appendDescribed(out, row.Term, row.Text, word)
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 1 {
			return newTooManyArgsMistake(cmd, args[1])
		}
		return a.runHelp(cmd.Root(), slices.Concat(args, []string{""})[0])
	}
}

// listVerbRows lists the verbs with what they do.
func (a *app) listVerbRows(t texts) (rows []page.Row) {
	for i := range a.verbs {
		v := &a.verbs[i]
		rows = append(rows, page.Row{Term: v.name, Text: v.summarise(t)})
	}
	return rows
}

func listTopicRows(t texts) (rows []page.Row) {
	for _, topic := range helpTopics {
		rows = append(rows, page.Row{Term: topic.name, Text: topic.about(t)})
	}
	return rows
}

// runHelp writes the page of a verb or a topic, or the first page for "".
func (a *app) runHelp(root *cobra.Command, name string) error {
	var topics []string
	for _, topic := range helpTopics {
		topics = append(topics, topic.name)
	}
	build := func(lang string) *page.Page { return loadHelpPage(lang, name) }
	switch v := a.findVerb(name); {
	case name == "":
		build = func(lang string) *page.Page { return a.buildFirstPage(root, lang) }
	case v != nil:
		cmd, _, err := root.Find([]string{name})
		if err != nil {
			return err
		}
		build = func(lang string) *page.Page { return buildVerbPage(v, cmd, lang) }
	case name == "method":
		build = buildMethodPage
	case name == "ci":
		build = buildCIPage
	case !slices.Contains(topics, name):
		return diag.UnknownHelpTopic(diag.Pos{}, name).OneOf(name, append(a.listVerbNames(), topics...))
	}
	return a.out.Write(helpWriters.Document("help", build))
}

// buildFirstPage lists all there is.
func (a *app) buildFirstPage(root *cobra.Command, lang string) *page.Page {
	t := textsIn(lang)
	p := loadHelpPage(lang, "first")
	section := func(title string, rows []page.Row) {
		p.Gap()
		p.Heading(title)
		p.Rows(rows)
	}
	section(t.HelpCommands(), a.listVerbRows(t))
	section(t.HelpTopics(), listTopicRows(t))
	section(t.HelpFlags(), listFlagRows(t, commonFlags, root.Flags(), root.PersistentFlags()))
	p.Gap()
	p.Text(t.HelpMore())
	return p
}

// buildVerbPage says how to use one verb.
func buildVerbPage(v *verb, cmd *cobra.Command, lang string) *page.Page {
	t := textsIn(lang)
	p := &page.Page{}
	p.Literal("ajar " + cmd.Use)
	p.Gap()
	p.Append(loadHelpPage(lang, v.name))
	if rows := listFlagRows(t, v.flags, cmd.LocalNonPersistentFlags()); len(rows) > 0 {
		p.Gap()
		p.Heading(t.HelpFlags())
		p.Rows(rows)
	}
	p.Gap()
	p.Text(t.HelpGlobal())
	return p
}

// listFlagRows describes flags, those of the first set first.
func listFlagRows(t texts, flags []flagHelp, sets ...*pflag.FlagSet) []page.Row {
	var rows []page.Row
	seen := map[string]bool{}
	for _, set := range sets {
		set.VisitAll(func(f *pflag.Flag) {
			if seen[f.Name] {
				return
			}
			seen[f.Name] = true
			row := page.Row{Term: "--" + f.Name}
			if f.Shorthand != "" {
				row.Term = "-" + f.Shorthand + ", " + row.Term
			}
			if h := findFlagHelp(flags, f.Name); h != nil {
				row.Text = h.about(t)
				if h.value != "" {
					row.Term += " " + h.value
				}
			}
			rows = append(rows, row)
		})
	}
	return rows
}
