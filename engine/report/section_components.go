package report

import (
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// composeComponentsSection is the part of the page about the components, grouped by what to do
// with them, and about the outside measures that this reaches.
func composeComponentsSection(w *wording) []page.Block {
	var out []page.Block
	for i := range w.rec.Components {
		c := &w.rec.Components[i]
		if i == 0 || c.Advice != w.rec.Components[i-1].Advice {
			out = append(out, page.MakeBlock(page.Topic, nameAdvice(w, c.Advice)))
		}
		because, sources := findReason(w, c)
		text := w.Part(w.nameComponent(c.ID), because.In(w.Lang))
		if hasTerms(c) {
			text = w.PartTerms(w.nameComponent(c.ID), joinChoice(w, c), because.In(w.Lang))
		}
		if len(c.Bars) > 0 {
			text = w.Sentences([]string{text, w.PartThen()})
		}
		out = append(out, page.MakeBlock(page.Item, w.formatSentence(sentence{text, listAdviceGrounds(w.forPart(c), c.Rule, c.Facts, sources)})))
	}
	for i := range w.rec.Standards {
		s := &w.rec.Standards[i]
		out = append(out, page.MakeBlock(page.Paragraph, w.formatSentence(sentence{describeReach(w, s), []string{w.citeSources(w.pack.Standard(s.ID).Source)}})))
	}
	return page.MakeSection(w.SectionParts(), out)
}

// nameAdvice says what to do with the components below it.
func nameAdvice(w *wording, a rules.Advice) string {
	switch a {
	case rules.AdviseOpen:
		return w.GiveOpen()
	case rules.AdviseRestrict:
		return w.GiveRestrict()
	}
	return w.GiveKeep()
}
