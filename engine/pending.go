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
	stateFinal     = -3
	stateFinalOrNA = -4
)

// Pending says what is known of answers to come.
type Pending struct {
	// Vain names the facts that nobody will answer any more, because they were
	// asked in vain: unknown, they change nothing.
	Vain []string
	// Unrated names priorities whose weights are still to be said. They may
	// become anything from 0 to 10, whatever the profile says of them.
	Unrated []string
}

// await marks what a profile leaves pending. Ids that the pack does not have
// are passed over.
func (e *Engine) await(in *input, pending Pending) {
	e.finalise(in, pending.Vain)
	for _, id := range pending.Unrated {
		p, ok := e.priorityIndex[id]
		if !ok || in.unrated != nil && in.unrated[p] {
			continue
		}
		if in.unrated == nil {
			in.unrated = make([]bool, len(e.priorities))
		}
		in.unrated[p] = true
		in.sum += elicit.Top*unit - max(0, in.weight[p]) // only a scale
		in.weight[p] = elicit.Top * unit
	}
}

// finalise marks facts as unknown for good: those named, and those that will
// never be asked because their guard cannot become true.
func (e *Engine) finalise(in *input, ids []string) {
	for _, id := range ids {
		if i, ok := e.factIndex[id]; ok && in.fact[i] == stateUnknown {
			in.fact[i], in.final = stateFinal, true
		}
	}
	if !in.final {
		return
	}
	for _, i := range e.guardOrder {
		guard := e.facts[i].guard
		if in.fact[i] == stateUnknown && guard.end(in.fact, true) != rules.True {
			in.fact[i] = stateFinal
		}
		if in.fact[i] == stateFinal && guard.end(in.fact, false) == rules.False {
			in.fact[i] = stateFinalOrNA
		}
	}
}

// truth is the truth of a condition of a rule: once facts are final, True if
// the rule will count whatever the open facts are, False if it will not count,
// Unknown if it may.
func (in *input) truth(c *cond) rules.Truth {
	if !in.final {
		return c.eval(in.fact)
	}
	return counts(c.end(in.fact, false), c.end(in.fact, true))
}

// counts reads the least and the greatest truth that a condition may come to.
func counts(low, high rules.Truth) rules.Truth {
	switch {
	case low == rules.True:
		return rules.True
	case high != rules.True:
		return rules.False
	}
	return rules.Unknown
}

// end is the least or the greatest truth that a condition may come to, each
// comparison by itself.
func (c *cond) end(facts []int8, high bool) rules.Truth {
	switch c.op {
	case rules.Compare:
		return c.compareEnd(facts[c.fact], high)
	case rules.Not:
		return rules.True - c.of[0].end(facts, !high)
	case rules.Any:
		t := rules.False
		for i := range c.of {
			t = max(t, c.of[i].end(facts, high))
		}
		return t
	}
	t := rules.True
	for i := range c.of {
		t = min(t, c.of[i].end(facts, high))
	}
	return t
}

func (c *cond) compareEnd(piece int8, high bool) rules.Truth {
	low, most := rules.False, rules.True // an open fact
	switch piece {
	case stateUnknown:
	case stateFinal, stateFinalOrNA:
		most = rules.Unknown
		if c.precaution {
			most = rules.True
		}
		if piece == stateFinal {
			low = most
		}
	default:
		return c.compare(piece, false)
	}
	if high {
		return most
	}
	return low
}

// prospects says of each option whether it will be available: True for sure,
// False for never, Unknown if open facts decide.
func (e *Engine) prospects(in *input) []rules.Truth {
	out := make([]rules.Truth, len(e.options))
	if !in.final {
		for o, s := range e.standings(in, e.bites(in)) {
			out[o] = s.possible
		}
		return out
	}
	for o := range out {
		if in.limits[o] == 0 {
			out[o] = e.met(in, o)
		}
	}
	for i := range e.vetoes {
		v := &e.vetoes[i]
		low, high := v.when.end(in.fact, false), v.when.end(in.fact, true)
		if v.separable != nil {
			low = min(low, rules.True-v.separable.end(in.fact, true))
			high = min(high, rules.True-v.separable.end(in.fact, false))
		}
		for o, blocked := range v.blocks {
			if blocked {
				out[o] = min(out[o], rules.True-counts(low, high))
			}
		}
	}
	return out
}
