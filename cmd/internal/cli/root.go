package cli

import (
	"cmp"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func init() {
	// On Windows cobra would greet those who double-click in English, and wait.
	cobra.MousetrapHelpText = ""
	// Commands are listed in the order in which people need them.
	cobra.EnableCommandSorting = false
}

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
	root.AddCommand(
		a.newAskCommand(), a.newDecideCommand(), a.newWhatifCommand(), a.newSensitivityCommand(), a.newExplainCommand(), a.newCasesCommand(), a.newInitCommand(),
		a.newCheckCommand(), a.newCompareCommand(), a.newMigrateCommand(), a.newSchemaCommand(), a.newVersionCommand(), a.newCompletionCommand(),
	)
	help := a.newHelpCommand()
	root.SetHelpCommand(help)
	root.AddCommand(help)
	completeFlags(root)
	a.describeCommands(root)
	return root
}

// describeCommands gives every command and flag its line in the user's language, and
// turns off what cobra would add.
func (a *app) describeCommands(root *cobra.Command) {
	say := func(f *pflag.Flag) { f.Usage = describeFlag(a.words, f.Name) }
	root.Flags().VisitAll(say)
	root.PersistentFlags().VisitAll(say)
	for _, cmd := range root.Commands() {
		cmd.Short = summariseTopic(a.words, cmd.Name())
		cmd.DisableFlagsInUseLine = true
		cmd.LocalNonPersistentFlags().VisitAll(say)
	}
}

// listVerbs lists the names of the commands.
func listVerbs(root *cobra.Command) []string {
	var names []string
	for _, cmd := range root.Commands() {
		if !cmd.Hidden {
			names = append(names, cmd.Name())
		}
	}
	return names
}

// runWithoutVerb is ajar without a verb.
func (a *app) runWithoutVerb(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return a.newUnknownVerbMistake(cmd, args[0])
	}
	if on, err := cmd.Flags().GetBool("version"); on || err != nil {
		return cmp.Or(err, a.runVersion("version"))
	}
	return a.askOrShowHelp(cmd)
}

// newUnknownVerbMistake helps those who misspelt a verb or left it out.
func (a *app) newUnknownVerbMistake(root *cobra.Command, word string) error {
	d := diag.UnknownCommand(diag.Pos{}, word)
	d.Suggest = diag.Nearest(word, listVerbs(root))
	if _, err := os.Stat(a.resolvePath(word)); err == nil || strings.HasPrefix(word, profiles.PresetPrefix) || strings.HasPrefix(word, profiles.CasePrefix) {
		d.Suggest = "ajar decide " + word
	}
	return d
}

// takeOnlyArg takes the only argument of a verb.
func takeOnlyArg(cmd *cobra.Command, args []string) (string, error) {
	if len(args) > 1 {
		return "", newTooManyArgsMistake(cmd, args[1])
	}
	if len(args) == 0 || args[0] == "" {
		return "", diag.MissingArgument(diag.Pos{}, cmd.Name(), cmd.Use)
	}
	return args[0], nil
}

func newTooManyArgsMistake(cmd *cobra.Command, word string) error {
	return diag.UnexpectedArgument(diag.Pos{}, word, cmd.Use)
}
