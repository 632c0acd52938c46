package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func sensitivityVerb() verb {
	return newReportVerb("sensitivity", "[--set ID=VALUE]...", texts.ShortSensitivity, (*app).runSensitivity)
}

func (a *app) runSensitivity(cmd *cobra.Command, name string, sets []string) error {
	places := map[string]diag.Pos{}
	profile, err := a.loadProfile(name, sets, profiles.WithPositions(places))
	if err != nil {
		return err
	}
	rec, err := a.analyseProfile(cmd, profile, engine.WithPairs())
	if err != nil {
		return err
	}
	return a.writeReport(cmd.Name(), func(w io.Writer, f report.Format, opts ...report.WriteOption) error {
		return report.WriteSensitivity(w, a.pack, rec, f, append(opts, report.Positions(places))...)
	})
}
