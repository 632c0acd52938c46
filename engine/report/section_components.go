package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// composeComponentsSection is the part of the page about the components, grouped by what to do
// with them, and about the outside measures that this reaches.
func composeComponentsSection(w *wording) []page.Block {
	var out []page.Block
	groups := groupByReason(w)
	for i := range groups {
		if i == 0 || groups[i].advice != groups[i-1].advice {
			out = append(out, page.MakeBlock(page.Topic, nameAdvice(w, groups[i].advice)))
		}
		out = append(out, page.MakeBlock(page.Item, groups[i].say(w.joinPhrases(groups[i].names))))
	}
	for i := range w.rec.Standards {
		s := &w.rec.Standards[i]
		out = append(out, page.MakeBlock(page.Paragraph, w.formatSentence(sentence{describeReach(w, s), []string{w.citeSources(w.pack.Standard(s.ID).Source)}})))
	}
	return page.MakeSection(w.SectionParts(), out)
}

// reasonGroup is components that one sentence speaks of.
type reasonGroup struct {
	advice rules.Advice
	say    func(names string) string
	about  string // what is said, without the names
	names  []string
}

// groupByReason puts components together of which the same is to be said.
func groupByReason(w *wording) []reasonGroup {
	var out []reasonGroup
	for i := range w.rec.Components {
		c := &w.rec.Components[i]
		say := func(names string) string { return describeComponentAdvice(w, c, names) }
		about := say("")
		at := slices.IndexFunc(out, func(g reasonGroup) bool { return g.advice == c.Advice && g.about == about })
		if at < 0 {
			out = append(out, reasonGroup{advice: c.Advice, say: say, about: about})
			at = len(out) - 1
		}
		out[at].names = append(out[at].names, w.nameComponent(c.ID))
	}
	return out
}

// describeComponentAdvice says what to do with components, under which terms and why.
func describeComponentAdvice(w *wording, c *engine.ComponentResult, names string) string {
	because, sources := findReason(w, c)
	text := w.Part(names, because.In(w.Lang))
	if hasTerms(c) {
		text = w.PartTerms(names, joinChoice(w, c), because.In(w.Lang))
	}
	if len(c.Bars) > 0 {
		text = w.Sentences([]string{text, w.PartThen()})
	}
	return w.formatSentence(sentence{text, listAdviceGrounds(w.forPart(c), c.Rule, c.Facts, sources)})
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
