package report

import (
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// composeLicencesSection is the part about the licences that fit, each with its reason. Terms
// that are not open say so themselves.
func composeLicencesSection(w *wording) []page.Block {
	var out [][]string
	for i := range w.rec.Licences {
		l := &w.rec.Licences[i]
		text := w.Terms(joinLicenceIDs(w, l.Licences), w.joinPhrases(w.nameComponents(l.Parts)), w.pack.Choice(l.ID).Because.In(w.Lang))
		entry := []string{w.formatSentence(sentence{text, listAdviceGrounds(w, l.ID, l.Facts, w.pack.Choice(l.ID).Source)})}
		for _, id := range l.Licences {
			if x := w.pack.Licence(id); x.Gives != rules.AdviseOpen {
				entry = append(entry, w.Says(id, x.Says.In(w.Lang)))
			}
		}
		out = append(out, entry)
	}
	return page.MakeSection(w.SectionTerms(), page.MakeBlocks(page.Item, out))
}
