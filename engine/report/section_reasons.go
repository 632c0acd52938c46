package report

import (
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

// composeJustification is one dimension: the sentences, and below them once the rules that
// they rest on and the sources of the findings.
func composeJustification(w *wording, d *engine.DimensionResult) []page.Block {
	list := justifyDimension(w, d)
	out := []page.Block{page.MakeBlock(page.Topic, w.Topic(w.pack.Dimension(d.ID).Title.In(w.Lang), trimFullStop(list[0].text)))}
	for _, s := range list[1:] {
		out = append(out, page.MakeBlock(page.Item, s.text))
	}
	if d.Importance == 0 {
		idle := nameIdleArguments(w, append(listPriorityArguments(w, d, rules.Open), listPriorityArguments(w, d, rules.Closed)...))
		serves := w.Serves(w.joinNames(listServedPriorities(w, d), w.namePriority))
		out = append(out, page.MakeBlock(page.Item, w.formatSentence(sentence{serves, []string{idle}})))
	}
	var named []string
	for i := range d.Arguments {
		named = append(named, d.Arguments[i].ID)
	}
	for _, m := range d.Moderators {
		named = append(named, m.ID)
	}
	sources := w.List(w.pack.Dimension(d.ID).Evidence.Source)
	if len(named) == 0 {
		return append(out, page.MakeBlock(page.Item, w.RestsOnSources(sources)))
	}
	return append(out, page.MakeBlock(page.Item, w.RestsOn(w.List(named), sources)))
}
