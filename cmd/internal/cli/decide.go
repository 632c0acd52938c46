package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func decideVerb() verb {
	v := newReportVerb("decide", "[--set ID=VALUE]...", texts.ShortDecide, (*app).runDecide)
	v.formats = newDecisionWriters("").Formats()
	return v
}

func (a *app) runDecide(cmd *cobra.Command, name string, sets []string) error {
	places := map[string]diag.Pos{}
	profile, err := a.loadProfile(name, sets, profiles.WithPositions(places))
	if err != nil {
		return err
	}
	rec, err := a.analyseProfile(cmd, profile)
	if err != nil {
		return err
	}
	return a.out.Write(newDecisionWriters(a.Version).Document(cmd.Name(), func(w io.Writer, f report.Format, opts ...report.WriteOption) error {
		return report.Write(w, a.pack, rec, f, append(opts, report.Positions(places))...)
	}))
}
