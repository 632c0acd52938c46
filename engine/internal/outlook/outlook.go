package outlook

import (
	"context"

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

// Compute compares the recommended form with each form of another option that may be
// available, over all answers: see boundLead for the bound. As long as the form
// stays available and keeps them all behind, its option is advised, be it in this form
// or in another. What hangs on one fact
// or priority is taken together, what hangs on several is not, so that it is
// safe to be settled: it may come late, never too early. It marks in the profile
// what is pending. Once ctx is done what it gives is of no use.
func Compute(ctx context.Context, e *compiled.Rules, in *compiled.Profile, pending Pending) *Outlook {
	now := evaluate.Evaluate(e, in)
	picked, _ := evaluate.PickForm(e, evaluate.FormValues(e, now), evaluate.FindFormStatuses(e, in, evaluate.ReadBars(e, in)))
	certain := !hasRevocableAnswer(e, in)
	markPending(e, in, pending)
	if ctx.Err() != nil {
		return &Outlook{Option: -1}
	}
	s := newOpenMasses(ctx, e)
	s.take(in)
	v, prospects := evaluate.Evaluate(e, in), s.availability
	if picked < 0 || !now.HasBasis() {
		out := outlookWithoutOption(e, v, picked, prospects)
		out.Certain = out.Certain && certain
		return out
	}
	out := &Outlook{Option: e.Forms[picked].Option, Certain: certain && prospects[picked] == rules.True && alwaysHasBasis(v)}
	if out.Certain && !v.AnyOpen && isAvailabilityKnown(prospects) && !e.HasOpenRaise(v.In) {
		return out // not even a tie can turn
	}
	for r := range e.Forms {
		if s.isStopped() {
			return out
		}
		if e.Forms[r].Option == out.Option || prospects[r] == rules.False {
			continue
		}
		if threat := s.boundThreat(picked, r); !(threat < 0) {
			out.addRival(e.Forms[r].Option, threat)
		}
	}
	return out
}

// addRival adds a form of an option; forms come along the ladder.
func (o *Outlook) addRival(option int, threat float64) {
	if n := len(o.Rivals); n > 0 && o.Rivals[n-1].Option == option {
		o.Rivals[n-1].Threat = max(o.Rivals[n-1].Threat, threat)
		return
	}
	o.Rivals = append(o.Rivals, Rival{option, threat})
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
func outlookWithoutOption(e *compiled.Rules, v *evaluate.Evaluation, picked int, prospects []rules.Truth) *Outlook {
	out := &Outlook{Option: -1, Certain: picked < 0 || !v.AnyOpen && prospects[picked] == rules.True}
	for r := range e.Forms {
		if prospects[r] != rules.False && (picked < 0 || v.AnyOpen) {
			out.addRival(e.Forms[r].Option, 1)
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
