package compiled

import (
	"math"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Fact is a fact with its values cut into pieces: one a value, and for a
// number the thresholds that the pack compares with and the stretches between
// them (2i+1 is the i-th threshold, 2i the stretch below it). A member of a set is a
// fact of its own, with the Def and Guard of the set.
type Fact struct {
	Def     *rules.Fact
	Guard   *Condition // nil: always asked
	follows []following
	Size    int       // how many members the set has, 1 for a fact that is none
	values  []string  // none for numbers
	cuts    []float64 // numbers only, rising
	IsRead  bool      // some rule reads it
}

// following is a piece that follows from other answers.
type following struct {
	when  *Condition
	piece int8
}

// pieceOf finds the piece of a value.
func (f *Fact) pieceOf(value string) (int, bool) {
	if f.Def.Type != rules.NumberFact {
		i := slices.Index(f.values, value)
		return i, i >= 0
	}
	x, err := strconv.ParseFloat(value, 64)
	if err != nil || !(x >= f.Def.Min && x <= f.Def.Max) {
		return 0, false
	}
	i, exact := slices.BinarySearch(f.cuts, x)
	if exact {
		return 2*i + 1, true
	}
	return 2 * i, true
}

// PieceCount is how many pieces the fact has.
func (f *Fact) PieceCount() int {
	if f.Def.Type == rules.NumberFact {
		return 2*len(f.cuts) + 1
	}
	return len(f.values)
}

// maskFor sets the bit of every piece for which the comparison holds.
func (f *Fact) maskFor(c *rules.Condition) uint64 {
	var given []int
	for _, v := range c.Values {
		if p, ok := f.pieceOf(v); ok {
			given = append(given, p)
		}
	}
	var mask uint64
	for p := range f.PieceCount() {
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

// FactChange is another answer to a fact. Of a set, Fact is its first member, and
// Members says which hold unless Piece says that the fact does not apply.
type FactChange struct {
	Fact    int
	Piece   int8 // or StateNA
	Members MemberSet
}

// Apply gives a fact the other answer.
func (e *Rules) Apply(facts []int8, c FactChange) {
	switch f := &e.Facts[c.Fact]; {
	case !f.IsSet():
		facts[c.Fact] = c.Piece
	case c.Piece == StateNA:
		for m := range f.Size {
			facts[c.Fact+m] = StateNA
		}
	default:
		e.putMembers(facts, c.Fact, c.Members)
	}
}

// AnswerFor gives a change as an answer; one that is not known for a stretch that
// holds no number.
func (e *Rules) AnswerFor(c FactChange) Answer {
	f := &e.Facts[c.Fact]
	switch {
	case c.Piece == StateNA:
		return Answer{State: StateNA}
	case f.IsSet():
		return f.formatMembers(c.Members)
	case f.Def.Type == rules.NumberFact:
		return f.answerInStretch(c.Piece)
	}
	return Answer{Value: f.values[c.Piece]}
}

// answerInStretch gives a number of a piece.
func (f *Fact) answerInStretch(piece int8) Answer {
	i := int(piece) / 2
	if piece%2 == 1 {
		return Answer{Value: plain.Number(f.cuts[i])}
	}
	low, high := f.Def.Min, f.Def.Max
	if i > 0 {
		low = f.cuts[i-1]
	}
	if i < len(f.cuts) {
		high = f.cuts[i]
	}
	middle := exact.Mul(low, 0.5) + exact.Mul(high, 0.5)
	for _, x := range []float64{math.Round(middle), middle, low, high} {
		value := plain.Number(x)
		if got, ok := f.pieceOf(value); ok && got == int(piece) {
			return Answer{Value: value}
		}
	}
	return Answer{State: StateUnknown}
}
