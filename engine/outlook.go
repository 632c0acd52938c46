package engine

import (
	"context"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// Outlook says whether what is still to be said, about open facts or about
// weights, can change what is recommended.
type Outlook struct {
	// Option is what is recommended now, "" for None and NoBasis.
	Option string
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
	Option string
	// Threat >= 0 is how far the worst answers might put it past the point
	// where it displaces the recommended one: a difference of values, times one
	// plus what the situation weighs.
	Threat float64
}

// Settled reports that no answer to an open fact can change the recommended
// option.
func (o *Outlook) Settled() bool { return o.Certain && len(o.Rivals) == 0 }

// Outlook compares the recommended option with each option that may be
// available, over all answers: see lead for the bound. What hangs on one fact
// or priority is taken together, what hangs on several is not, so Settled is
// safe: it may come late, never too early. Errors are those of Recommend.
func (e *Engine) Outlook(ctx context.Context, p Profile, pending Pending) (*Outlook, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	in, err := e.indexProfile(&p)
	if err != nil {
		return nil, err
	}
	return e.computeOutlook(in, pending), nil
}

func (e *Engine) computeOutlook(in *indexedProfile, pending Pending) *Outlook {
	now := e.evaluate(in)
	picked, _ := e.pickOption(e.optionValues(now), e.findOptionStatuses(in, e.findVetoEffects(in)))
	certain := !e.hasRevocableAnswer(in)
	e.markPending(in, pending)
	s := e.newOpenMasses(in)
	v, standings := s.v, s.availability
	if picked < 0 || !now.hasBasis() {
		out := e.outlookWithoutOption(v, picked, standings)
		out.Certain = out.Certain && certain
		return out
	}
	out := &Outlook{Option: e.options[picked].def.ID, Certain: certain && standings[picked] == rules.True && v.alwaysHasBasis()}
	if out.Certain && !v.anyOpen && isAvailabilityKnown(standings) {
		return out // not even a tie can turn
	}
	for r := range e.options {
		if r == picked || standings[r] == rules.False {
			continue
		}
		if threat := s.boundThreat(picked, r); !(threat < 0) {
			out.Rivals = append(out.Rivals, Rival{e.options[r].def.ID, threat})
		}
	}
	return out
}

// hasRevocableAnswer reports an answer that was given before its guard was settled, and
// so may yet be switched off, which no bound foresees.
func (e *Engine) hasRevocableAnswer(in *indexedProfile) bool {
	for _, i := range e.guardOrder {
		if in.stated[i] && in.fact[i] != stateUnknown && e.facts[i].guard.plainTruth(in.fact) == rules.Unknown {
			return true
		}
	}
	return false
}

// isAvailabilityKnown reports that it is known of every option whether it is available.
func isAvailabilityKnown(standings []rules.Truth) bool {
	return !slices.Contains(standings, rules.Unknown)
}

// outlookWithoutOption is the outlook of None and NoBasis: any option that may be
// available may come once something is answered.
func (e *Engine) outlookWithoutOption(v *evaluation, picked int, standings []rules.Truth) *Outlook {
	out := &Outlook{Certain: picked < 0 || !v.anyOpen && standings[picked] == rules.True}
	for r := range e.options {
		if standings[r] != rules.False && (picked < 0 || v.anyOpen) {
			out.Rivals = append(out.Rivals, Rival{e.options[r].def.ID, 1})
		}
	}
	return out
}

// alwaysHasBasis reports that some mass is left whatever the open rules do.
func (v *evaluation) alwaysHasBasis() bool {
	low := v.lowX
	for i := range v.y {
		low += v.y[i].low
	}
	return low > 0
}

// makeCaptureDifferences prepares the differences of captures of every pair of options.
func (e *Engine) makeCaptureDifferences() [][]argumentValues {
	gaps := make([][]argumentValues, len(e.options))
	for o := range gaps {
		gaps[o] = make([]argumentValues, len(e.options))
		for r := o + 1; r < len(e.options); r++ {
			a, b := e.options[o].capture.value, e.options[r].capture.value
			t := argumentValues{value: make([]float64, len(a)), order: make([]int, len(a))}
			for i := range a {
				t.value[i], t.order[i] = a[i]-b[i], i
			}
			t.sortOrder()
			gaps[o][r] = t
		}
	}
	return gaps
}
