package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
)

func (a *app) sensitivityCmd() *cobra.Command {
	return a.profileCmd("sensitivity"+profileUse+"[--set ID=VALUE]...", a.sensitivity)
}

func (a *app) sensitivity(cmd *cobra.Command, name string, sets []string) error {
	profile, err := a.profile(name, sets)
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
