package robust

import (
	"context"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/outlook"
)

// maxTriedMembers is how many open members of a set are tried in all combinations.
const maxTriedMembers = 6

// areFactsSettled says whether nothing that is still open can change the option. With
// one open fact its answers decide; with more, or a set with many open members, the
// bounds of differences do, which are safe but not always tight.
func (a *analysis) areFactsSettled(ctx context.Context, outcomes []changeOutcome) bool {
	open := a.listOpenFacts()
	if len(open) == 0 {
		return true
	}
	if sets, few := a.e.ListCompletions(a.in.Fact, open[0], maxTriedMembers); len(open) == 1 && few {
		changes := func(m compiled.MemberSet) bool {
			return !a.nominal.VerdictWith(compiled.FactChange{Fact: open[0], Members: m}).IsSameOption(a.recommended)
		}
		return !a.anyAnswerGives(outcomes, func(v evaluate.Verdict) bool { return !v.IsSameOption(a.recommended) }) && !slices.ContainsFunc(sets, changes)
	}
	return outlook.Compute(ctx, a.e, a.in, outlook.Pending{}).Settled()
}

// listOpenFacts lists the facts of which something is open that a rule reads.
func (a *analysis) listOpenFacts() []int {
	var out []int
	for i := range a.e.EachFact {
		if a.e.IsOpen(a.in.Fact, i) {
			out = append(out, i)
		}
	}
	return out
}
