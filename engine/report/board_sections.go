package report

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine/report/figure"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

// illustrate puts a figure below the heading of a part, whose table holds the same
// numbers. A part that says nothing has no figure either.
func illustrate(part []page.Block, f *figure.Figure) []page.Block {
	if len(part) == 0 || f == nil {
		return part
	}
	return slices.Insert(slices.Clone(part), 1, page.Block{Kind: page.Picture, Figure: f})
}

// composeLeansPicture is which way the dimensions lean, in words and in numbers.
func composeLeansPicture(w *wording) []page.Block {
	t := &page.Table{BarColumn: page.NoBarColumn, Wraps: true, Head: []string{w.HeadDimension(), w.HeadLean(), w.HeadLeanNumber(), w.HeadRange(), w.HeadWeight()}}
	for i := range w.rec.Dimensions {
		d := &w.rec.Dimensions[i]
		number, between := w.ValueNone(), ""
		if d.Lean.Exists() {
			number = formatLean(d.Lean.Nominal)
			if low, high := formatLean(d.Lean.Low), formatLean(d.Lean.High); low != high {
				between = w.Between(low, high)
			}
		}
		t.AddRow([]string{w.pack.Dimension(d.ID).Title.In(w.Lang), w.describeLean(d.Lean), number, between, w.describeWeight(d.Importance, w.dimensionShare[d.ID])})
	}
	part := []page.Block{page.MakeGrid(t), page.MakeBlock(page.Paragraph, w.LeanNumberLegend(), w.LeansLegend())}
	return illustrate(page.MakeSection(w.SectionLeans(), part), makeLeansFigure(w))
}

// formatLean gives a lean from -100 (closed) to 100 (open).
func formatLean(lean float64) string { return strconv.Itoa(roundToHundredth(lean)) }

func composeWeightsPicture(w *wording) []page.Block {
	if w.rec.Sensitivity == nil {
		return nil
	}
	return illustrate(composeWeights(w, false), makeWeightsFigure(w))
}

func composeOptionsPicture(w *wording) []page.Block {
	return illustrate(composeOptionsSection(w), makeValuesFigure(w))
}

// composeSharesPicture says how often each option wins: near the stated weights, with our
// own numbers in doubt too, and over all weights there are.
func composeSharesPicture(w *wording) []page.Block {
	s := w.rec.Sensitivity
	if s == nil || w.rec.Option == "" {
		return nil
	}
	t := &page.Table{BarColumn: page.NoBarColumn, Wraps: true, Head: []string{w.HeadOption(), w.HeadNear(), w.HeadDoubted(), w.HeadAny()}}
	near, any := allotChances(s.Acceptability), allotChances(s.AnyWeights)
	for _, a := range s.AnyWeights {
		stated, doubted := w.ValueNone(), w.ValueNone()
		if own := findAcceptability(s.Acceptability, a.Option); own != nil {
			stated, doubted = near.sayAlone(w, a.Option), w.formatChances(float64(own.OverJudgements))
		}
		t.AddRow([]string{w.pack.Option(a.Option).Title.In(w.Lang), stated, doubted, any.sayAlone(w, a.Option)})
	}
	part := page.MakeSection(w.SectionWeightings(), []page.Block{page.MakeGrid(t), page.MakeBlock(page.Paragraph, w.WeightingsLegend(plain.Number(s.Spread)), w.DoubtedLegend(describeDoubt(w)))})
	return illustrate(part, makeSharesFigure(w))
}

// What the advice hangs on, besides the weights.

func composeBoardFlips(w *wording) []page.Block {
	if w.rec.Sensitivity == nil {
		return nil
	}
	return append(composeFlipsSection(w), composeForbiddenFlipsSection(w)...)
}

func composeBoardNumbers(w *wording) []page.Block {
	if w.rec.Sensitivity == nil {
		return nil
	}
	return composeNumbersSection(w)
}

func composeBoardQuestions(w *wording) []page.Block {
	if w.rec.Sensitivity == nil {
		return nil
	}
	return composeAllQuestionsSection(w)
}
