package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// composeReasonsSection is the part that justifies every dimension.
func composeReasonsSection(w *wording) []page.Block {
	var out []page.Block
	for i := range w.rec.Dimensions {
		out = append(out, composeJustification(w, &w.rec.Dimensions[i])...)
	}
	return page.MakeSection(w.SectionReasons(), out)
}

// composeJustification is one dimension: the sentences, each with what it rests on but for
// the rules that are sentences before it.
func composeJustification(w *wording, d *engine.DimensionResult) []page.Block {
	list := justifyDimension(w, d)
	out := []page.Block{page.MakeBlock(page.Topic, w.Topic(w.pack.Dimension(d.ID).Title.In(w.Lang), trimFullStop(list[0].text)))}
	if d.Importance == 0 {
		idle := nameIdleArguments(w, append(listPriorityArguments(w, d, rules.Open), listPriorityArguments(w, d, rules.Closed)...))
		serves := w.Serves(w.joinNames(listServedPriorities(w, d), w.namePriority))
		out = append(out, page.MakeBlock(page.Item, w.formatSentence(sentence{serves, []string{idle}})))
	}
	var told []string // rules
	for _, s := range list[1:] {
		rule := s.grounds[0]
		s.grounds = slices.DeleteFunc(slices.Clone(s.grounds), func(g string) bool { return slices.Contains(told, g) })
		told = append(told, rule)
		out = append(out, page.MakeBlock(page.Item, w.formatSentence(s)))
	}
	return out
}
