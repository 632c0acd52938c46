package robust

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
)

// changeOutcome is what one change of a fact leads to.
type changeOutcome struct {
	compiled.FactChange
	evaluate.Verdict
}

// maxFlipPairs is how many pairs of changes are listed.
const maxFlipPairs = 5

// listOtherAnswers lists what a fact could be said to be, beside what is said of it: its
// values, a number in each stretch that the pack tells apart, and "does not apply".
func (a *analysis) listOtherAnswers(i int) []int8 {
	f := &a.e.Facts[i]
	if !f.IsRead {
		return nil
	}
	out := make([]int8, 0, f.PieceCount()+1)
	for p := range f.PieceCount() {
		if int8(p) != a.in.StatedPieces[i] && f.AnswerFor(int8(p)).State != compiled.StateUnknown {
			out = append(out, int8(p))
		}
	}
	if a.in.StatedPieces[i] != compiled.StateNA {
		out = append(out, compiled.StateNA)
	}
	return out
}

// isSwitchedOff says whether a fact is switched off by its guard.
func (a *analysis) isSwitchedOff(i int) bool {
	guard := a.e.Facts[i].Guard
	return guard != nil && guard.PlainTruth(a.in.Fact) == rules.False
}

// tryFactChanges tries every single change of a fact. One that is switched off
// changes nothing alone.
func (a *analysis) tryFactChanges() []changeOutcome {
	var out []changeOutcome
	for i := range a.e.Facts {
		off := a.isSwitchedOff(i)
		for _, piece := range a.listOtherAnswers(i) {
			c, v := compiled.FactChange{Fact: i, Piece: piece}, a.recommended
			if !off {
				v = a.nominal.VerdictWith(c)
			}
			out = append(out, changeOutcome{c, v})
		}
	}
	return out
}

// FactFlip is a change of one or two facts with the verdict that it leads to.
type FactFlip struct {
	Changes []compiled.FactChange
	Verdict evaluate.Verdict
}

// listFactFlips lists the single changes that lead to another verdict.
func (a *analysis) listFactFlips(outcomes []changeOutcome) []FactFlip {
	var out []FactFlip
	for _, o := range outcomes {
		if o.Verdict != a.recommended && a.e.CanBeAnswered(o.FactChange) {
			out = append(out, FactFlip{[]compiled.FactChange{o.FactChange}, o.Verdict})
		}
	}
	return out
}

// findFlipPairs looks for pairs of changes of which neither does anything alone.
func (a *analysis) findFlipPairs(outcomes []changeOutcome) []FactFlip {
	idle := slices.DeleteFunc(slices.Clone(outcomes), func(o changeOutcome) bool {
		return o.Verdict != a.recommended || !a.e.CanBeAnswered(o.FactChange)
	})
	var out []FactFlip
	for i, first := range idle {
		for _, second := range idle[i+1:] {
			if first.Fact == second.Fact {
				continue
			}
			v := a.nominal.VerdictWith(first.FactChange, second.FactChange)
			if v == a.recommended {
				continue
			}
			out = append(out, FactFlip{[]compiled.FactChange{first.FactChange, second.FactChange}, v})
			if len(out) == maxFlipPairs {
				return out
			}
		}
	}
	return out
}

// anyAnswerGives reports whether an answer to a single open fact leads to a
// verdict for which differs holds.
func (a *analysis) anyAnswerGives(outcomes []changeOutcome, differs func(evaluate.Verdict) bool) bool {
	return slices.ContainsFunc(outcomes, func(o changeOutcome) bool {
		return a.in.Fact[o.Fact] == compiled.StateUnknown && differs(o.Verdict)
	})
}
