package evaluate

import (
	"cmp"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// BarReading is a bar whose condition is not false, on the facts as they are.
type BarReading struct {
	Bar int
	// When is the truth of its condition, Prudent the same with precaution.
	When, Prudent rules.Truth
	// FoundOut says whether something that was found out lifts it, CanDo whether
	// something can be done about it; False without such escapes.
	FoundOut, CanDo rules.Truth
	// ForGood says whether it rules out for good what it touches.
	ForGood rules.Truth
}

// ReadBars reads the bars that hold or may hold, in the order in which they are told.
func ReadBars(e *compiled.Rules, in *compiled.Profile) []BarReading {
	return AppendBarReadings(make([]BarReading, 0, len(e.Bars)), e, in)
}

// AppendBarReadings is ReadBars into room that is there.
func AppendBarReadings(out []BarReading, e *compiled.Rules, in *compiled.Profile) []BarReading {
	for i := range e.Bars {
		b := &e.Bars[i]
		prudent := b.When.PrudentTruth(in.Fact)
		if prudent == rules.False {
			continue
		}
		r := BarReading{Bar: i, When: b.When.PlainTruth(in.Fact), Prudent: prudent}
		for j, c := range b.Escapes {
			lifts := &r.CanDo
			if b.Def.Escapes[j].FindOut != nil {
				lifts = &r.FoundOut
			}
			*lifts = max(*lifts, c.PlainTruth(in.Fact))
		}
		r.ForGood = min(r.When, rules.True-max(r.FoundOut, r.CanDo))
		out = append(out, r)
	}
	return out
}

// State is what the bar makes of a form that it touches as far as said.
func (r *BarReading) State(touched rules.Truth) rules.BarState {
	holds := min(r.Prudent, touched)
	switch {
	case holds == rules.False || r.FoundOut == rules.True:
		return rules.NotBarred
	case holds == rules.Unknown:
		return rules.MayBeBarred
	case min(r.ForGood, touched) == rules.True:
		return rules.BarredForGood
	}
	return rules.BarredUntil
}

// NeedsAnswer reports that a bar in force waits for an answer, and not only for
// something to be done.
func (r *BarReading) NeedsAnswer() bool {
	return r.When != rules.True || r.FoundOut == rules.Unknown || r.CanDo == rules.Unknown
}

// FormBar is what one bar makes of a form.
type FormBar struct {
	*BarReading
	State rules.BarState
	// ToldOnly: the bar waits for something, and what the form does goes on
	// meanwhile.
	ToldOnly bool
}

// AppendFormBars adds what each bar makes of a form, without those that it does not
// run into.
func AppendFormBars(out []FormBar, e *compiled.Rules, in *compiled.Profile, readings []BarReading, form int) []FormBar {
	meets := e.Forms[form].Meets
	for i := range readings {
		r := &readings[i]
		for len(meets) > 0 && meets[0].Bar < r.Bar {
			meets = meets[1:]
		}
		if len(meets) == 0 || meets[0].Bar != r.Bar {
			continue
		}
		m := &meets[0]
		state := r.State(m.Touches.PlainTruth(in.Fact))
		if state == rules.NotBarred {
			continue
		}
		told := state == rules.BarredUntil && r.State(m.Holds.PlainTruth(in.Fact)) == rules.NotBarred
		out = append(out, FormBar{r, state, told})
	}
	return out
}

// FindMeeting says how a form runs into a bar; nil if it cannot.
func FindMeeting(e *compiled.Rules, form, bar int) *compiled.Meeting {
	meets := e.Forms[form].Meets
	if at, ok := slices.BinarySearchFunc(meets, bar, func(m compiled.Meeting, bar int) int { return cmp.Compare(m.Bar, bar) }); ok {
		return &meets[at]
	}
	return nil
}

// WorstState is the state of a form: the worst of its bars.
func WorstState(bars []FormBar) rules.BarState {
	worst := rules.NotBarred
	for _, b := range bars {
		if b.ToldOnly {
			worst = max(worst, rules.MayBeBarred)
		} else {
			worst = max(worst, b.State)
		}
	}
	return worst
}

// isFormForGood says whether bars rule the form out for good.
func isFormForGood(e *compiled.Rules, in *compiled.Profile, readings []BarReading, form int) rules.Truth {
	out := rules.False
	meets := e.Forms[form].Meets
	for i := range readings {
		r := &readings[i]
		if r.ForGood <= out {
			continue // nothing more can come of it
		}
		for len(meets) > 0 && meets[0].Bar < r.Bar {
			meets = meets[1:]
		}
		if len(meets) == 0 {
			break
		}
		if meets[0].Bar == r.Bar {
			out = max(out, min(r.ForGood, meets[0].Touches.PlainTruth(in.Fact)))
		}
	}
	return out
}
