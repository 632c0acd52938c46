package robust

import (
	"cmp"
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

// maxFlipPairs is how many pairs of changes are listed.
const maxFlipPairs = 5

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

// findFlipPairs looks for pairs of changes of which neither does anything alone, the
// likeliest first and one for every two facts. One that excludes what else is said is
// taken only where there are too few others.
func (a *analysis) findFlipPairs(outcomes []changeOutcome, doubts []Doubt) []FactFlip {
	idle := slices.DeleteFunc(slices.Clone(outcomes), func(o changeOutcome) bool {
		return !o.IsSameOption(a.recommended) || !a.e.CanBeAnswered(o.FactChange)
	})
	slices.SortStableFunc(idle, func(x, y changeOutcome) int {
		return cmp.Compare(a.groupAnswer(x.FactChange, doubts[x.Fact]), a.groupAnswer(y.FactChange, doubts[y.Fact]))
	})
	var out, absurd []FactFlip
	for i, second := range idle { // whose group is that of the pair
		for _, first := range idle[:i] {
			if first.Fact == second.Fact || slices.ContainsFunc(out, func(f FactFlip) bool { return f.isAbout(first.Fact, second.Fact) }) {
				continue
			}
			if a.isStopped() {
				return nil
			}
			v := a.nominal.VerdictWith(first.FactChange, second.FactChange)
			if v.IsSameOption(a.recommended) {
				continue
			}
			f := FactFlip{Changes: []compiled.FactChange{first.FactChange, second.FactChange}, Verdict: v}
			if len(a.listNewExclusions()) > 0 {
				absurd = append(absurd, f)
				continue
			}
			if out = append(out, f); len(out) == maxFlipPairs {
				a.explainFlips(out, doubts)
				return out
			}
		}
	}
	for _, f := range absurd {
		if len(out) < maxFlipPairs && !slices.ContainsFunc(out, func(x FactFlip) bool { return x.isAbout(f.Changes[0].Fact, f.Changes[1].Fact) }) {
			out = append(out, f)
		}
	}
	a.explainFlips(out, doubts)
	return out
}

// isAbout reports whether a pair changes these two facts.
func (f *FactFlip) isAbout(one, other int) bool {
	a, b := f.Changes[0].Fact, f.Changes[1].Fact
	return a == one && b == other || a == other && b == one
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
