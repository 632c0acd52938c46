package engine

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/rules"
)

// compiledCondition is a condition over numbered facts: a comparison holds for the pieces
// of its fact whose bits are set.
type compiledCondition struct {
	op         rules.Op
	fact       int
	mask       uint64
	precaution bool
	of         []compiledCondition
}

// plainTruth gives the truth in Kleene's logic.
func (c *compiledCondition) plainTruth(facts []int8) rules.Truth { return c.truthUnder(facts, false) }

// prudentTruth is eval with the comparisons marked "precaution" counting as true
// while their fact is unknown.
func (c *compiledCondition) prudentTruth(facts []int8) rules.Truth { return c.truthUnder(facts, true) }

func (c *compiledCondition) truthUnder(facts []int8, prudent bool) rules.Truth {
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

func (c *compiledCondition) comparisonTruth(piece int8, prudent bool) rules.Truth {
	switch {
	case piece == stateNA:
		return rules.False
	case piece == stateUnknown && prudent && c.precaution:
		return rules.True
	case piece == stateUnknown:
		return rules.Unknown
	case c.mask>>uint(piece)&1 == 1:
		return rules.True
	}
	return rules.False
}

// appendGrounds adds the facts whose answers make a condition hold: of "any", those
// of the parts that hold. What is not known or does not apply is no ground.
func (c *compiledCondition) appendGrounds(facts []int8, to []int) []int {
	if c == nil {
		return to
	}
	if c.op == rules.Compare || c.op == rules.Not {
		known := func(i int) bool { return facts[i] != stateUnknown && facts[i] != stateNA }
		return append(to, slices.DeleteFunc(c.appendFactsRead(nil), func(i int) bool { return !known(i) })...)
	}
	for i := range c.of {
		if c.op != rules.Any || c.of[i].plainTruth(facts) == rules.True {
			to = c.of[i].appendGrounds(facts, to)
		}
	}
	return to
}

// compiledFact is a fact with its values cut into pieces: one a value, and for a
// number the thresholds that the pack compares with and the stretches between
// them (2i+1 is the i-th threshold, 2i the stretch below it).
type compiledFact struct {
	def    *rules.Fact
	guard  *compiledCondition
	values []string  // none for numbers
	cuts   []float64 // numbers only, rising
	isRead bool      // some rule reads it
}

// pieceOf finds the piece of a value.
func (f *compiledFact) pieceOf(value string) (int, bool) {
	if f.def.Type != rules.NumberFact {
		i := slices.Index(f.values, value)
		return i, i >= 0
	}
	x, err := strconv.ParseFloat(value, 64)
	if err != nil || !(x >= f.def.Min && x <= f.def.Max) {
		return 0, false
	}
	i, exact := slices.BinarySearch(f.cuts, x)
	if exact {
		return 2*i + 1, true
	}
	return 2 * i, true
}

// pieceCount is how many pieces the fact has.
func (f *compiledFact) pieceCount() int {
	if f.def.Type == rules.NumberFact {
		return 2*len(f.cuts) + 1
	}
	return len(f.values)
}

func (e *Engine) compileCondition(c *rules.Condition) *compiledCondition {
	if c == nil {
		return nil
	}
	out := e.compileNode(c)
	return &out
}

func (e *Engine) compileNode(c *rules.Condition) compiledCondition {
	out := compiledCondition{op: c.Op, precaution: c.Precaution}
	for i := range c.Of {
		out.of = append(out.of, e.compileNode(&c.Of[i]))
	}
	if c.Op == rules.Compare {
		out.fact = e.factIndex[c.Fact]
		out.mask = e.facts[out.fact].maskFor(c)
	}
	return out
}

// maskFor sets the bit of every piece for which the comparison holds.
func (f *compiledFact) maskFor(c *rules.Condition) uint64 {
	var given []int
	for _, v := range c.Values {
		if p, ok := f.pieceOf(v); ok {
			given = append(given, p)
		}
	}
	var mask uint64
	for p := range f.pieceCount() {
		var holds bool
		switch c.Test {
		case rules.Is:
			holds = slices.Contains(given, p)
		case rules.IsNot:
			holds = !slices.Contains(given, p)
		case rules.AtLeast:
			holds = p >= given[0]
		case rules.AtMost:
			holds = p <= given[0]
		}
		if holds {
			mask |= 1 << uint(p)
		}
	}
	return mask
}

// appendFactsRead adds the facts that a condition compares; nil reads none.
func (c *compiledCondition) appendFactsRead(to []int) []int {
	if c == nil {
		return to
	}
	if c.op == rules.Compare {
		return append(to, c.fact)
	}
	for i := range c.of {
		to = c.of[i].appendFactsRead(to)
	}
	return to
}
