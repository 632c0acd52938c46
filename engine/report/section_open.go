package report

import (
	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeOpenSection is the part with what is not stated, not known or not counted.
func composeOpenSection(w *wording) []page.Block {
	var out []string
	if len(w.rec.NotStated) > 0 {
		out = append(out, w.NotStated(w.joinNamesThenIDs(w.rec.NotStated, w.namePriority)))
	}
	if len(w.rec.Unknown) > 0 {
		out = append(out, w.NotKnown(w.joinNamesThenIDs(w.rec.Unknown, w.quoteFact)))
	}
	for _, id := range w.rec.Inactive {
		out = append(out, describeInactive(w, id))
	}
	return page.MakeSection(w.SectionOpen(), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}
