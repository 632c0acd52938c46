package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
)

func (a *app) newSensitivityCommand() *cobra.Command {
	return a.newProfileCommand("sensitivity"+profileUse+"[--set ID=VALUE]...", a.runSensitivity)
}

func (a *app) runSensitivity(cmd *cobra.Command, name string, sets []string) error {
	profile, err := a.loadProfile(name, sets)
	if err != nil {
		return err
	}
	rec, err := a.analyseProfile(cmd, profile, engine.WithPairs())
	if err != nil {
		return err
	}
	return a.writeOutput(verbOutput{verb: cmd.Name(), formats: listFormats(cmd.Name()), write: func(w io.Writer, v outputView) error {
		return report.WriteSensitivity(w, a.pack, rec, report.Format(v.format), a.reportWriteOptions(v)...)
	}})
}
