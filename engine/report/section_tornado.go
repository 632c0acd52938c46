package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

// composeTornadoSection draws for each priority how far its weight may go, those that need
// the smallest change first, and says why.
func composeTornadoSection(w *wording) []page.Block {
	return composeWeights(w, true)
}

// composeWeights is the table of the weights that change the advice, what it leaves out,
// and if so asked a sentence that says why for each.
func composeWeights(w *wording, reasons bool) []page.Block {
	if w.rec.Option == "" {
		return nil
	}
	t, why := tabulateWeights(w)
	if !reasons {
		why = nil
	}
	var out []page.Block
	if len(t.Rows) > 0 {
		out = append(out, page.MakeGrid(t))
	}
	out = append(out, page.MakeBlocks(page.Item, append(why, listIdleWeights(w)...))...)
	return page.MakeSection(w.SectionWeights(), append(out, page.MakeBlocks(page.Item, describeStability(w))...))
}

// tabulateWeights makes a row for each priority that can change the advice, and a sentence
// for each of its changes.
func tabulateWeights(w *wording) (t *page.Table, why [][]string) {
	t = &page.Table{BarColumn: 1, BarKey: w.TornadoKey(), Wraps: true, Head: []string{
		w.HeadPriority(), w.HeadTornado(), w.HeadNow(), w.HeadFlips(), w.HeadEffect(),
	}}
	list := slices.DeleteFunc(slices.Clone(w.rec.Sensitivity.Priorities), func(p engine.PrioritySensitivity) bool { return len(p.Flips) == 0 })
	effects := roundEffects(w.rec.Sensitivity.Priorities)
	slices.SortStableFunc(list, func(a, b engine.PrioritySensitivity) int {
		return cmp.Compare(findSmallestFlip(w, &a), findSmallestFlip(w, &b))
	})
	for i := range list {
		p := &list[i]
		now := w.WeightUnstated()
		weight, stated := w.rec.Profile.StatedWeight(p.ID)
		if stated {
			now = plain.Decimal(weight)
		}
		if r := findRange(&w.rec.Profile, p.ID); r != nil {
			now = plain.Decimal(r.Low) + "-" + plain.Decimal(r.High)
		}
		var flips []string
		for j := range p.Flips {
			f := &p.Flips[j]
			flips = append(flips, w.FlipCell(plain.Decimal(f.At), nameFlipOutcome(w, f)))
			why = append(why, []string{describeWeightChange(w, p, f)})
		}
		cells := []string{w.namePriority(p.ID), drawTornadoBar(weight, p.Flips), now, w.joinPhrases(flips), w.Percent(effects[p.ID])}
		t.AddRow(cells, w.EffectSpoken(cells[0], cells[2], cells[3], cells[4]))
	}
	return t, why
}

// roundEffects gives the effective shares of all priorities as whole numbers that add
// up to 100.
func roundEffects(list []engine.PrioritySensitivity) map[string]string {
	whole := roundToHundredths(mapList(list, func(p *engine.PrioritySensitivity) float64 { return p.EffectiveShare }))
	out := make(map[string]string, len(list))
	for i := range list {
		out[list[i].ID] = strconv.Itoa(whole[i])
	}
	return out
}

// nameFlipOutcome names what a flip leads to, short enough for a column.
func nameFlipOutcome(w *wording, f *engine.FlipWeight) string {
	if f.Option == "" {
		return w.nameMissingOption(f.Stance)
	}
	return w.pack.Option(f.Option).Title.In(w.Lang)
}

// findSmallestFlip is the smallest change of a weight that flips.
func findSmallestFlip(w *wording, p *engine.PrioritySensitivity) float64 {
	least := math.Inf(1)
	weight, _ := w.rec.Profile.StatedWeight(p.ID)
	for _, f := range p.Flips {
		least = min(least, math.Abs(f.At-weight))
	}
	return least
}

const tornadoWidth = 21 // one for each half point from 0 to 10

// drawTornadoBar draws the weights from 0 to 10 under which the option stays, with
// an "o" at the stated one, of a range at its middle.
func drawTornadoBar(now float64, flips []engine.FlipWeight) string {
	low, high := 0, tornadoWidth-1
	place := func(x float64) int { return int(math.Round(2 * x)) }
	at := place(now)
	for _, f := range flips {
		if f.At < now {
			low = min(at, place(f.Border))
		} else {
			high = max(at, place(f.Border))
		}
	}
	bar := strings.Repeat(" ", low) + strings.Repeat("=", high-low+1) + strings.Repeat(" ", tornadoWidth-1-high)
	return bar[:at] + "o" + bar[at+1:]
}
