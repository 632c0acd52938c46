package engine

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// changeOutcome is what one change of a fact leads to.
type changeOutcome struct {
	factChange
	indexedVerdict
}

// maxFlipPairs is how many pairs of changes are listed.
const maxFlipPairs = 5

// listOtherAnswers lists what a fact could be said to be, beside what is said of it: its
// values, a number in each stretch that the pack tells apart, and "does not apply".
func (a *analysis) listOtherAnswers(i int) []int8 {
	f := &a.e.facts[i]
	if !f.isRead {
		return nil
	}
	out := make([]int8, 0, f.pieceCount()+1)
	for p := range f.pieceCount() {
		if int8(p) != a.nominal.statedPieces[i] && f.answerFor(int8(p)) != Unknown {
			out = append(out, int8(p))
		}
	}
	if a.nominal.statedPieces[i] != stateNA {
		out = append(out, stateNA)
	}
	return out
}

// isSwitchedOff says whether a fact is switched off by its guard.
func (a *analysis) isSwitchedOff(i int) bool {
	guard := a.e.facts[i].guard
	return guard != nil && guard.plainTruth(a.in.fact) == rules.False
}

// answerFor gives a piece as an answer; Unknown for a stretch that holds no number.
func (f *compiledFact) answerFor(piece int8) Answer {
	switch {
	case piece == stateNA:
		return NotApplicable
	case f.def.Type != rules.NumberFact:
		return Value(f.values[piece])
	}
	i := int(piece) / 2
	if piece%2 == 1 {
		return Number(f.cuts[i])
	}
	low, high := f.def.Min, f.def.Max
	if i > 0 {
		low = f.cuts[i-1]
	}
	if i < len(f.cuts) {
		high = f.cuts[i]
	}
	middle := mul(low, 0.5) + mul(high, 0.5)
	for _, x := range []float64{math.Round(middle), middle, low, high} {
		value := plain.Number(x)
		if got, ok := f.pieceOf(value); ok && got == int(piece) {
			return Value(value)
		}
	}
	return Unknown
}

// canBeAnswered says whether a person could give the answer: "does not apply" where
// the pack says what that means.
func (e *Engine) canBeAnswered(c factChange) bool {
	return c.piece != stateNA || !e.facts[c.fact].def.NA.IsEmpty()
}

// tryFactChanges tries every single change of a fact. One that is switched off
// changes nothing alone.
func (a *analysis) tryFactChanges() {
	for i := range a.e.facts {
		off := a.isSwitchedOff(i)
		for _, piece := range a.listOtherAnswers(i) {
			c, v := factChange{i, piece}, a.recommended
			if !off {
				v = a.nominal.verdictWith(c)
			}
			a.changeOutcomes = append(a.changeOutcomes, changeOutcome{c, v})
			if v != a.recommended && a.e.canBeAnswered(c) {
				a.out.FlipFacts = append(a.out.FlipFacts, a.makeFlipFact(v, c))
			}
		}
	}
}

func (a *analysis) makeFlipFact(v indexedVerdict, set ...factChange) FlipFact {
	f := FlipFact{Option: a.e.optionID(v.option), Stance: v.stance}
	for _, c := range set {
		f.Set = append(f.Set, Setting{a.e.facts[c.fact].def.ID, a.e.facts[c.fact].answerFor(c.piece)})
	}
	return f
}

// tryPairChanges looks for pairs of changes of which neither does anything alone.
func (a *analysis) tryPairChanges() {
	if !a.pairs {
		return
	}
	idle := slices.DeleteFunc(slices.Clone(a.changeOutcomes), func(o changeOutcome) bool {
		return o.indexedVerdict != a.recommended || !a.e.canBeAnswered(o.factChange)
	})
	for i, first := range idle {
		for _, second := range idle[i+1:] {
			if first.fact == second.fact {
				continue
			}
			v := a.nominal.verdictWith(first.factChange, second.factChange)
			if v == a.recommended {
				continue
			}
			a.out.FlipPairs = append(a.out.FlipPairs, a.makeFlipFact(v, first.factChange, second.factChange))
			if len(a.out.FlipPairs) == maxFlipPairs {
				return
			}
		}
	}
}
