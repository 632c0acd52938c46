package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeToClearSection lists what to clear when no option is left.
func composeToClearSection(w *wording) []page.Block {
	if w.rec.Stance != engine.None {
		return nil
	}
	var out []string
	for _, b := range listBarsToClear(w) {
		if b.Limit != nil {
			out = append(out, w.ClearLimit(w.nameOptions(b.options), b.Limit.Because))
			continue
		}
		out = append(out, w.formatSentence(sentence{w.pack.Bar(b.ID).Lift.In(w.Lang), []string{b.ID, w.RulesOut(w.nameOptions(b.options))}}))
	}
	return page.MakeSection(w.SectionClear(), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}
