package report

import (
	"math"

	"github.com/ajar-decision/ajar/engine"
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

// listPairChanges lists pairs of facts of which neither does it alone.
func listPairChanges(w *wording, keep func(*engine.FlipFact) bool) [][]string {
	var out [][]string
	for i := range w.rec.Sensitivity.FlipPairs {
		f := &w.rec.Sensitivity.FlipPairs[i]
		if !keep(f) {
			continue
		}
		parts := make([]string, len(f.Set))
		for j, s := range f.Set {
			parts[j] = w.PairPart(w.nameFact(s.Fact), s.Fact, w.quoteAnswer(s.Fact, s.Answer))
		}
		to := w.describeOutcome(outcomeID(f.Option, f.Stance))
		if f.Bar != "" {
			out = append(out, []string{w.ForbidsPair(w.List(parts), w.pack.Bar(f.Bar).Text.In(w.Lang), to)})
			continue
		}
		out = append(out, []string{w.ChangePair(w.List(parts), to)})
	}
	return out
}
