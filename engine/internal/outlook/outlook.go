package outlook

import (
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
)

// Outlook says whether what is still to be said, about open facts or about
// weights, can change what is recommended.
type Outlook struct {
	Option int // what is recommended now, -1 for none and no basis
	// Certain: the option stays available, and something counts, whatever the
	// answers.
	Certain bool
	// Rivals are the options that some answers might still put before the
	// recommended one, along the ladder.
	Rivals []Rival
}

// Rival is an option that answers to open facts might still put before the
// recommended one.
type Rival struct {
	Option int
	// Threat >= 0 is how far the worst answers might put it past the point
	// where it displaces the recommended one: a difference of values, times one
	// plus what the situation weighs.
	Threat float64
}

// Settled reports that no answer to an open fact can change the recommended
// option.
func (o *Outlook) Settled() bool { return o.Certain && len(o.Rivals) == 0 }

// Compute compares the recommended option with each option that may be
// available, over all answers: see boundLead for the bound. What hangs on one fact
// or priority is taken together, what hangs on several is not, so that it is
// safe to be settled: it may come late, never too early. It marks in the profile
// what is pending.
func Compute(e *compiled.Rules, in *compiled.Profile, pending Pending) *Outlook {
	now := evaluate.Evaluate(e, in)
	picked, _ := evaluate.PickOption(e, evaluate.OptionValues(e, now), evaluate.FindOptionStatuses(e, in, evaluate.ReadBars(e, in)))
	certain := !hasRevocableAnswer(e, in)
	markPending(e, in, pending)
	s := newOpenMasses(e, in)
	v, standings := s.v, s.availability
	if picked < 0 || !now.HasBasis() {
		out := outlookWithoutOption(e, v, picked, standings)
		out.Certain = out.Certain && certain
		return out
	}
	out := &Outlook{Option: picked, Certain: certain && standings[picked] == rules.True && alwaysHasBasis(v)}
	if out.Certain && !v.AnyOpen && isAvailabilityKnown(standings) {
		return out // not even a tie can turn
	}
	for r := range e.Options {
		if r == picked || standings[r] == rules.False {
			continue
		}
		if threat := s.boundThreat(picked, r); !(threat < 0) {
			out.Rivals = append(out.Rivals, Rival{r, threat})
		}
	}
	return out
}

// hasRevocableAnswer reports an answer that was given before its guard was settled, and
// so may yet be switched off, which no bound foresees.
func hasRevocableAnswer(e *compiled.Rules, in *compiled.Profile) bool {
	for _, i := range e.GuardOrder {
		for m := i; m < i+e.Facts[i].Size; m++ {
			if in.Stated[m] && in.Fact[m] != compiled.StateUnknown && e.Facts[m].Guard.PlainTruth(in.Fact) == rules.Unknown {
				return true
			}
		}
	}
	return false
}

// outlookWithoutOption is the outlook of None and NoBasis: any option that may be
// available may come once something is answered.
func outlookWithoutOption(e *compiled.Rules, v *evaluate.Evaluation, picked int, standings []rules.Truth) *Outlook {
	out := &Outlook{Option: -1, Certain: picked < 0 || !v.AnyOpen && standings[picked] == rules.True}
	for r := range e.Options {
		if standings[r] != rules.False && (picked < 0 || v.AnyOpen) {
			out.Rivals = append(out.Rivals, Rival{r, 1})
		}
	}
	return out
}

// alwaysHasBasis reports that some mass is left whatever the open rules do.
func alwaysHasBasis(v *evaluate.Evaluation) bool {
	low := v.LowX
	for i := range v.Y {
		low += v.Y[i].Low
	}
	return low > 0
}
