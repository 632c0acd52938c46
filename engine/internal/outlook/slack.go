package outlook

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
)

// takeAnswer takes one answer, that to a set as a whole, from another input; back
// undoes it.
func takeAnswer(e *compiled.Rules, in *compiled.Profile, from *compiled.Profile, i int) (back func()) {
	if i < len(in.Fact) {
		of := in.Fact[i : i+e.Facts[i].Size]
		was := slices.Clone(of)
		copy(of, from.Fact[i:])
		return func() { copy(of, was) }
	}
	p := i - len(in.Fact)
	was := in.Unrated[p]
	in.Unrated[p] = from.Unrated[p]
	return func() { in.Unrated[p] = was }
}

// pickNominalForm picks the form where nobody answers what is unknown for good.
func pickNominalForm(e *compiled.Rules, in *compiled.Profile) int {
	now := *in
	now.Fact, now.AnyNeverKnown = slices.Clone(in.Fact), false
	for f, piece := range now.Fact {
		if piece == compiled.StateNeverKnown || piece == compiled.StateNeverKnownOrNA {
			now.Fact[f] = compiled.StateUnknown
		}
	}
	f, _ := evaluate.PickForm(e, evaluate.FormValues(e, evaluate.Evaluate(e, &now)), evaluate.FindFormStatuses(e, &now, evaluate.ReadBars(e, &now)))
	return f
}

// measureSlack is how far every rival of another option stays from displacing a form, on a
// scale of its own: not positive if one may, -1 if the form may become unavailable.
func (s *openMasses) measureSlack(in *compiled.Profile, form int) float64 {
	s.takeUnguarded(in)
	if s.isStopped() || s.availability[form] != rules.True {
		return -1
	}
	slack := 1.0
	for r := range s.e.Forms {
		if s.e.Forms[r].Option == s.e.Forms[form].Option || s.availability[r] == rules.False {
			continue
		}
		if slack = min(slack, -s.boundThreat(form, r)); slack <= 0 || s.isStopped() {
			return slack
		}
	}
	return slack
}

// isSettled reports whether slack is positive. The rival that was in the way last is looked
// at first.
func (s *openMasses) isSettled(in *compiled.Profile, form int) bool {
	s.takeUnguarded(in)
	if s.isStopped() || s.availability[form] != rules.True {
		return false
	}
	mayDisplace := func(r int) bool {
		return s.e.Forms[r].Option != s.e.Forms[form].Option && s.availability[r] != rules.False && !(s.boundThreat(form, r) < 0)
	}
	if mayDisplace(s.inTheWay) {
		return false
	}
	for r := range s.e.Forms {
		if s.isStopped() || r != s.inTheWay && mayDisplace(r) {
			s.inTheWay = r
			return false
		}
	}
	return true
}

// applyGuardsToNeverKnown applies guards to facts of which some are unknown for good.
func applyGuardsToNeverKnown(e *compiled.Rules, in *compiled.Profile) {
	for _, i := range e.GuardOrder {
		low, high := e.Facts[i].Guard.TruthBounds(in.Fact)
		for m := i; m < i+e.Facts[i].Size; m++ {
			in.Fact[m] = guardedState(in.Fact[m], low, high)
		}
	}
}
