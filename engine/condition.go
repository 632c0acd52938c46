package engine

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/rules"
)

// cond is a condition over numbered facts: a comparison holds for the pieces
// of its fact whose bits are set.
type cond struct {
	op         rules.Op
	fact       int
	mask       uint64
	precaution bool
	of         []cond
}

// eval gives the truth in Kleene's logic.
func (c *cond) eval(facts []int8) rules.Truth { return c.truth(facts, false) }

// prudent is eval with the comparisons marked "precaution" counting as true
// while their fact is unknown.
func (c *cond) prudent(facts []int8) rules.Truth { return c.truth(facts, true) }

func (c *cond) truth(facts []int8, prudent bool) rules.Truth {
	switch c.op {
	case rules.Compare:
		return c.compare(facts[c.fact], prudent)
	case rules.Not:
		return rules.True - c.of[0].truth(facts, prudent)
	case rules.Any:
		t := rules.False
		for i := range c.of {
			t = max(t, c.of[i].truth(facts, prudent))
		}
		return t
	}
	t := rules.True
	for i := range c.of {
		t = min(t, c.of[i].truth(facts, prudent))
	}
	return t
}

func (c *cond) compare(piece int8, prudent bool) rules.Truth {
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

// grounds adds the facts whose answers make a condition hold: of "any", those
// of the parts that hold. What is not known or does not apply is no ground.
func (c *cond) grounds(facts []int8, to []int) []int {
	if c == nil {
		return to
	}
	if c.op == rules.Compare || c.op == rules.Not {
		known := func(i int) bool { return facts[i] != stateUnknown && facts[i] != stateNA }
		return append(to, slices.DeleteFunc(c.reads(nil), func(i int) bool { return !known(i) })...)
	}
	for i := range c.of {
		if c.op != rules.Any || c.of[i].eval(facts) == rules.True {
			to = c.of[i].grounds(facts, to)
		}
	}
	return to
}

// fact is a fact with its values cut into pieces: one a value, and for a
// number the thresholds that the pack compares with and the stretches between
// them (2i+1 is the i-th threshold, 2i the stretch below it).
type fact struct {
	def    *rules.Fact
	guard  *cond
	values []string  // none for numbers
	cuts   []float64 // numbers only, rising
	read   bool      // some rule reads it
}

// piece finds the piece of a value.
func (f *fact) piece(value string) (int, bool) {
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

// pieces is how many pieces the fact has.
func (f *fact) pieces() int {
	if f.def.Type == rules.NumberFact {
		return 2*len(f.cuts) + 1
	}
	return len(f.values)
}

func (e *Engine) compile(c *rules.Condition) *cond {
	if c == nil {
		return nil
	}
	out := e.compileOne(c)
	return &out
}

func (e *Engine) compileOne(c *rules.Condition) cond {
	out := cond{op: c.Op, precaution: c.Precaution}
	for i := range c.Of {
		out.of = append(out.of, e.compileOne(&c.Of[i]))
	}
	if c.Op == rules.Compare {
		out.fact = e.factIndex[c.Fact]
		out.mask = e.facts[out.fact].mask(c)
	}
	return out
}

// mask sets the bit of every piece for which the comparison holds.
func (f *fact) mask(c *rules.Condition) uint64 {
	var given []int
	for _, v := range c.Values {
		if p, ok := f.piece(v); ok {
			given = append(given, p)
		}
	}
	var mask uint64
	for p := range f.pieces() {
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

// reads adds the facts that a condition compares; nil reads none.
func (c *cond) reads(to []int) []int {
	if c == nil {
		return to
	}
	if c.op == rules.Compare {
		return append(to, c.fact)
	}
	for i := range c.of {
		to = c.of[i].reads(to)
	}
	return to
}
