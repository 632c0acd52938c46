package engine

import (
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
)

// Facts that nobody will answer any more are unknown for good. A comparison
// with an open fact may become true or false; with one of these it stays
// unknown, or becomes false if the guard of the fact may still turn false, so
// that it does not apply.
const (
	stateNeverKnown     = -3
	stateNeverKnownOrNA = -4
)

// Pending says what is known of answers to come.
type Pending struct {
	// WontBeKnown names the facts that nobody will answer any more, because they were
	// asked in vain: unknown, they change nothing.
	WontBeKnown []string
	// Unrated names priorities whose weights are still to be said. They may
	// become anything from 0 to 10, whatever the profile says of them.
	Unrated []string
}

// markPending marks what a profile leaves pending. Ids that the pack does not have
// are passed over.
func (e *Engine) markPending(in *indexedProfile, pending Pending) {
	e.markNeverKnown(in, pending.WontBeKnown)
	for _, id := range pending.Unrated {
		p, ok := e.priorityIndex[id]
		if !ok || in.unrated != nil && in.unrated[p] {
			continue
		}
		if in.unrated == nil {
			in.unrated = make([]bool, len(e.priorities))
		}
		in.unrated[p] = true
		in.sum += elicit.TopWeight*weightUnit - max(0, in.weight[p]) // only a scale
		in.weight[p] = elicit.TopWeight * weightUnit
	}
}

// markNeverKnown marks facts as unknown for good: those named, and those that will
// never be asked because their guard cannot become true.
func (e *Engine) markNeverKnown(in *indexedProfile, ids []string) {
	for _, id := range ids {
		if i, ok := e.factIndex[id]; ok && in.fact[i] == stateUnknown {
			in.fact[i], in.anyNeverKnown = stateNeverKnown, true
		}
	}
	if !in.anyNeverKnown {
		return
	}
	for _, i := range e.guardOrder {
		guard := e.facts[i].guard
		if in.fact[i] == stateUnknown && guard.truthBound(in.fact, true) != rules.True {
			in.fact[i] = stateNeverKnown
		}
		if in.fact[i] == stateNeverKnown && guard.truthBound(in.fact, false) == rules.False {
			in.fact[i] = stateNeverKnownOrNA
		}
	}
}

// ruleTruth is the truth of a condition of a rule: once facts are final, True if
// the rule will count whatever the open facts are, False if it will not count,
// Unknown if it may.
func (in *indexedProfile) ruleTruth(c *compiledCondition) rules.Truth {
	if !in.anyNeverKnown {
		return c.plainTruth(in.fact)
	}
	return truthFromBounds(c.truthBound(in.fact, false), c.truthBound(in.fact, true))
}

// truthFromBounds reads the least and the greatest truth that a condition may come to.
func truthFromBounds(low, high rules.Truth) rules.Truth {
	switch {
	case low == rules.True:
		return rules.True
	case high != rules.True:
		return rules.False
	}
	return rules.Unknown
}

// truthBound is the least or the greatest truth that a condition may come to, each
// comparison by itself.
func (c *compiledCondition) truthBound(facts []int8, high bool) rules.Truth {
	switch c.op {
	case rules.Compare:
		return c.comparisonBound(facts[c.fact], high)
	case rules.Not:
		return rules.True - c.of[0].truthBound(facts, !high)
	case rules.Any:
		t := rules.False
		for i := range c.of {
			t = max(t, c.of[i].truthBound(facts, high))
		}
		return t
	}
	t := rules.True
	for i := range c.of {
		t = min(t, c.of[i].truthBound(facts, high))
	}
	return t
}

func (c *compiledCondition) comparisonBound(piece int8, high bool) rules.Truth {
	low, most := rules.False, rules.True // an open fact
	switch piece {
	case stateUnknown:
	case stateNeverKnown, stateNeverKnownOrNA:
		most = rules.Unknown
		if c.precaution {
			most = rules.True
		}
		if piece == stateNeverKnown {
			low = most
		}
	default:
		return c.comparisonTruth(piece, false)
	}
	if high {
		return most
	}
	return low
}

// boundAvailability says of each option whether it will be available: True for sure,
// False for never, Unknown if open facts decide.
func (e *Engine) boundAvailability(in *indexedProfile) []rules.Truth {
	out := make([]rules.Truth, len(e.options))
	if !in.anyNeverKnown {
		for o, s := range e.findOptionStatuses(in, e.findVetoEffects(in)) {
			out[o] = s.possible
		}
		return out
	}
	for o := range out {
		if in.limits[o] == 0 {
			out[o] = e.requirementsTruth(in, o)
		}
	}
	for i := range e.vetoes {
		v := &e.vetoes[i]
		low, high := v.when.truthBound(in.fact, false), v.when.truthBound(in.fact, true)
		if v.separable != nil {
			low = min(low, rules.True-v.separable.truthBound(in.fact, true))
			high = min(high, rules.True-v.separable.truthBound(in.fact, false))
		}
		for o, blocked := range v.blocks {
			if blocked {
				out[o] = min(out[o], rules.True-truthFromBounds(low, high))
			}
		}
	}
	return out
}
