package report

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

// composeWeightingsSection is the part about how weightings divide among the options.
func composeWeightingsSection(w *wording) []page.Block {
	if w.rec.Option == "" {
		return nil
	}
	s := w.rec.Sensitivity
	t := &page.Table{BarColumn: page.NoBarColumn, Wraps: true, Head: []string{w.HeadOption(), w.HeadNear(), w.HeadAny()}}
	stated, any := allotChances(s.Acceptability), allotChances(s.AnyWeights)
	for _, a := range s.AnyWeights {
		near := w.ValueNone()
		if findAcceptability(s.Acceptability, a.Option) != nil {
			near = stated.sayAlone(w, a.Option)
		}
		all := any.sayAlone(w, a.Option)
		t.AddRow([]string{w.pack.Option(a.Option).Title.In(w.Lang), near, all}, w.WeightingsSpoken(w.nameOption(a.Option), near, all))
	}
	lines := listShares(w)
	if line := describeCentralWeights(w); line != "" {
		lines = append(lines, []string{line})
	}
	out := []page.Block{page.MakeGrid(t), page.MakeBlock(page.Paragraph, w.WeightingsLegend(plain.Number(s.Spread)))}
	return page.MakeSection(w.SectionWeightings(), append(out, page.MakeBlocks(page.Item, lines)...))
}

const maxCentralWeights = 5 // priorities named in the weighting that the runner-up needs

// describeCentralWeights says what one would have to want for the runner-up to win.
func describeCentralWeights(w *wording) string {
	list := slices.Clone(w.rec.Sensitivity.Central)
	slices.SortStableFunc(list, func(a, b engine.WeightingShare) int { return cmp.Compare(b.Share, a.Share) })
	whole := roundToHundredths(mapList(list, func(x *engine.WeightingShare) float64 { return x.Share }))
	var parts []string
	for i, x := range list[:min(maxCentralWeights, len(list))] {
		parts = append(parts, w.WantedPart(w.namePriority(x.ID), strconv.Itoa(whole[i])))
	}
	if len(parts) == 0 {
		return ""
	}
	return w.Wanted(w.nameOption(w.rec.RunnerUp.Option), w.joinIDs(parts))
}
