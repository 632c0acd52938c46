package report

import (
	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeFlipsSection is the part with every change of one or two facts that changes
// the verdict.
func composeFlipsSection(w *wording) []page.Block {
	facts := composeAllChanges(w, isByArguments)
	if len(facts) == 0 {
		facts = page.MakeBlocks(page.Item, page.MakeEntries(w.NoFactChanges()))
	}
	return page.MakeSection(w.SectionFacts(), facts)
}

// composeForbiddenFlipsSection is the part with every change that rules of law make.
func composeForbiddenFlipsSection(w *wording) []page.Block {
	return append(
		page.MakeSection(w.SectionAllows(), composeAllChanges(w, isAllowing)),
		page.MakeSection(w.SectionForbids(), composeAllChanges(w, isForbidding))...)
}
