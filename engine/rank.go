package engine

import (
	"cmp"
	"context"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// Rank puts open facts and unrated priorities in the order in which to ask,
// the most needed first. It answers everything open by a hunch, then takes
// answers back as long as the result stays settled: what is left is what has to
// be asked if the hunch is right. What the likeliest hunches need comes first;
// a fact that cannot be asked yet stands for those that its guard reads.
//
// The hunches are the precedents most like the profile, or any answers if there
// are none. What nothing hangs on comes last, in the order given; so do ids
// that the pack does not have. Errors are those of Recommend, for the precedents
// too.
func (e *Engine) Rank(ctx context.Context, p Profile, open []string, pending Pending, precedents []Profile) ([]string, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	in, err := e.read(&p)
	if err != nil {
		return nil, err
	}
	if e.outlook(in, pending).Settled() {
		return slices.Clone(open), nil // nothing has to be asked
	}
	hunches, err := e.hunches(in, precedents)
	if err != nil {
		return nil, err
	}
	need := e.needs(in, hunches)
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

// needs adds up, for every fact and then every priority, how likely the
// hunches are that need it. All hunches take answers back in one order, first
// what they can spare most easily on the whole, so that they agree on what to
// keep wherever they can.
func (e *Engine) needs(in *input, hunches []hunch) []float64 {
	n := len(e.facts) + len(e.priorities)
	var order []int
	for i := range n {
		if in.awaits(i) && (i >= len(e.facts) || e.facts[i].read) {
			order = append(order, i)
		}
	}
	spare := make([]float64, n)
	for h := range hunches {
		for _, i := range order {
			hunches[h].spare[i] = e.without(in, &hunches[h], i)
			spare[i] += float64(hunches[h].like * hunches[h].spare[i])
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(spare[b], spare[a]) })
	need := make([]float64, n)
	for h := range hunches {
		e.keep(in, &hunches[h], order, need)
	}
	return need
}

// keep takes answers back in turn and notes those that have to stay.
func (e *Engine) keep(in *input, h *hunch, order []int, need []float64) {
	for _, i := range order {
		if h.spare[i] > 0 { // else it has to stay, whatever else is known
			back := h.full.swap(in, i)
			if e.slack(&h.full, h.option) > 0 {
				continue
			}
			back()
		}
		like := float64(h.like * (1 - h.spare[i]/100)) // among equals, the one that opens most
		need[i] += like
		if i < len(e.facts) {
			for _, f := range e.facts[i].guard.reads(nil) {
				need[f] += like
			}
		}
	}
}

// awaits reports whether the i-th of facts and then priorities is open.
func (in *input) awaits(i int) bool {
	if i < len(in.fact) {
		return in.fact[i] == stateUnknown
	}
	return in.unrated != nil && in.unrated[i-len(in.fact)]
}

// swap takes one answer from another input; back undoes it.
func (in *input) swap(from *input, i int) (back func()) {
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

// nominal picks the option where nobody answers what is unknown for good.
func (e *Engine) nominal(in *input) int {
	now := *in
	now.fact, now.final = slices.Clone(in.fact), false
	for f, piece := range now.fact {
		if piece == stateFinal || piece == stateFinalOrNA {
			now.fact[f] = stateUnknown
		}
	}
	o, _ := e.pick(e.values(e.evaluate(&now)), e.standings(&now, e.bites(&now)))
	return o
}

// slack is how far every rival stays from displacing an option, on a scale of
// its own: not positive if one may, -1 if the option may become unavailable.
func (e *Engine) slack(in *input, o int) float64 {
	now := *in
	now.fact = slices.Clone(in.fact)
	e.narrow(&now)
	if e.prospects(&now)[o] != rules.True {
		return -1
	}
	s := e.scene(&now)
	slack := 1.0
	for r := range e.options {
		if r == o || s.can[r] == rules.False {
			continue
		}
		if slack = min(slack, -s.threat(o, r)); slack <= 0 {
			return slack
		}
	}
	return slack
}

// narrow applies guards to facts of which some are unknown for good.
func (e *Engine) narrow(in *input) {
	for _, i := range e.guardOrder {
		guard := e.facts[i].guard
		switch {
		case guard.end(in.fact, true) == rules.False:
			in.fact[i] = stateNA
		case in.fact[i] == stateFinalOrNA && guard.end(in.fact, false) != rules.False:
			in.fact[i] = stateFinal
		}
	}
}
