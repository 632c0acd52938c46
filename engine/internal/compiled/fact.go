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
// them (2i+1 is the i-th threshold, 2i the stretch below it).
type Fact struct {
	Def    *rules.Fact
	Guard  *Condition
	values []string  // none for numbers
	cuts   []float64 // numbers only, rising
	IsRead bool      // some rule reads it
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

// AnswerFor gives a piece as an answer; one that is not known for a stretch that
// holds no number.
func (f *Fact) AnswerFor(piece int8) Answer {
	switch {
	case piece == StateNA:
		return Answer{State: StateNA}
	case f.Def.Type != rules.NumberFact:
		return Answer{Value: f.values[piece]}
	}
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

// FactChange is another answer to a fact.
type FactChange struct {
	Fact  int
	Piece int8 // or answerNA
}
