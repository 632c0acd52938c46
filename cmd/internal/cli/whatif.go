package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func whatifVerb() verb {
	return newReportVerb("whatif", "--set ID=VALUE...", texts.ShortWhatif, (*app).runWhatif)
}

// runWhatif decides twice, without and with the assignments. What is odd about the
// profile is told once.
func (a *app) runWhatif(cmd *cobra.Command, name string, sets []string) error {
	if len(sets) == 0 {
		return diag.MissingArgument(diag.Pos{}, cmd.Name()+" "+name, cmd.Use)
	}
	base, err := a.loadProfile(name, nil)
	if err != nil {
		return err
	}
	places := map[string]diag.Pos{}
	changed, err := a.loadProfile(name, sets, profiles.WithWarn(func(diag.Diagnostic) {}), profiles.WithPositions(places))
	if err != nil {
		return err
	}
	var recs [2]*engine.Recommendation
	for i, p := range []engine.Profile{base, changed} {
		if recs[i], err = a.analyseProfile(cmd, p); err != nil {
			return err
		}
	}
	return a.writeReport(cmd.Name(), func(w io.Writer, f report.Format, opts ...report.WriteOption) error {
		return report.WriteWhatIf(w, a.pack, recs[0], recs[1], f, append(opts, report.Positions(places))...)
	})
}
