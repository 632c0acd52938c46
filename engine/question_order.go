package engine

import (
	"cmp"
	"context"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// OrderQuestions puts open facts and unrated priorities in the order in which to ask,
// the most needed first. It answers everything open by a hunch, then takes
// answers back as long as the result stays settled: what is left is what has to
// be asked if the hunch is right. What the likeliest hunches need comes first;
// a fact that cannot be asked yet stands for those that its guard reads.
//
// The hunches are the precedents most like the profile, or any answers if there
// are none. What nothing hangs on comes last, in the order given; so do ids
// that the pack does not have. Errors are those of Recommend, for the precedents
// too.
func (e *Engine) OrderQuestions(ctx context.Context, p Profile, open []string, pending Pending, precedents []Profile) ([]string, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	in, err := e.indexProfile(&p)
	if err != nil {
		return nil, err
	}
	if e.computeOutlook(in, pending).Settled() {
		return slices.Clone(open), nil // nothing has to be asked
	}
	hunches, err := e.makeScenarios(in, precedents)
	if err != nil {
		return nil, err
	}
	need := e.rateNeeds(in, hunches)
	of := func(id string) float64 {
		if f, ok := e.factIndex[id]; ok {
			return need[f]
		}
		if p, ok := e.priorityIndex[id]; ok {
			return need[len(e.facts)+p]
		}
		return 0
	}
	ranked := slices.Clone(open)
	slices.SortStableFunc(ranked, func(a, b string) int { return cmp.Compare(of(b), of(a)) })
	return ranked, nil
}

// rateNeeds adds up, for every fact and then every priority, how likely the
// hunches are that need it. All hunches take answers back in one order, first
// what they can spare most easily on the whole, so that they agree on what to
// keep wherever they can.
func (e *Engine) rateNeeds(in *indexedProfile, hunches []scenario) []float64 {
	n := len(e.facts) + len(e.priorities)
	var order []int
	for i := range n {
		if in.isOpen(i) && (i >= len(e.facts) || e.facts[i].isRead) {
			order = append(order, i)
		}
	}
	spare := make([]float64, n)
	for h := range hunches {
		for _, i := range order {
			hunches[h].slackWithout[i] = e.slackWithoutAnswer(in, &hunches[h], i)
			spare[i] += mul(hunches[h].likeness, hunches[h].slackWithout[i])
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(spare[b], spare[a]) })
	need := make([]float64, n)
	for h := range hunches {
		e.addNeeds(in, &hunches[h], order, need)
	}
	return need
}

// addNeeds takes answers back in turn and notes those that have to stay.
func (e *Engine) addNeeds(in *indexedProfile, h *scenario, order []int, need []float64) {
	for _, i := range order {
		if h.slackWithout[i] > 0 { // else it has to stay, whatever else is known
			back := h.completed.takeAnswer(in, i)
			if e.measureSlack(&h.completed, h.option) > 0 {
				continue
			}
			back()
		}
		like := mul(h.likeness, 1-h.slackWithout[i]/100) // among equals, the one that opens most
		need[i] += like
		if i < len(e.facts) {
			for _, f := range e.facts[i].guard.appendFactsRead(nil) {
				need[f] += like
			}
		}
	}
}

// isOpen reports whether the i-th of facts and then priorities is open.
func (in *indexedProfile) isOpen(i int) bool {
	if i < len(in.fact) {
		return in.fact[i] == stateUnknown
	}
	return in.unrated != nil && in.unrated[i-len(in.fact)]
}

// takeAnswer takes one answer from another input; back undoes it.
func (in *indexedProfile) takeAnswer(from *indexedProfile, i int) (back func()) {
	if i < len(in.fact) {
		was := in.fact[i]
		in.fact[i] = from.fact[i]
		return func() { in.fact[i] = was }
	}
	p := i - len(in.fact)
	was := in.unrated[p]
	in.unrated[p] = from.unrated[p]
	return func() { in.unrated[p] = was }
}

// pickNominalOption picks the option where nobody answers what is unknown for good.
func (e *Engine) pickNominalOption(in *indexedProfile) int {
	now := *in
	now.fact, now.anyNeverKnown = slices.Clone(in.fact), false
	for f, piece := range now.fact {
		if piece == stateNeverKnown || piece == stateNeverKnownOrNA {
			now.fact[f] = stateUnknown
		}
	}
	o, _ := e.pickOption(e.optionValues(e.evaluate(&now)), e.findOptionStatuses(&now, e.findVetoEffects(&now)))
	return o
}

// measureSlack is how far every rival stays from displacing an option, on a scale of
// its own: not positive if one may, -1 if the option may become unavailable.
func (e *Engine) measureSlack(in *indexedProfile, o int) float64 {
	now := *in
	now.fact = slices.Clone(in.fact)
	e.applyGuardsToNeverKnown(&now)
	if e.boundAvailability(&now)[o] != rules.True {
		return -1
	}
	s := e.newOpenMasses(&now)
	slack := 1.0
	for r := range e.options {
		if r == o || s.availability[r] == rules.False {
			continue
		}
		if slack = min(slack, -s.boundThreat(o, r)); slack <= 0 {
			return slack
		}
	}
	return slack
}

// applyGuardsToNeverKnown applies guards to facts of which some are unknown for good.
func (e *Engine) applyGuardsToNeverKnown(in *indexedProfile) {
	for _, i := range e.guardOrder {
		guard := e.facts[i].guard
		switch {
		case guard.truthBound(in.fact, true) == rules.False:
			in.fact[i] = stateNA
		case in.fact[i] == stateNeverKnownOrNA && guard.truthBound(in.fact, false) != rules.False:
			in.fact[i] = stateNeverKnown
		}
	}
}
