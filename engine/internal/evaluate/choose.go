package evaluate

import (
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// ValueTolerance is how near two values must lie to count as the same.
const ValueTolerance = 1e-12

// OptionStatus says whether an option can be taken: nominally, where open
// conditions count as not met and bars that wait for something as no bar; and
// possibly, where unknown stays unknown.
type OptionStatus struct {
	Nominal      bool
	Possible     rules.Truth
	Requirements rules.Truth // what it requires, bars and limits aside
}

// FindOptionStatuses says of each option whether it can be taken: whether one of its
// forms can.
func FindOptionStatuses(e *compiled.Rules, in *compiled.Profile, readings []BarReading) []OptionStatus {
	out := make([]OptionStatus, len(e.Options))
	for o := range e.Options {
		s := &out[o]
		for _, f := range e.Options[o].Forms {
			met := FormTruth(e, in, f)
			s.Requirements = max(s.Requirements, met)
			if met != rules.False && in.Limits[o] == 0 {
				free := rules.True - isFormForGood(e, in, readings, f)
				s.Nominal = s.Nominal || met == rules.True && free != rules.False
				s.Possible = max(s.Possible, min(met, free))
			}
		}
	}
	return out
}

// FormTruth says whether a form is possible: what the option requires, and the
// facts that allow its split and give a reason for it.
func FormTruth(e *compiled.Rules, in *compiled.Profile, form int) rules.Truth {
	f := &e.Forms[form]
	opt := &e.Options[f.Option]
	t := rules.True
	if opt.Requires != nil {
		t = in.RuleTruth(opt.Requires)
	}
	if f.Split >= 0 {
		s := &opt.Splits[f.Split]
		t = min(t, in.RuleTruth(s.Precondition), in.RuleTruth(s.Trigger))
	}
	return t
}

// PickOption chooses among the available options: within the margin of the best, the
// narrowest class; inside a class the greater value, then the lower step. It
// gives -1 if nothing is available, and in passed the option of greater value
// that the margin passed over, or -1.
func PickOption(e *compiled.Rules, values []float64, standings []OptionStatus) (picked, passed int) {
	best := -1
	for o := range e.Options {
		if standings[o].Nominal && (best < 0 || values[o] > values[best]) {
			best = o
		}
	}
	if best < 0 {
		return -1, -1
	}
	picked = best
	for o := range e.Options {
		if standings[o].Nominal && values[best]-values[o] <= e.Margin+ValueTolerance && isPreferred(e, values, o, picked) {
			picked = o
		}
	}
	if values[best]-values[picked] > ValueTolerance {
		return picked, best
	}
	return picked, -1
}

// isPreferred orders options inside the margin.
func isPreferred(e *compiled.Rules, values []float64, a, b int) bool {
	if ca, cb := e.Options[a].Def.Class, e.Options[b].Def.Class; ca != cb {
		return ca < cb
	}
	if d := values[a] - values[b]; d > ValueTolerance || d < -ValueTolerance {
		return d > 0
	}
	return a < b
}
