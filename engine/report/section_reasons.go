package report

import (
	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeReasonsSection is the part that justifies every dimension.
func composeReasonsSection(w *wording) []page.Block {
	var out []page.Block
	for i := range w.rec.Dimensions {
		d := &w.rec.Dimensions[i]
		list := justifyDimension(w, d)
		head := w.pack.Dimension(d.ID).Title.In(w.Lang)
		if d.Importance > 0 {
			head = w.Topic(head, trimFullStop(list[0].text))
			list = list[1:]
		}
		out = append(out, page.MakeBlock(page.Topic, head))
		for _, s := range list {
			out = append(out, page.MakeBlock(page.Item, w.formatSentence(s)))
		}
	}
	return page.MakeSection(w.SectionReasons(), out)
}
