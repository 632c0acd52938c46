package cli

import (
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ajar-decision/ajar/rules/diag"
)

// findFlagHelp gives what help says about a flag, nil for a flag that is not there.
func findFlagHelp(flags []flagHelp, name string) *flagHelp {
	if i := slices.IndexFunc(flags, func(f flagHelp) bool { return f.name == name }); i >= 0 {
		return &flags[i]
	}
	return nil
}

// summarise says in a line what the verb does. A test holds that no verb is without.
func (v *verb) summarise(t texts) string {
	if v.short == nil {
		return ""
	}
	return v.short(t)
}

// newCommand makes the command of a verb. Cobra adds nothing of its own.
func (v *verb) newCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: v.name, Short: v.summarise(a.words), Args: cobra.ArbitraryArgs, ValidArgsFunction: cobra.NoFileCompletions, DisableFlagsInUseLine: true,
	}
	if v.args != "" {
		cmd.Use += " " + v.args
	}
	v.build(a, cmd)
	describeFlags(cmd.Flags(), v.flags, a.words)
	return cmd
}

// describeFlags gives flags their line in the user's language.
func describeFlags(set *pflag.FlagSet, flags []flagHelp, t texts) {
	set.VisitAll(func(f *pflag.Flag) {
		if h := findFlagHelp(flags, f.Name); h != nil {
			f.Usage = h.about(t)
		}
	})
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

// mustRegister is for registrations that fail only if the program is wrong.
func mustRegister(err error) {
	if err != nil {
		panic("cli: " + err.Error())
	}
}
