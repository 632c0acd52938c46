package cli

import (
	"errors"
	"io"

	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/adr"
	"github.com/ajar-decision/ajar/engine/report/html"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// usualFigure is the figure that is written where none is named.
func usualFigure() string { return report.FigureIDs()[0] }

// decision is a recommendation that is written in all formats that a decision has. Of
// those that draw, HTML has all figures and SVG has one.
type decision struct {
	pack   *rules.Pack
	rec    *engine.Recommendation
	figure string
	// resolution is what people decide now; nil leaves a record as it is.
	resolution *report.Resolution
	// profile is what a command calls the profile.
	profile string
	opts    []report.WriteOption
	// more are options that depend on where the decision goes; nil adds none.
	more func(report.Format, output.View) []report.WriteOption
}

// newDecisionWriters gives the writers of a decision.
func newDecisionWriters(version string) output.Writers[decision] {
	var out output.Writers[decision]
	for _, f := range append(report.Formats(), report.CSV) {
		out = append(out, output.Writer[decision]{Format: output.FormatOf(f), Write: func(d decision, w io.Writer, v output.View) error {
			return report.Write(w, d.pack, d.rec, f, d.optionsFor(f, version, v)...)
		}})
	}
	return append(out,
		output.Writer[decision]{Format: output.HTML, Write: func(d decision, w io.Writer, v output.View) error {
			opts := d.optionsFor("", version, v)
			if d.resolution != nil {
				opts = append(opts, report.Decided(*d.resolution))
			}
			return html.Write(w, d.pack, d.rec, v.Langs, opts...)
		}},
		output.Writer[decision]{Format: output.SVG, Write: func(d decision, w io.Writer, v output.View) error {
			f, err := report.ComposeFigure(d.pack, d.rec, d.figure, d.optionsFor("", version, v)...)
			if errors.Is(err, report.ErrNothingToDraw) {
				return diag.EmptyFigure(diag.Pos{}, d.figure)
			}
			if err != nil {
				return err
			}
			return html.WriteFigure(w, f)
		}},
		output.Writer[decision]{Format: output.ADR, Write: func(d decision, w io.Writer, v output.View) error {
			res, err := d.findResolution(v)
			if err != nil {
				return err
			}
			return adr.Write(w, d.pack, d.rec, res, d.profile, d.optionsFor("", version, v)...)
		}},
	)
}

// findResolution gives what people decide now, else what they decided in the record that
// is there.
func (d *decision) findResolution(v output.View) (report.Resolution, error) {
	switch {
	case d.resolution != nil:
		return *d.resolution, nil
	case len(v.Old) > 0:
		return adr.ReadResolution(v.Path, v.Old, d.pack)
	}
	return report.Resolution{}, nil
}

func (d *decision) optionsFor(f report.Format, version string, v output.View) []report.WriteOption {
	opts := append(makeReportOptions(version, v), d.opts...)
	if d.more != nil {
		opts = append(opts, d.more(f, v)...)
	}
	return opts
}
