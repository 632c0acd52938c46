package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// composeLicencesSection is the part about the licences that fit, each with its reason: the
// choice for a part, its alternatives, and what terms taken over rule out. Terms that are not
// open say so themselves.
func composeLicencesSection(w *wording) []page.Block {
	var out [][]string
	for i := range w.rec.Licences {
		l := &w.rec.Licences[i]
		if len(l.ChosenFor) > 0 {
			out = append(out, composeChoice(w, l, w.Terms, l.ChosenFor))
		}
		others := slices.DeleteFunc(slices.Clone(l.Parts), func(id string) bool { return slices.Contains(l.ChosenFor, id) })
		if len(others) > 0 {
			out = append(out, composeChoice(w, l, w.OtherTerms, others))
		}
	}
	for i := range w.rec.Clashes {
		c := &w.rec.Clashes[i]
		def := w.pack.Compatibility(c.ID)
		text := w.TermsClash(joinLicenceIDs(w, c.Licences), w.joinPhrases(w.nameComponents(c.Parts)), def.Text.In(w.Lang))
		out = append(out, []string{w.formatSentence(sentence{text, listAdviceGrounds(w, c.ID, c.Facts, def.Source)})})
	}
	if parts := listPartsNothingFits(w); len(parts) > 0 {
		out = append(out, []string{w.NothingFits(w.joinPhrases(w.nameComponents(parts)))})
	}
	return page.MakeSection(w.SectionTerms(), page.MakeBlocks(page.Item, out))
}

// composeChoice says which terms are for which parts, and why.
func composeChoice(w *wording, l *engine.LicenceResult, say func(terms, parts, text string) string, parts []string) []string {
	def := w.pack.Choice(l.ID)
	text := say(w.joinAlternatives(l.Licences), w.joinPhrases(w.nameComponents(parts)), def.Because.In(w.Lang))
	entry := []string{text}
	for _, id := range l.Licences {
		if x := w.pack.Licence(id); x.Gives != rules.AdviseOpen {
			entry = append(entry, w.Says(w.nameTerms(id), x.Says.In(w.Lang)))
		}
	}
	return []string{w.formatSentence(sentence{w.Sentences(entry), listAdviceGrounds(w, l.ID, l.Facts, def.Source)})}
}

func listPartsNothingFits(w *wording) (parts []string) {
	for i := range w.rec.Components {
		if c := &w.rec.Components[i]; c.NothingFits {
			parts = append(parts, c.ID)
		}
	}
	return parts
}
