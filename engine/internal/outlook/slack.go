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
func measureSlack(e *compiled.Rules, in *compiled.Profile, form int) float64 {
	now := *in
	now.Fact = slices.Clone(in.Fact)
	applyGuardsToNeverKnown(e, &now)
	if boundAvailability(e, &now)[form] != rules.True {
		return -1
	}
	s := newOpenMasses(e, &now)
	slack := 1.0
	for r := range e.Forms {
		if e.Forms[r].Option == e.Forms[form].Option || s.availability[r] == rules.False {
			continue
		}
		if slack = min(slack, -s.boundThreat(form, r)); slack <= 0 {
			return slack
		}
	}
	return slack
}

// applyGuardsToNeverKnown applies guards to facts of which some are unknown for good.
func applyGuardsToNeverKnown(e *compiled.Rules, in *compiled.Profile) {
	for _, i := range e.GuardOrder {
		guard := e.Facts[i].Guard
		low, high := guard.TruthBound(in.Fact, false), guard.TruthBound(in.Fact, true)
		for m := i; m < i+e.Facts[i].Size; m++ {
			switch {
			case high == rules.False:
				in.Fact[m] = compiled.StateNA
			case in.Fact[m] == compiled.StateNeverKnownOrNA && low != rules.False:
				in.Fact[m] = compiled.StateNeverKnown
			}
		}
	}
}
