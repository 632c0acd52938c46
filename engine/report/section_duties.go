package report

import (
	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeDutiesSection is the part about vetoes that bind one component only.
func composeDutiesSection(w *wording) []page.Block {
	var out []string
	for _, v := range selectDuties(w) {
		say := w.Duty
		if !v.Certain {
			say = w.DutyMay
		}
		out = append(out, w.formatSentence(sentence{say(w.nameComponent(w.pack.Veto(v.ID).Component), w.pack.Veto(v.ID).Duty.In(w.Lang)), listVetoGrounds(w, v)}))
	}
	return page.MakeSection(w.SectionDuties(), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}
