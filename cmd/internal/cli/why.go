package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func whyVerb() verb {
	return verb{
		name: "why", args: profileArg + " [DIMENSION] [--set ID=VALUE]...", short: texts.ShortWhy, formats: newReportWriters("").Formats(), flags: []flagHelp{setFlag},
		build: buildWhy,
	}
}

func buildWhy(a *app, cmd *cobra.Command) {
	cmd.ValidArgsFunction = a.completeWhy
	sets := cmd.Flags().StringArray(setFlag.name, nil, "")
	mustRegister(cmd.RegisterFlagCompletionFunc(setFlag.name, a.completeAssignment))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 2 {
			return newTooManyArgsMistake(cmd, args[2])
		}
		dimension := ""
		if len(args) == 2 {
			dimension, args = args[1], args[:1]
		}
		name, err := takeOnlyArg(cmd, args)
		if err != nil {
			return err
		}
		return a.runWhy(cmd, name, dimension, *sets)
	}
}

// runWhy says why the dimensions lean as they do, or one of them.
func (a *app) runWhy(cmd *cobra.Command, name, dimension string, sets []string) error {
	if dimension != "" && a.pack.Dimension(dimension) == nil {
		return newUnknownDimensionMistake(a, dimension)
	}
	places := map[string]diag.Pos{}
	profile, err := a.loadProfile(name, sets, profiles.WithPositions(places))
	if err != nil {
		return err
	}
	var rec *engine.Recommendation
	if rec, err = a.analyseProfile(cmd, profile); err != nil {
		return err
	}
	d := newReportWriters(a.Version).Document(cmd.Name(), func(w io.Writer, f report.Format, opts ...report.WriteOption) error {
		return report.WriteWhy(w, a.pack, rec, dimension, f, append(opts, report.Positions(places))...)
	})
	d.Long = true
	return a.out.Write(d)
}

// newUnknownDimensionMistake names the nearest dimension: many people write only the
// first word of it.
func newUnknownDimensionMistake(a *app, word string) error {
	var ids []string
	for i := range a.pack.Dimensions {
		ids = append(ids, a.pack.Dimensions[i].ID)
	}
	d := diag.UnknownDimension(diag.Pos{}, word).OneOf(word, ids)
	if begun := filterByPrefix(ids, word); d.Suggest == "" && len(begun) == 1 {
		d.Suggest = begun[0]
	}
	return d
}

// completeWhy offers profiles, then dimensions.
func (a *app) completeWhy(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(args) != 1 {
		return a.completeProfile(cmd, args, word)
	}
	var out []string
	for i := range a.pack.Dimensions {
		out = appendDescribed(out, a.pack.Dimensions[i].ID, a.pack.Dimensions[i].Title.In(a.words.Lang), word)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
