package compiled

import (
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// The states of a fact without a value; a value is a piece of the fact, from 0.
//
// Facts that nobody will answer any more are unknown for good. A comparison
// with an open fact may become true or false; with one of these it stays
// unknown, or becomes false if the guard of the fact may still turn false, so
// that it does not apply.
const (
	StateUnknown        = -1
	StateNA             = -2
	StateNeverKnown     = -3
	StateNeverKnownOrNA = -4
)

// Condition is a condition over numbered facts: a comparison holds for the pieces
// of its fact whose bits are set.
type Condition struct {
	op         rules.Op
	fact       int
	mask       uint64
	precaution bool
	of         []Condition
}

// PlainTruth gives the truth in Kleene's logic; no condition (nil) is true.
func (c *Condition) PlainTruth(facts []int8) rules.Truth {
	if c == nil {
		return rules.True
	}
	return c.truthUnder(facts, false)
}

// PrudentTruth is eval with the comparisons marked "precaution" counting as true
// while their fact is unknown.
func (c *Condition) PrudentTruth(facts []int8) rules.Truth { return c.truthUnder(facts, true) }

func (c *Condition) truthUnder(facts []int8, prudent bool) rules.Truth {
	switch c.op {
	case rules.Compare:
		return c.comparisonTruth(facts[c.fact], prudent)
	case rules.Not:
		return rules.True - c.of[0].truthUnder(facts, prudent)
	case rules.Any:
		t := rules.False
		for i := range c.of {
			t = max(t, c.of[i].truthUnder(facts, prudent))
		}
		return t
	}
	t := rules.True
	for i := range c.of {
		t = min(t, c.of[i].truthUnder(facts, prudent))
	}
	return t
}

func (c *Condition) comparisonTruth(piece int8, prudent bool) rules.Truth {
	switch {
	case piece == StateNA:
		return rules.False
	case piece == StateUnknown && prudent && c.precaution:
		return rules.True
	case piece == StateUnknown:
		return rules.Unknown
	case c.mask>>uint(piece)&1 == 1:
		return rules.True
	}
	return rules.False
}

// appendGrounds adds the facts whose answers make a condition hold: of "any", those
// of the parts that hold. What is not known or does not apply is no ground.
func (c *Condition) appendGrounds(facts []int8, to []int) []int {
	if c == nil {
		return to
	}
	if c.op == rules.Compare || c.op == rules.Not {
		first := len(to)
		to = c.AppendFactsRead(to)
		return append(to[:first], slices.DeleteFunc(to[first:], func(i int) bool { return facts[i] == StateUnknown || facts[i] == StateNA })...)
	}
	for i := range c.of {
		if c.op != rules.Any || c.of[i].PlainTruth(facts) == rules.True {
			to = c.of[i].appendGrounds(facts, to)
		}
	}
	return to
}

// AppendFactsRead adds the facts that a condition compares; nil reads none.
func (c *Condition) AppendFactsRead(to []int) []int {
	if c == nil {
		return to
	}
	if c.op == rules.Compare {
		return append(to, c.fact)
	}
	for i := range c.of {
		to = c.of[i].AppendFactsRead(to)
	}
	return to
}

// TruthBounds are the least and the greatest truth that a condition may come to, each
// comparison by itself.
func (c *Condition) TruthBounds(facts []int8) (low, high rules.Truth) {
	if c == nil {
		return rules.True, rules.True
	}
	switch c.op {
	case rules.Compare:
		return c.comparisonBound(facts[c.fact], false), c.comparisonBound(facts[c.fact], true)
	case rules.Not:
		low, high = c.of[0].TruthBounds(facts)
		return rules.True - high, rules.True - low
	case rules.Any:
		low, high = rules.False, rules.False
		for i := range c.of {
			l, h := c.of[i].TruthBounds(facts)
			low, high = max(low, l), max(high, h)
		}
		return low, high
	}
	low, high = rules.True, rules.True
	for i := range c.of {
		l, h := c.of[i].TruthBounds(facts)
		low, high = min(low, l), min(high, h)
	}
	return low, high
}

func (c *Condition) comparisonBound(piece int8, high bool) rules.Truth {
	low, most := rules.False, rules.True // an open fact
	switch piece {
	case StateUnknown:
	case StateNeverKnown, StateNeverKnownOrNA:
		most = rules.Unknown // by precaution a bar holds back, and never for good
		if piece == StateNeverKnown {
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
