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
	Turned []int // dimensions that lean to the other side
}

// listOtherAnswers lists what a fact could be said to be, beside what is said of it: its
// values, a number in each stretch that the pack tells apart, one member of a set more
// or less, and "does not apply".
func (a *analysis) listOtherAnswers(i int) []compiled.FactChange {
	var out []compiled.FactChange
	switch f := &a.e.Facts[i]; {
	case !a.e.IsRead(i):
		return nil
	case f.IsSet():
		for _, m := range a.e.ListMemberChanges(a.in.StatedPieces, i) {
			out = append(out, compiled.FactChange{Fact: i, Members: m})
		}
	default:
		out = make([]compiled.FactChange, 0, f.PieceCount()+1)
		for p := range f.PieceCount() {
			c := compiled.FactChange{Fact: i, Piece: int8(p)}
			if c.Piece != a.in.StatedPieces[i] && a.e.AnswerFor(c).State != compiled.StateUnknown {
				out = append(out, c)
			}
		}
	}
	if a.in.StatedPieces[i] != compiled.StateNA {
		out = append(out, compiled.FactChange{Fact: i, Piece: compiled.StateNA})
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
	for i := range a.e.EachFact {
		off := a.isSwitchedOff(i)
		for _, c := range a.listOtherAnswers(i) {
			o := changeOutcome{FactChange: c, Verdict: a.recommended}
			if a.isStopped() {
				return out
			}
			if !off {
				o.Verdict = a.nominal.VerdictWith(c)
				o.Turned = a.listTurned()
			}
			out = append(out, o)
		}
	}
	return out
}

// FactFlip is a change of one or two facts with the verdict that it leads to.
type FactFlip struct {
	Changes     []compiled.FactChange
	Verdict     evaluate.Verdict
	Group       FlipGroup
	Steps       int   // how far the answers lie from what is known
	Contradicts []int // exclusions of the pack that hold then
	Cause       Cause
}

// listFactFlips lists the single changes that lead to another verdict.
func (a *analysis) listFactFlips(outcomes []changeOutcome, doubts []Doubt) []FactFlip {
	var out []FactFlip
	for _, o := range outcomes {
		if !o.IsSameOption(a.recommended) && a.e.CanBeAnswered(o.FactChange) {
			out = append(out, FactFlip{Changes: []compiled.FactChange{o.FactChange}, Verdict: o.Verdict})
		}
	}
	a.explainFlips(out, doubts)
	return out
}

// anyAnswerGives reports whether an answer to a single open fact leads to a
// verdict for which differs holds.
func (a *analysis) anyAnswerGives(outcomes []changeOutcome, differs func(evaluate.Verdict) bool) bool {
	return slices.ContainsFunc(outcomes, func(o changeOutcome) bool {
		return a.e.IsAnswer(a.in.Fact, o.FactChange) && differs(o.Verdict)
	})
}

// explainFlips completes flips with their groups and causes.
func (a *analysis) explainFlips(flips []FactFlip, doubts []Doubt) {
	if len(flips) == 0 {
		return
	}
	before := a.readState(a.nominal.VerdictWith())
	for i := range flips {
		if a.isStopped() {
			return
		}
		f := &flips[i]
		after := a.readState(a.nominal.VerdictWith(f.Changes...))
		f.Cause = findCause(a, before, after)
		f.Group, f.Steps = a.groupChange(f.Changes, doubts), a.countSteps(f.Changes)
		f.Contradicts = a.listNewExclusions()
	}
}
