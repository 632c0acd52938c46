package report

import (
	"math"

	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeFlipsSection is the part with every change of one or two facts that changes
// the verdict.
func composeFlipsSection(w *wording) []page.Block {
	facts := append(listFactChanges(w, w.rec.Sensitivity.FlipFacts, math.MaxInt), listPairChanges(w)...)
	if len(facts) == 0 {
		facts = page.MakeEntries(w.NoFactChanges())
	}
	return page.MakeSection(w.SectionFacts(), page.MakeBlocks(page.Item, facts))
}

// listPairChanges lists pairs of facts of which neither does it alone.
func listPairChanges(w *wording) [][]string {
	var out [][]string
	for i := range w.rec.Sensitivity.FlipPairs {
		f := &w.rec.Sensitivity.FlipPairs[i]
		parts := make([]string, len(f.Set))
		for j, s := range f.Set {
			parts[j] = w.PairPart(w.nameFact(s.Fact), s.Fact, w.quoteAnswer(s.Fact, s.Answer))
		}
		out = append(out, []string{w.ChangePair(w.List(parts), w.describeOutcome(outcomeID(f.Option, f.Stance)))})
	}
	return out
}
