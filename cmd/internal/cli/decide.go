package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

func decideVerb() verb {
	v := newReportVerb("decide", "[--full|--length LENGTH] [--set ID=VALUE]...", texts.ShortDecide, (*app).runDecide)
	v.formats = newDecisionWriters("").Formats()
	v.flags = append([]flagHelp{{"full", "", texts.FlagFullReport}, {"length", "LENGTH", texts.FlagLength}}, v.flags...)
	build := v.build
	v.build = func(a *app, cmd *cobra.Command) {
		build(a, cmd)
		cmd.Flags().Bool("full", false, "")
		cmd.Flags().String("length", "", "")
		mustRegister(cmd.RegisterFlagCompletionFunc("length", func(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
			return filterByPrefix(rules.WordsOf(report.Extents()), word), cobra.ShellCompDirectiveNoFileComp
		}))
	}
	return v
}

func (a *app) runDecide(cmd *cobra.Command, name string, sets []string) error {
	length, err := readLength(cmd)
	if err != nil {
		return err
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
	args := formatCommandArgs(name, sets)
	d := newDecisionWriters(a.Version).Document(cmd.Name(), decision{
		pack: a.pack, rec: rec, figure: usualFigure(), profile: args, opts: []report.WriteOption{report.Positions(places), placeCheck(name, sets)},
		more: func(_ report.Format, v output.View) []report.WriteOption {
			return []report.WriteOption{report.Length(chooseExtent(length, v)), report.Footer(textsIn(v.Lang).DecideMore(args))}
		},
	})
	d.Long = length == report.FullExtent
	return a.out.Write(d)
}

// readLength reads how much to say, "" if nothing was said of it.
func readLength(cmd *cobra.Command) (report.Extent, error) {
	full, err := cmd.Flags().GetBool("full")
	if err != nil {
		return "", err
	}
	word := cmd.Flags().Lookup("length")
	length := report.Extent(word.Value.String())
	switch {
	case word.Changed && !slices.Contains(report.Extents(), length):
		return "", diag.UnknownFlagValue(diag.Pos{}, string(length), "--length").OneOf(string(length), rules.WordsOf(report.Extents()))
	case full && word.Changed && length != report.FullExtent:
		return "", diag.ConflictingFlags(diag.Pos{}, "--full", "--length "+string(length))
	case full:
		return report.FullExtent, nil
	}
	return length, nil
}

// chooseExtent gives how much to say: a page for whoever looks, and the whole for a file,
// which is kept and passed on.
func chooseExtent(asked report.Extent, v output.View) report.Extent {
	switch {
	case asked != "":
		return asked
	case v.ToFile:
		return report.FullExtent
	}
	return report.PageExtent
}
