package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

// Those for whom a report is written: a board sees one sheet and may unfold the rest, a
// team has all of it before its eyes, and the public is not told what is private.
const (
	boardAudience  = "board"
	teamAudience   = "team"
	publicAudience = "public"
)

// figureFlag chooses the figure that a file in SVG holds, and tableFlag the table of one in
// CSV.
const (
	figureFlag = "figure"
	tableFlag  = "table"
)

// reportFlags are the flags of the verb that take one of a few words, the usual one first.
var reportFlags = []struct {
	name, placeholder string
	words             []string
	about             func(texts) string
}{
	{"audience", "AUDIENCE", []string{boardAudience, teamAudience, publicAudience}, texts.FlagAudience},
	{figureFlag, "FIGURE", report.FigureIDs(), texts.FlagFigure},
	{tableFlag, "TABLE", report.Tables(), texts.FlagTable},
}

var sheetFlag = flagHelp{"sheet", "", texts.FlagSheet}

// readSheetFlag reports whether the release sheet is asked for. It is for those who sign,
// so nothing is left out of it, and it has no figure.
func readSheetFlag(cmd *cobra.Command) (bool, error) {
	isSheet, err := cmd.Flags().GetBool(sheetFlag.name)
	if err != nil || !isSheet {
		return false, err
	}
	for _, name := range []string{figureFlag, tableFlag, "audience", "decided"} {
		if f := cmd.Flags().Lookup(name); f.Changed && (name != "audience" || f.Value.String() == publicAudience) {
			return false, diag.ConflictingFlags(diag.Pos{}, "--sheet", "--"+name+" "+f.Value.String())
		}
	}
	return true, nil
}

func reportVerb() verb {
	v := newReportVerb("report", "[-o FILE]... [--audience AUDIENCE] [--figure FIGURE] [--table TABLE] [--sheet] [--decided FORM --deciders NAMES --because REASON] [--set ID=VALUE]...", texts.ShortReport, (*app).runReport)
	v.formats = newDecisionWriters("").Formats()
	v.flags = append(slices.Clone(resolutionFlags), v.flags...)
	for _, f := range slices.Backward(reportFlags) {
		v.flags = append([]flagHelp{{f.name, f.placeholder, f.about}}, v.flags...)
	}
	v.flags = append([]flagHelp{sheetFlag}, v.flags...)
	build := v.build
	v.build = func(a *app, cmd *cobra.Command) {
		build(a, cmd)
		cmd.Flags().Bool(sheetFlag.name, false, "")
		for _, f := range reportFlags {
			cmd.Flags().String(f.name, f.words[0], "")
			mustRegister(cmd.RegisterFlagCompletionFunc(f.name, func(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
				return filterByPrefix(f.words, word), cobra.ShellCompDirectiveNoFileComp
			}))
		}
		addResolutionFlags(a, cmd)
	}
	return v
}

// readReportFlags reads the flags that take one of a few words. All mistakes come at once.
func readReportFlags(cmd *cobra.Command) (map[string]string, error) {
	var list diag.List
	out := map[string]string{}
	for _, f := range reportFlags {
		word := cmd.Flags().Lookup(f.name).Value.String()
		if !slices.Contains(f.words, word) {
			list.Add(diag.UnknownFlagValue(diag.Pos{}, word, "--"+f.name).OneOf(word, f.words))
		}
		out[f.name] = word
	}
	return out, list.Err()
}

// runReport writes what is kept and passed on: everything, in whatever format.
func (a *app) runReport(cmd *cobra.Command, name string, sets []string) error {
	flags, err := readReportFlags(cmd)
	if err != nil {
		return err
	}
	res, err := readResolution(cmd, a.pack)
	if err != nil {
		return err
	}
	isSheet, err := readSheetFlag(cmd)
	if err != nil {
		return err
	}
	places := map[string]diag.Pos{}
	profile, err := a.loadProfile(name, sets, profiles.WithPositions(places))
	if err != nil {
		return err
	}
	d := decision{pack: a.pack, figure: flags[figureFlag]}
	if flags["audience"] == publicAudience {
		d.rec, d.opts, err = analyseForPublic(a, cmd, profile, res)
	} else {
		d.rec, err = a.analyseProfile(cmd, profile)
		d.opts = []report.WriteOption{report.Positions(places), report.Unfolded(flags["audience"] == teamAudience)}
	}
	if err != nil {
		return err
	}
	shown, told := name, sets
	if flags["audience"] == publicAudience { // a file's name may tell whom a deal is with, and a --set a private answer
		shown, told = placeholder, nil
	}
	if d.profile, d.resolution = formatCommandArgs(shown, told), res; res != nil {
		res.Advised = d.rec.Form
	}
	d.opts = append(d.opts, report.TableNamed(flags[tableFlag]), placeCheck(shown, sets))
	d.more = func(report.Format, output.View) []report.WriteOption {
		return []report.WriteOption{report.Length(report.FullExtent)}
	}
	writers := newDecisionWriters(a.Version)
	if isSheet {
		writers = newSheetWriters(a.Version)
	}
	doc := writers.Document(cmd.Name(), d)
	doc.Long = true
	if res != nil && !a.out.Writes(doc, output.ADR) && !a.out.Writes(doc, output.HTML) {
		return diag.IdleFlagFormat(diag.Pos{}, "--decided", output.ADR.Name)
	}
	if cmd.Flags().Changed(figureFlag) && !a.out.Writes(doc, output.SVG) {
		return diag.IdleFlagFormat(diag.Pos{}, "--"+figureFlag, output.SVG.Name)
	}
	if cmd.Flags().Changed(tableFlag) && !a.out.Writes(doc, output.CSV) {
		return diag.IdleFlagFormat(diag.Pos{}, "--"+tableFlag, output.CSV.Name)
	}
	return a.out.Write(doc)
}
