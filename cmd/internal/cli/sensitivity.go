package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
)

func (a *app) sensitivityCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:               "sensitivity FILE|-|preset:NAME|case:NAME [--set ID=VALUE]...",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: a.completeProfile,
	}
	sets := a.setFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		name, err := one(cmd, args)
		if err != nil {
			return err
		}
		profile, err := a.profile(name, *sets)
		if err != nil {
			return err
		}
		rec, err := a.analyse(cmd, profile, engine.WithPairs())
		if err != nil {
			return err
		}
		return a.emit(document{verb: cmd.Name(), formats: formatsOf(cmd.Name()), write: func(w io.Writer, v view) error {
			return report.WriteSensitivity(w, rec, report.Format(v.format), a.reportOptions(v)...)
		}})
	}
	return cmd
}
