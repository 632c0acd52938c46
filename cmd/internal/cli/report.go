package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

// usualFigure is the figure that is written where none is named.
func usualFigure() string { return report.FigureIDs()[0] }

func reportVerb() verb {
	v := newReportVerb("report", "[-o FILE]... [--figure FIGURE] [--set ID=VALUE]...", texts.ShortReport, (*app).runReport)
	v.formats = newDecisionWriters("").Formats()
	v.flags = append([]flagHelp{{"figure", "FIGURE", texts.FlagFigure}}, v.flags...)
	build := v.build
	v.build = func(a *app, cmd *cobra.Command) {
		build(a, cmd)
		cmd.Flags().String("figure", usualFigure(), "")
		mustRegister(cmd.RegisterFlagCompletionFunc("figure", func(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
			return filterByPrefix(report.FigureIDs(), word), cobra.ShellCompDirectiveNoFileComp
		}))
	}
	return v
}

// runReport writes what is kept and passed on: everything, in whatever format.
func (a *app) runReport(cmd *cobra.Command, name string, sets []string) error {
	figure := cmd.Flags().Lookup("figure").Value.String()
	if !slices.Contains(report.FigureIDs(), figure) {
		return diag.UnknownFlagValue(diag.Pos{}, figure, "--figure").OneOf(figure, report.FigureIDs())
	}
	places := map[string]diag.Pos{}
	profile, err := a.loadProfile(name, sets, profiles.WithPositions(places))
	if err != nil {
		return err
	}
	rec, err := a.analyseProfile(cmd, profile)
	if err != nil {
		return err
	}
	d := newDecisionWriters(a.Version).Document(cmd.Name(), decision{
		pack: a.pack, rec: rec, figure: figure, opts: []report.WriteOption{report.Positions(places)},
		more: func(report.Format, output.View) []report.WriteOption {
			return []report.WriteOption{report.Length(report.FullExtent)}
		},
	})
	d.Long = true
	return a.out.Write(d)
}
