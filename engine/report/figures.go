package report

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/figure"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// figures are all figures of a report, by the word that chooses one.
var figures = []struct {
	id   string
	draw func(*wording) *figure.Figure
}{{"leans", makeLeansFigure}, {"weights", makeWeightsFigure}, {"shares", makeSharesFigure}, {"values", makeValuesFigure}}

// FigureIDs lists the figures that [ComposeFigure] makes.
func FigureIDs() []string {
	out := make([]string, len(figures))
	for i := range figures {
		out[i] = figures[i].id
	}
	return out
}

// ComposeFigure makes one figure of a report: which way each dimension pulls ("leans"),
// between which weights the advice stays ("weights"), how often each option wins
// ("shares"), or what each form is worth ("values"). Options and errors are those of
// [Write], and [ErrNothingToDraw].
func ComposeFigure(pack *rules.Pack, r *engine.Recommendation, id string, opts ...WriteOption) (*figure.Figure, error) {
	if err := checkPack(pack, r); err != nil {
		return nil, err
	}
	w := newWording(pack, r, applyOptions(opts))
	for i := range figures {
		if figures[i].id != id {
			continue
		}
		if f := figures[i].draw(w); f != nil {
			return f, nil
		}
	}
	return nil, ErrNothingToDraw
}

// ErrNothingToDraw says that the result has nothing to show in a figure, or that there is
// no such figure.
var ErrNothingToDraw = errors.New("report: there is nothing to draw in this figure")

// makeLeansFigure shows the pull of each dimension from the middle: to the left closed, to the
// right open, as long as it counts. Full length is the weightiest dimension leaning all
// one way. The thin line is how far answers to open facts may move it.
func makeLeansFigure(w *wording) *figure.Figure {
	widest := 0.0
	for i := range w.rec.Dimensions {
		widest = max(widest, w.rec.Dimensions[i].Importance)
	}
	if widest == 0 {
		return nil
	}
	f := &figure.Figure{
		ID: "leans", Title: w.SectionLeans(), Description: w.FigureLeans(), Origin: 0.5,
		Scale: []figure.Tick{{At: 0, Label: w.StanceClosed()}, {At: 0.5, Label: w.LeanBalanced()}, {At: 1, Label: w.StanceOpen()}},
		Key:   []figure.KeyEntry{{Look: figure.Striped, Text: w.KeyClosed()}, {Look: figure.Solid, Text: w.KeyOpen()}, {Look: figure.Span, Text: w.KeySpan()}},
	}
	for i := range w.rec.Dimensions {
		d := &w.rec.Dimensions[i]
		share := d.Importance / widest / 2
		at := func(lean float64) float64 { return clip(0.5 + float64(lean*share)) }
		row := figure.Row{Name: w.pack.Dimension(d.ID).Title.In(w.Lang), Value: w.FigureLean(w.describeLean(d.Lean), strconv.Itoa(w.dimensionShare[d.ID]))}
		if row.Unknown = !d.Lean.Exists(); !row.Unknown {
			look := figure.Solid
			if d.Lean.Nominal < 0 {
				look = figure.Striped
			}
			row.Bars = append(row.Bars, figure.Bar{From: 0.5, To: at(d.Lean.Nominal), Look: look})
			if d.Lean.Low < d.Lean.High {
				row.Bars = append(row.Bars, figure.Bar{From: at(d.Lean.Low), To: at(d.Lean.High), Look: figure.Span})
			}
		}
		f.Rows = append(f.Rows, row)
	}
	return keepUsedLooks(f)
}

const fullWeight = 10 // the greatest weight of a priority

// makeWeightsFigure shows for each stated priority how far its weight may go before the advice
// changes, those that need the smallest change first.
func makeWeightsFigure(w *wording) *figure.Figure {
	if w.rec.Sensitivity == nil || w.rec.Option == "" {
		return nil
	}
	list := slices.DeleteFunc(slices.Clone(w.rec.Sensitivity.Priorities), func(p engine.PrioritySensitivity) bool { return len(p.Flips) == 0 || !p.Stated })
	if len(list) == 0 {
		return nil
	}
	slices.SortStableFunc(list, func(a, b engine.PrioritySensitivity) int {
		return cmp.Compare(findSmallestFlip(w, &a), findSmallestFlip(w, &b))
	})
	f := &figure.Figure{
		ID: "weights", Title: w.SectionWeights(), Description: w.FigureWeights(), Origin: 0,
		Scale: []figure.Tick{{At: 0, Label: "0"}, {At: 0.5, Label: "5"}, {At: 1, Label: "10"}},
		Key:   []figure.KeyEntry{{Look: figure.Mark, Text: w.KeyNow()}, {Look: figure.Solid, Text: w.KeyFlip()}},
	}
	for i := range list {
		p := &list[i]
		stated, _ := w.rec.Profile.StatedWeight(p.ID)
		now := clip(stated / fullWeight)
		row := figure.Row{Name: w.namePriority(p.ID), Value: w.FigureNow(plain.Decimal(stated))}
		for j := range p.Flips {
			x := &p.Flips[j]
			row.Bars = append(row.Bars, figure.Bar{From: now, To: clip(x.At / fullWeight), Look: figure.Solid, Label: w.FlipCell(plain.Decimal(x.At), nameFlipOutcome(w, x))})
		}
		row.Bars = append(row.Bars, figure.Bar{From: now, To: now, Look: figure.Mark})
		f.Rows = append(f.Rows, row)
	}
	return keepUsedLooks(f)
}

// makeSharesFigure shows in how many of 100 weightings near the stated one each option wins, and
// below it the same where our own numbers are in doubt too.
func makeSharesFigure(w *wording) *figure.Figure {
	s := w.rec.Sensitivity
	if s == nil || w.rec.Option == "" || len(s.Acceptability) < 2 {
		return nil
	}
	f := &figure.Figure{
		ID: "shares", Title: w.SectionWeightings(), Description: w.FigureShares(),
		Scale: []figure.Tick{{At: 0, Label: "0"}, {At: 0.5, Label: "50"}, {At: 1, Label: "100"}},
		Key:   []figure.KeyEntry{{Look: figure.Solid, Text: w.KeyNear()}, {Look: figure.Striped, Text: w.KeyDoubted()}},
	}
	near := allotChances(s.Acceptability)
	for _, a := range s.Acceptability {
		if a.Share == 0 && a.OverJudgements == 0 {
			continue // the table names it
		}
		f.Rows = append(f.Rows, figure.Row{
			Name: w.pack.Option(a.Option).Title.In(w.Lang), Value: w.FigureChances(near.sayAlone(w, a.Option), w.formatChances(float64(a.OverJudgements))),
			Bars: []figure.Bar{{To: clip(a.Share), Look: figure.Solid}, {To: clip(float64(a.OverJudgements)), Look: figure.Striped}},
		})
	}
	return f
}

// makeValuesFigure shows for each form that is not ruled out by what it needs which part of the
// weighted goals it meets, and between which bounds open answers may move that. What a
// rule forbids is a frame alone.
func makeValuesFigure(w *wording) *figure.Figure {
	f := &figure.Figure{
		ID: "values", Title: w.SectionOptions(), Description: w.FigureValues(),
		Scale: []figure.Tick{{At: 0, Label: w.Percent("0")}, {At: 0.5, Label: w.Percent("50")}, {At: 1, Label: w.Percent("100")}},
		Key: []figure.KeyEntry{
			{Look: figure.Solid, Text: w.StandingRecommended()}, {Look: figure.Striped, Text: w.StandingAvailable()}, {Look: figure.Hollow, Text: w.KeyNotHad()}, {Look: figure.Span, Text: w.KeySpan()},
		},
	}
	for i := range w.rec.Options {
		for j := range w.rec.Options[i].Forms {
			x := &w.rec.Options[i].Forms[j]
			if !x.Value.Exists() || x.Possible == rules.False {
				continue
			}
			look := figure.Striped
			switch {
			case x.ID == w.rec.Form:
				look = figure.Solid
			case !x.Available:
				look = figure.Hollow
			}
			_, form := w.pack.Form(x.ID)
			row := figure.Row{Name: form.Title.In(w.Lang), Value: formatValue(w, x.Value), Bars: []figure.Bar{{To: clip(x.Value.Nominal), Look: look}}}
			if x.Value.Low < x.Value.High {
				row.Bars = append(row.Bars, figure.Bar{From: clip(x.Value.Low), To: clip(x.Value.High), Look: figure.Span})
			}
			f.Rows = append(f.Rows, row)
		}
	}
	if len(f.Rows) == 0 {
		return nil
	}
	return keepUsedLooks(f)
}

// keepUsedLooks leaves out of the key what is not in the picture.
func keepUsedLooks(f *figure.Figure) *figure.Figure {
	used := map[figure.Look]bool{}
	for i := range f.Rows {
		for _, b := range f.Rows[i].Bars {
			used[b.Look] = true
		}
	}
	f.Key = slices.DeleteFunc(f.Key, func(k figure.KeyEntry) bool { return !used[k.Look] })
	return f
}

// clip keeps a place inside the figure: rounding may lead a hair out of it.
func clip(x float64) float64 { return math.Min(1, math.Max(0, x)) }
