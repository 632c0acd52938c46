package outlook

import (
	"cmp"
	"context"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// RateNeeds says how much each open fact (see EachFact) and each unrated priority has to
// be asked: how likely the scenarios are that need its answer. The precedents are what scenarios are
// made from, as package asking explains. Compute has marked in the profile what is
// pending. Once ctx is done what it gives is of no use.
func RateNeeds(ctx context.Context, e *compiled.Rules, in *compiled.Profile, precedents []*compiled.Profile) (facts, priorities []float64) {
	s := newOpenMasses(ctx, e)
	need := s.rateScenarioNeeds(in, s.makeScenarios(in, precedents))
	return need[:len(e.Facts)], need[len(e.Facts):]
}

// rateScenarioNeeds adds up, for every fact and then every priority, how likely the
// scenarios are that need it. All scenarios take answers back in one order, first
// what they can spare most easily on the whole, so that they agree on what to
// keep wherever they can.
func (s *openMasses) rateScenarioNeeds(in *compiled.Profile, scenarios []scenario) []float64 {
	e := s.e
	n := len(e.Facts) + len(e.Priorities)
	var order []int
	for i := range e.EachFact {
		if e.IsOpen(in.Fact, i) {
			order = append(order, i)
		}
	}
	for p, unrated := range in.Unrated {
		if unrated {
			order = append(order, len(e.Facts)+p)
		}
	}
	spare := make([]float64, n)
	for h := range scenarios {
		for _, i := range order {
			if s.isStopped() {
				return spare
			}
			scenarios[h].slackWithout[i] = s.slackWithoutAnswer(in, &scenarios[h], i)
			spare[i] += exact.Mul(scenarios[h].likeness, scenarios[h].slackWithout[i])
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(spare[b], spare[a]) })
	need := make([]float64, n)
	for h := range scenarios {
		s.addNeeds(in, &scenarios[h], order, need)
	}
	return need
}

// addNeeds takes answers back in turn and notes those that have to stay.
func (s *openMasses) addNeeds(in *compiled.Profile, h *scenario, order []int, need []float64) {
	e := s.e
	for _, i := range order {
		if s.isStopped() {
			return
		}
		if h.slackWithout[i] > 0 { // else it has to stay, whatever else is known
			back := takeAnswer(e, &h.completed, in, i)
			if s.isSettled(&h.completed, h.form) {
				continue
			}
			back()
		}
		like := exact.Mul(h.likeness, 1-h.slackWithout[i]/100) // among equals, the one that opens most
		need[i] += like
		if i < len(e.Facts) {
			for _, f := range listWholeFacts(e, e.Facts[i].Guard) {
				need[f] += like
			}
		}
	}
}

// listWholeFacts lists the facts that a condition compares, a set once.
func listWholeFacts(e *compiled.Rules, c *compiled.Condition) []int {
	facts := c.AppendFactsRead(nil)
	for k := range facts {
		facts[k] = e.WholeFact(facts[k])
	}
	slices.Sort(facts)
	return slices.Compact(facts)
}
