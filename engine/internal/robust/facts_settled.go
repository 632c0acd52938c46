package robust

import (
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/outlook"
)

// areFactsSettled says whether nothing that is still open can change the option. With
// one open fact, or one member of a set, its answers decide; with more, the bounds of differences do,
// which are safe but not always tight.
func (a *analysis) areFactsSettled(outcomes []changeOutcome) bool {
	switch a.countOpenFacts() {
	case 0:
		return true
	case 1:
		return !a.anyAnswerGives(outcomes, func(v evaluate.Verdict) bool { return v != a.recommended })
	}
	return outlook.Compute(a.e, a.in, outlook.Pending{}).Settled()
}

// countOpenFacts counts the facts, and members of sets, that a rule reads and nobody has
// answered.
func (a *analysis) countOpenFacts() int {
	n := 0
	for i := range a.e.Facts {
		if a.e.Facts[i].IsRead && a.in.Fact[i] == compiled.StateUnknown {
			n++
		}
	}
	return n
}
