package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func (a *app) whatifCmd() *cobra.Command {
	return a.profileCmd("whatif"+profileUse+"--set ID=VALUE...", a.whatif)
}

// whatif decides twice, without and with the assignments. What is odd about the
// profile is told once.
func (a *app) whatif(cmd *cobra.Command, name string, sets []string) error {
	if len(sets) == 0 {
		return diag.MissingArgument(diag.Pos{}, cmd.Name()+" "+name, cmd.Use)
	}
	base, err := a.profile(name, nil)
	if err != nil {
		return err
	}
	changed, err := a.profile(name, sets, profiles.WithWarn(func(diag.Diagnostic) {}))
	if err != nil {
		return err
	}
	var recs [2]*engine.Recommendation
	for i, p := range []engine.Profile{base, changed} {
		if recs[i], err = a.analyse(cmd, p); err != nil {
			return err
		}
	}
	return a.emit(document{verb: cmd.Name(), formats: formatsOf(cmd.Name()), write: func(w io.Writer, v view) error {
		return report.WriteChange(w, recs[0], recs[1], report.Format(v.format), a.reportOptions(v)...)
	}})
}
