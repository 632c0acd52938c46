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
		out = append(out, w.formatSentence(sentence{tellDuty(w, d), listDutyGrounds(w, d)}))
	}
	return page.MakeSection(w.SectionDuties(), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}

// describeDuty is what a duty asks; one whose law may not apply says so first.
func describeDuty(w *wording, d *engine.DutyResult) string {
	def := w.pack.Duty(d.ID)
	text := def.Text.In(w.Lang)
	if len(d.Parts) > 0 {
		text = w.ForParts(text, w.joinPhrases(w.nameComponents(d.Parts)))
	}
	if !d.Precaution {
		return text
	}
	if place := namePlace(w, def.Jurisdiction, def.When); place != "" {
		return w.IfPlaceText(place, text)
	}
	return w.DutyMay(text)
}

// tellDuty says what a duty asks, which acts bring it, and its law.
func tellDuty(w *wording, d *engine.DutyResult) string {
	out := []string{describeDuty(w, d), w.DutyActs(w.nameActs(d.Acts))}
	if law := citeLaw(w, w.pack.Duty(d.ID).Law()); law != "" {
		out = append(out, w.DutyLaw(law))
	}
	return w.Sentences(out)
}

// listDutyGrounds is what stands behind a duty: its rule, the answers that it reads, its
// sources.
func listDutyGrounds(w *wording, d *engine.DutyResult) []string {
	def := w.pack.Duty(d.ID)
	answers := w
	if c := w.findComponentResult(d.Parts); c != nil {
		answers = w.forPart(c)
	}
	return append(append([]string{d.ID}, answers.describeAnswers(d.Facts)...), w.citeSources(def.Source))
}
