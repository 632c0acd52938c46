package compiled

import (
	"math"

	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

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
