package cli

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/explain"
	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
)

// scriptGenerators can be taught to complete; each script asks ajar itself what fits.
var scriptGenerators = map[string]func(*cobra.Command, io.Writer) error{
	"bash":       func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) },
	"zsh":        (*cobra.Command).GenZshCompletion,
	"fish":       func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) },
	"powershell": (*cobra.Command).GenPowerShellCompletionWithDesc,
}

var shellNames = []string{"bash", "zsh", "fish", "powershell"}

func (a *app) newCompletionCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "completion bash|zsh|fish|powershell", Args: cobra.ArbitraryArgs,
		ValidArgsFunction: completeFirstArg(shellNames),
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		shell, err := takeOnlyArg(cmd, args)
		if err != nil {
			return err
		}
		generate, ok := scriptGenerators[shell]
		if !ok {
			return diag.UnknownFlagValue(diag.Pos{}, shell, "SHELL").OneOf(shell, shellNames)
		}
		// A script is the same in every language.
		a.settings.Language.All = false
		return a.writeOutput(verbOutput{verb: cmd.Name(), formats: listFormats(cmd.Name()), write: func(w io.Writer, _ outputView) error {
			return generate(cmd.Root(), w)
		}})
	}
	return cmd
}

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

// completeFlags teaches the values of the flags that every verb has.
func completeFlags(root *cobra.Command) {
	values := map[string][]string{
		"lang": append(lang.All(), "all"), "color": settings.Colors,
	}
	for name, list := range values {
		mustRegister(root.RegisterFlagCompletionFunc(name, func(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
			return filterByPrefix(list, word), cobra.ShellCompDirectiveNoFileComp
		}))
	}
	mustRegister(root.RegisterFlagCompletionFunc("format", func(cmd *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
		return filterByPrefix(listFormats(cmd.Name()), word), cobra.ShellCompDirectiveNoFileComp
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
	id, _, ok := strings.Cut(word, "=")
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
	for _, v := range fact.Values {
		add(id+"="+v.ID, v.Label.In(a.words.Lang))
	}
	add(id+"=unknown", a.words.Unknown())
	add(id+"=na", a.words.NA())
	return out, quiet
}

// mustRegister is for registrations that fail only if the program is wrong.
func mustRegister(err error) {
	if err != nil {
		panic("cli: " + err.Error())
	}
}
