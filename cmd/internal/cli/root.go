package cli

import (
	"cmp"
	"errors"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func init() {
	// On Windows cobra would greet those who double-click in English, and wait.
	cobra.MousetrapHelpText = ""
	// Commands are listed in the order in which people need them.
	cobra.EnableCommandSorting = false
}

// errHelpShown says that standard error tells already what is missing.
var errHelpShown = errors.New("short help was shown")

// newRootCommand builds the commands. Nothing that cobra says by itself reaches the
// user: help, usage and errors come from our own texts.
func (a *app) newRootCommand() *cobra.Command {
	root := &cobra.Command{
		Use: "ajar", Args: cobra.ArbitraryArgs, RunE: a.runWithoutVerb,
		SilenceErrors: true, SilenceUsage: true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return a.loadSettings(cmd) },
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.SetIn(a.Stdin)
	root.SetOut(a.Stdout)
	root.SetErr(a.Stderr)
	root.SetFlagErrorFunc(translateFlagError)
	root.SetHelpFunc(a.answerHelpFlag)
	settings.AddFlags(root.PersistentFlags())
	root.Flags().Bool("version", false, "")
	describeFlags(root.Flags(), commonFlags, a.words)
	describeFlags(root.PersistentFlags(), commonFlags, a.words)
	for i := range a.verbs {
		cmd := a.verbs[i].newCommand(a)
		root.AddCommand(cmd)
		if cmd.Name() == "help" {
			root.SetHelpCommand(cmd)
		}
	}
	completeFlags(root, a.listFormatNames)
	return root
}

// answerHelpFlag answers -h.
func (a *app) answerHelpFlag(cmd *cobra.Command, _ []string) {
	if a.helpErr = a.loadSettings(cmd); a.helpErr != nil {
		return
	}
	if root := cmd.Root(); cmd != root {
		a.helpErr = a.runHelp(root, cmd.Name())
	} else if args := cmd.Flags().Args(); len(args) > 0 {
		a.helpErr = newUnknownVerbMistake(a, args[0])
	} else {
		a.helpErr = a.runHelp(root, "")
	}
}

// runWithoutVerb is ajar without a verb.
func (a *app) runWithoutVerb(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return newUnknownVerbMistake(a, args[0])
	}
	if on, err := cmd.Flags().GetBool("version"); on || err != nil {
		return cmp.Or(err, a.runVersion("version"))
	}
	return a.askOrShowHelp(cmd)
}

// newUnknownVerbMistake helps those who misspelt a verb or left it out.
func newUnknownVerbMistake(a *app, word string) error {
	d := diag.UnknownCommand(diag.Pos{}, word)
	d.Suggest = diag.Nearest(word, a.listVerbNames())
	if _, err := os.Stat(a.files.Resolve(word)); err == nil || strings.HasPrefix(word, profiles.PresetPrefix) || strings.HasPrefix(word, profiles.CasePrefix) {
		d.Suggest = "ajar decide " + word
	}
	return d
}

// askOrShowHelp is ajar without a verb: at a terminal it asks, else it says how it is
// used.
func (a *app) askOrShowHelp(cmd *cobra.Command) error {
	if a.canAsk() && term.IsTerminal(a.Stdout) {
		return a.runAsk(cmd.Context(), "ask", askFlags{order: questionOrders[0], weights: weightMethods[0]})
	}
	a.writeStderr(loadHelpPage(a.words.Lang, "short").Draw(a.out.LookFor(a.Stderr)))
	return errHelpShown
}
