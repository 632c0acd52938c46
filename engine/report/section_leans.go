package report

import (
	"math"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeLeansSection is the table of all dimensions, drawn and in words.
func composeLeansSection(w *wording) []page.Block {
	t := &page.Table{
		Head:      []string{w.HeadDimension(), w.HeadBar(), w.HeadLean(), w.HeadWeight()},
		BarColumn: 1, BarKey: w.LeansKey(),
	}
	widest, turning := 0.0, false
	for i := range w.rec.Dimensions {
		widest = max(widest, w.rec.Dimensions[i].Importance)
	}
	for i := range w.rec.Dimensions {
		d := &w.rec.Dimensions[i]
		name, lean, weight := w.pack.Dimension(d.ID).Title.In(w.Lang), w.describeLean(d.Lean), w.describeWeight(d.Importance, w.dimensionShare[d.ID])
		spoken := []string{w.Topic(name, w.describeLeanAndWeight(d))}
		if mayChangeSide(d.Lean) {
			turning = true
			lean += " *"
			spoken = append(spoken, w.MayTurn())
		}
		t.AddRow([]string{name, drawBar(d, widest, barHalfWidth), lean, weight}, spoken...)
	}
	out := []page.Block{page.MakeGrid(t)}
	legend := []string{w.LeansLegend()}
	if turning {
		legend = append(legend, w.TurnLegend())
	}
	return page.MakeSection(w.SectionLeans(), append(out, page.MakeBlock(page.Paragraph, legend...)))
}

// barHalfWidth is the number of characters on each side of the middle of a bar.
const barHalfWidth = 7

// drawBar draws the pull of a dimension from the middle to the left (closed) or to
// the right (open). A full side is the weightiest dimension leaning all one
// way, so that bars compare with one another. A dimension without a lean is a
// "?". Only ASCII, since its width is the same in every terminal.
func drawBar(d *engine.DimensionResult, widest float64, half int) string {
	left, mid, right := strings.Repeat(" ", half), "|", strings.Repeat(" ", half)
	if !d.Lean.Exists() {
		return left + "?" + right
	}
	n := min(half, int(float64(math.Abs(d.Contribution)/widest*float64(half))+0.5))
	if math.Abs(d.Lean.Nominal) >= slightFrom {
		n = max(n, 1)
	}
	if d.Contribution < 0 {
		return left[n:] + strings.Repeat("#", n) + mid + right
	}
	return left + mid + strings.Repeat("#", n) + right[n:]
}
