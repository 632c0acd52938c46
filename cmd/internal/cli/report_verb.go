package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
)

// reportDocument is a document of package report, which writes it in each of its formats.
type reportDocument func(io.Writer, report.Format, ...report.WriteOption) error

// newReportWriters gives the writers of what package report writes.
func newReportWriters(version string) output.Writers[reportDocument] {
	var out output.Writers[reportDocument]
	for _, f := range report.Formats() {
		out = append(out, output.Writer[reportDocument]{Format: output.FormatOf(f), Write: func(d reportDocument, w io.Writer, v output.View) error {
			return d(w, f, makeReportOptions(version, v)...)
		}})
	}
	return out
}

// makeReportOptions says how a report is to look.
func makeReportOptions(version string, v output.View) []report.WriteOption {
	return []report.WriteOption{
		report.Lang(v.Lang), report.Width(v.Look.Width), report.Color(v.Look.Color), report.Accessible(v.Look.Accessible), report.Version(version), output.StanceRecords(),
	}
}

// writeReport writes a document of package report.
func (a *app) writeReport(verb string, d reportDocument) error {
	return a.out.Write(newReportWriters(a.Version).Document(verb, d))
}

// setFlag is the flag --set, which several verbs have.
var setFlag = flagHelp{"set", "ID=VALUE", texts.FlagSet}

// newReportVerb makes a verb that takes one profile and answers on top, and
// writes a document of package report.
func newReportVerb(name, args string, short func(texts) string, run func(a *app, cmd *cobra.Command, name string, sets []string) error) verb {
	return verb{
		name: name, args: profileArg + " " + args, short: short, formats: newReportWriters("").Formats(), flags: []flagHelp{setFlag},
		build: func(a *app, cmd *cobra.Command) {
			cmd.ValidArgsFunction = a.completeProfile
			sets := cmd.Flags().StringArray(setFlag.name, nil, "")
			mustRegister(cmd.RegisterFlagCompletionFunc(setFlag.name, a.completeAssignment))
			cmd.RunE = func(cmd *cobra.Command, args []string) error {
				name, err := takeOnlyArg(cmd, args)
				if err != nil {
					return err
				}
				return run(a, cmd, name, *sets)
			}
		},
	}
}

func (a *app) analyseProfile(cmd *cobra.Command, p engine.Profile, opts ...engine.AnalyseOption) (*engine.Recommendation, error) {
	eng, err := makeEngine()
	if err != nil {
		return nil, err
	}
	rec, err := a.analyse(cmd.Context(), eng, p, opts...)
	if err == nil {
		a.log.Info().Str("stance", string(rec.Stance)).Str("option", rec.Option).Msg("decided")
	}
	return rec, err
}
