package outlook

import (
	"cmp"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// RateNeeds says how much each open fact and each unrated priority has to be asked: how
// likely the scenarios are that need its answer. The precedents are what scenarios are
// made from, as package asking explains. Compute has marked in the profile what is
// pending.
func RateNeeds(e *compiled.Rules, in *compiled.Profile, precedents []*compiled.Profile) (facts, priorities []float64) {
	need := rateScenarioNeeds(e, in, makeScenarios(e, in, precedents))
	return need[:len(e.Facts)], need[len(e.Facts):]
}

// rateScenarioNeeds adds up, for every fact and then every priority, how likely the
// scenarios are that need it. All scenarios take answers back in one order, first
// what they can spare most easily on the whole, so that they agree on what to
// keep wherever they can.
func rateScenarioNeeds(e *compiled.Rules, in *compiled.Profile, scenarios []scenario) []float64 {
	n := len(e.Facts) + len(e.Priorities)
	var order []int
	for i := range n {
		if isOpen(in, i) && (i >= len(e.Facts) || e.Facts[i].IsRead) {
			order = append(order, i)
		}
	}
	spare := make([]float64, n)
	for h := range scenarios {
		for _, i := range order {
			scenarios[h].slackWithout[i] = slackWithoutAnswer(e, in, &scenarios[h], i)
			spare[i] += exact.Mul(scenarios[h].likeness, scenarios[h].slackWithout[i])
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(spare[b], spare[a]) })
	need := make([]float64, n)
	for h := range scenarios {
		addNeeds(e, in, &scenarios[h], order, need)
	}
	return need
}

// addNeeds takes answers back in turn and notes those that have to stay.
func addNeeds(e *compiled.Rules, in *compiled.Profile, h *scenario, order []int, need []float64) {
	for _, i := range order {
		if h.slackWithout[i] > 0 { // else it has to stay, whatever else is known
			back := takeAnswer(&h.completed, in, i)
			if measureSlack(e, &h.completed, h.option) > 0 {
				continue
			}
			back()
		}
		like := exact.Mul(h.likeness, 1-h.slackWithout[i]/100) // among equals, the one that opens most
		need[i] += like
		if i < len(e.Facts) {
			for _, f := range e.Facts[i].Guard.AppendFactsRead(nil) {
				need[f] += like
			}
		}
	}
}

// isOpen reports whether the i-th of facts and then priorities is open.
func isOpen(in *compiled.Profile, i int) bool {
	if i < len(in.Fact) {
		return in.Fact[i] == compiled.StateUnknown
	}
	return in.Unrated != nil && in.Unrated[i-len(in.Fact)]
}
