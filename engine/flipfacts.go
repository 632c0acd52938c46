package engine

import (
	"math"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/rules"
)

// outcome is what one change of a fact leads to.
type outcome struct {
	change
	verdict
}

// most is how many pairs of changes are listed.
const most = 5

// answers lists what a fact could be said to be, beside what is said of it: its
// values, a number in each stretch that the pack tells apart, and "does not apply".
func (a *analysis) answers(i int) []int8 {
	f := &a.e.facts[i]
	if !f.read {
		return nil
	}
	out := make([]int8, 0, f.pieces()+1)
	for p := range f.pieces() {
		if int8(p) != a.trial.raw[i] && f.answer(int8(p)) != Unknown {
			out = append(out, int8(p))
		}
	}
	if a.trial.raw[i] != stateNA {
		out = append(out, stateNA)
	}
	return out
}

// off says whether a fact is switched off by its guard.
func (a *analysis) off(i int) bool {
	guard := a.e.facts[i].guard
	return guard != nil && guard.eval(a.in.fact) == rules.False
}

// answer gives a piece as an answer; Unknown for a stretch that holds no number.
func (f *fact) answer(piece int8) Answer {
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
	for _, x := range []float64{math.Round(low/2 + high/2), low/2 + high/2, low, high} {
		value := strconv.FormatFloat(x, 'g', -1, 64)
		if got, ok := f.piece(value); ok && got == int(piece) {
			return Value(value)
		}
	}
	return Unknown
}

// means says whether a person could give the answer: "does not apply" where
// the pack says what that means.
func (e *Engine) means(c change) bool {
	return c.piece != stateNA || e.facts[c.fact].def.NA != (rules.Text{})
}

// changeFacts tries every single change of a fact. One that is switched off
// changes nothing alone.
func (a *analysis) changeFacts() {
	for i := range a.e.facts {
		off := a.off(i)
		for _, piece := range a.answers(i) {
			c, v := change{i, piece}, a.now
			if !off {
				v = a.trial.with(c)
			}
			a.changes = append(a.changes, outcome{c, v})
			if v != a.now && a.e.means(c) {
				a.out.FlipFacts = append(a.out.FlipFacts, a.flip(v, c))
			}
		}
	}
}

func (a *analysis) flip(v verdict, set ...change) FlipFact {
	f := FlipFact{Option: a.e.id(v.option), Stance: v.stance}
	for _, c := range set {
		f.Set = append(f.Set, Setting{a.e.facts[c.fact].def.ID, a.e.facts[c.fact].answer(c.piece)})
	}
	return f
}

// changePairs looks for pairs of changes of which neither does anything alone.
func (a *analysis) changePairs() {
	if !a.pairs {
		return
	}
	idle := slices.DeleteFunc(slices.Clone(a.changes), func(o outcome) bool {
		return o.verdict != a.now || !a.e.means(o.change)
	})
	for i, first := range idle {
		for _, second := range idle[i+1:] {
			if first.fact == second.fact {
				continue
			}
			v := a.trial.with(first.change, second.change)
			if v == a.now {
				continue
			}
			a.out.FlipPairs = append(a.out.FlipPairs, a.flip(v, first.change, second.change))
			if len(a.out.FlipPairs) == most {
				return
			}
		}
	}
}
