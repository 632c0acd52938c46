package cli

import (
	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/batch"
	"github.com/ajar-decision/ajar/cmd/internal/files"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/rules/diag"
)

func batchVerb() verb {
	return verb{
		name: "batch", args: "[FILE|-] [--fields LIST] [--on-error keep|stop] [--summary]", short: texts.ShortBatch,
		formats: append(lineWriters.Formats(), output.Text, output.Markdown),
		flags: []flagHelp{
			{"fields", "LIST", texts.FlagFields}, {"from", "FORMAT", texts.FlagFrom}, {"on-error", "ACTION", texts.FlagOnError},
			{"resume", "COUNT", texts.FlagResume}, {"shard", "I/N", texts.FlagShard}, {"summary", "", texts.FlagSummary},
		},
		build: buildBatch,
	}
}

func buildBatch(a *app, cmd *cobra.Command) {
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return nil, cobra.ShellCompDirectiveDefault
	}
	var f batchFlags
	cmd.Flags().StringVar(&f.fields, "fields", batch.Verdict, "")
	cmd.Flags().StringVar(&f.from, "from", "", "")
	cmd.Flags().StringVar(&f.onError, "on-error", mistakeActions[0], "")
	cmd.Flags().IntVar(&f.resume, "resume", 0, "")
	cmd.Flags().StringVar(&f.shard, "shard", "1/1", "")
	cmd.Flags().BoolVar(&f.summary, "summary", false, "")
	mustRegister(cmd.RegisterFlagCompletionFunc("fields", completeList(batch.FieldNames())))
	mustRegister(cmd.RegisterFlagCompletionFunc("from", completeWord(recordFormats)))
	mustRegister(cmd.RegisterFlagCompletionFunc("on-error", completeWord(mistakeActions)))
	mustRegister(cmd.RegisterFlagCompletionFunc("resume", cobra.NoFileCompletions))
	mustRegister(cmd.RegisterFlagCompletionFunc("shard", cobra.NoFileCompletions))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		name := files.Stdin
		switch {
		case len(args) > 0:
			var err error
			if name, err = takeOnlyArg(cmd, args); err != nil {
				return err
			}
		case term.IsTerminal(a.Stdin):
			return diag.MissingArgument(diag.Pos{}, cmd.Name(), cmd.Use)
		}
		return a.runBatch(cmd, name, f)
	}
}

// completeWord completes a flag from a list.
func completeWord(words []string) completeFunc {
	return func(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
		return filterByPrefix(words, word), cobra.ShellCompDirectiveNoFileComp
	}
}
