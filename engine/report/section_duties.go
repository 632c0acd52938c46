package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeDutiesSection is the part about what the law asks of the advised release.
func composeDutiesSection(w *wording) []page.Block {
	var out []string
	for i := range w.rec.Duties {
		d := &w.rec.Duties[i]
		say := w.Duty
		if d.Precaution {
			say = w.DutyMay
		}
		out = append(out, w.formatSentence(sentence{say(w.pack.Duty(d.ID).Text.In(w.Lang)), listDutyGrounds(w, d)}))
	}
	return page.MakeSection(w.SectionDuties(), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}

// listDutyGrounds is what stands behind a duty: its rule, its law, the answers that
// it reads, its sources.
func listDutyGrounds(w *wording, d *engine.DutyResult) []string {
	def := w.pack.Duty(d.ID)
	by := append([]string{d.ID, citeLaw(w, def.Law())}, w.describeAnswers(d.Facts)...)
	return append(by, w.citeSources(def.Source))
}
