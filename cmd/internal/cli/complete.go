package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/explain"
	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

type completeFunc = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective)

// completeFirstArg completes the first argument from a list, and nothing after it.
func completeFirstArg(names []string) completeFunc {
	return func(_ *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return filterByPrefix(names, word), cobra.ShellCompDirectiveNoFileComp
	}
}

func filterByPrefix(names []string, prefix string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !strings.HasPrefix(n, prefix) })
}

// completeFlags teaches the values of the flags that every verb has; formats are
// those of a verb.
func completeFlags(root *cobra.Command, formats func(*cobra.Command) []string) {
	values := map[string][]string{
		"lang": settings.Languages, "color": settings.Colors,
	}
	for name, list := range values {
		mustRegister(root.RegisterFlagCompletionFunc(name, func(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
			return filterByPrefix(list, word), cobra.ShellCompDirectiveNoFileComp
		}))
	}
	mustRegister(root.RegisterFlagCompletionFunc("format", func(cmd *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
		return filterByPrefix(formats(cmd), word), cobra.ShellCompDirectiveNoFileComp
	}))
	mustRegister(root.RegisterFlagCompletionFunc("width", cobra.NoFileCompletions))
}

// completeProfile offers presets and cases, and leaves files to the shell.
func (a *app) completeProfile(_ *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	out := a.describePresets(profiles.PresetPrefix, word)
	for _, c := range profiles.Cases() {
		out = appendDescribed(out, profiles.CasePrefix+c.Name, c.Title.In(a.words.Lang), word)
	}
	return out, cobra.ShellCompDirectiveDefault
}

// completeTwoProfiles is completeProfile for two arguments.
func (a *app) completeTwoProfiles(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 1 {
		args = nil
	}
	return a.completeProfile(cmd, args, word)
}

// completeList completes the last word of a list with commas.
func completeList(names []string) completeFunc {
	return func(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
		before := word[:strings.LastIndex(word, ",")+1]
		var out []string
		for _, name := range filterByPrefix(names, word[len(before):]) {
			out = append(out, before+name)
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
}

func (a *app) completePreset(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	return a.describePresets("", word), cobra.ShellCompDirectiveNoFileComp
}

func (a *app) describePresets(before, word string) (out []string) {
	for _, p := range profiles.Presets() {
		out = appendDescribed(out, before+p.Name, p.Title.In(a.words.Lang), word)
	}
	return out
}

// appendDescribed adds a name with what it is, if it begins with the word.
func appendDescribed(to []string, name, what, word string) []string {
	if !strings.HasPrefix(name, word) {
		return to
	}
	return append(to, cobra.CompletionWithDesc(name, what))
}

// completeID offers every id.
func (a *app) completeID(_ *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	for _, e := range explain.Index(a.pack, a.words.Lang) {
		out = appendDescribed(out, e.ID, e.Title, word)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// completeAssignment offers ids, and after ID= the values of that fact.
func (a *app) completeAssignment(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	const quiet = cobra.ShellCompDirectiveNoFileComp
	var out []string
	add := func(text, what string) { out = appendDescribed(out, text, what, word) }
	id, value, ok := strings.Cut(word, "=")
	if !ok {
		for i := range a.pack.Facts {
			add(a.pack.Facts[i].ID+"=", a.pack.Facts[i].Title.In(a.words.Lang))
		}
		for i := range a.pack.Priorities {
			add(a.pack.Priorities[i].ID+"=", a.pack.Priorities[i].Title.In(a.words.Lang))
		}
		return out, quiet | cobra.ShellCompDirectiveNoSpace
	}
	fact := a.pack.Fact(id)
	if fact == nil {
		return nil, quiet
	}
	before := id + "="
	if fact.Type == rules.SetFact {
		before += value[:strings.LastIndex(value, ",")+1]
	}
	for _, v := range fact.Values {
		add(before+v.ID, v.Label.In(a.words.Lang))
	}
	add(id+"=unknown", a.words.Unknown())
	add(id+"=na", a.words.NA())
	return out, quiet
}
