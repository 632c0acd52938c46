package evaluate

import (
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// ValueTolerance is how near two values must lie to count as the same.
const ValueTolerance = 1e-12

// FormStatus says whether a form can be taken: nominally, where open conditions count
// as not met and bars that wait for something as no bar; and possibly, where
// unknown stays unknown.
type FormStatus struct {
	Nominal      bool
	Possible     rules.Truth
	Requirements rules.Truth // what it requires, bars and limits aside
}

// FindFormStatuses says of each form whether it can be taken.
func FindFormStatuses(e *compiled.Rules, in *compiled.Profile, readings []BarReading) []FormStatus {
	out := make([]FormStatus, len(e.Forms))
	for f := range e.Forms {
		s := &out[f]
		s.Requirements = in.RuleTruth(e.Forms[f].Requires)
		if s.Requirements != rules.False && in.Limits[f] == 0 {
			free := rules.True - isFormForGood(e, in, readings, f)
			s.Nominal = s.Requirements == rules.True && free != rules.False
			s.Possible = min(s.Requirements, free)
		}
	}
	return out
}

// PickForm chooses among the available forms: within the margin of the best, the
// narrowest class; inside a class the greater value, then the order of the rules. It
// gives -1 if nothing is available, and in passed the form of greater value that
// the margin passed over, or -1.
func PickForm(e *compiled.Rules, values []float64, statuses []FormStatus) (picked, passed int) {
	var room [64]int
	list := room[:0]
	for f := range statuses {
		if statuses[f].Nominal {
			list = append(list, f)
		}
	}
	return PickAmong(e, values, list, e.Margin)
}

// PickAmong is PickForm among some forms, which stand in the order of the rules, with a
// margin.
func PickAmong(e *compiled.Rules, values []float64, forms []int, margin float64) (picked, passed int) {
	if len(forms) == 0 {
		return -1, -1
	}
	best := forms[0]
	for _, f := range forms {
		if values[f] > values[best] {
			best = f
		}
	}
	picked = best
	for _, f := range forms {
		if values[best]-values[f] <= margin+ValueTolerance && isPreferred(e, values, f, picked) {
			picked = f
		}
	}
	if values[best]-values[picked] > ValueTolerance {
		return picked, best
	}
	return picked, -1
}

// isPreferred orders forms inside the margin.
func isPreferred(e *compiled.Rules, values []float64, a, b int) bool {
	if ca, cb := e.Forms[a].Class, e.Forms[b].Class; ca != cb {
		return ca < cb
	}
	if d := values[a] - values[b]; d > ValueTolerance || d < -ValueTolerance {
		return d > 0
	}
	return a < b
}
