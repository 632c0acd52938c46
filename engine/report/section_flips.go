package report

import (
	"math"

	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeFlipsSection is the part with every change of one or two facts that changes
// the verdict.
func composeFlipsSection(w *wording) []page.Block {
	facts := append(listFactChanges(w, w.rec.Sensitivity.FlipFacts, isByArguments, math.MaxInt), listPairChanges(w, isByArguments)...)
	if len(facts) == 0 {
		facts = page.MakeEntries(w.NoFactChanges())
	}
	return page.MakeSection(w.SectionFacts(), page.MakeBlocks(page.Item, facts))
}

// composeForbiddenFlipsSection is the part with every change that rules of law make.
func composeForbiddenFlipsSection(w *wording) []page.Block { return composeLawChanges(w, math.MaxInt) }
