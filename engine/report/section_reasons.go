package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeReasonsSection is the part that justifies every dimension.
func composeReasonsSection(w *wording) []page.Block {
	var out []page.Block
	for i := range w.rec.Dimensions {
		out = append(out, composeJustification(w, &w.rec.Dimensions[i])...)
	}
	return page.MakeSection(w.SectionReasons(), out)
}

// composeJustification is one dimension: the sentences, and below them once what all of
// them rest on.
func composeJustification(w *wording, d *engine.DimensionResult) []page.Block {
	list := justifyDimension(w, d)
	out := []page.Block{page.MakeBlock(page.Topic, w.Topic(w.pack.Dimension(d.ID).Title.In(w.Lang), trimFullStop(list[0].text)))}
	var by []string
	for i, s := range list {
		if i > 0 {
			out = append(out, page.MakeBlock(page.Item, s.text))
		}
		for _, g := range s.grounds {
			if !slices.Contains(by, g) {
				by = append(by, g)
			}
		}
	}
	return append(out, page.MakeBlock(page.Item, w.RestsOn(w.joinPhrases(by))))
}
