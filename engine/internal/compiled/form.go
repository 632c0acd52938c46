package compiled

import (
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// Form is what is really done: one way to carry out an option.
type Form struct {
	Option   int
	Def      *rules.Form
	Class    int             // what cannot be called back
	Requires *Condition      // of the option and of the form; nil: always possible
	Own      *Condition      // what the form itself requires
	Facts    []string        // that Requires reads
	Capture  *ArgumentValues // κ of every argument, without raises
	Raises   []Raise
	Meets    []Meeting // bars that what it does may run into, by bar
	Acts     []DoneAct // what it does
}

// Raise adds to the capture of an argument while a condition holds. Only arguments
// with a condition are raised, so that no raise depends on weights.
type Raise struct {
	Def      *rules.Raise
	Argument int
	By       float64 // above 0
	When     *Condition
}

// Value is U of the form for the masses: the share of what counts that it secures.
// An open raise counts as not met.
func (f *Form) Value(mass []float64, facts []int8) float64 {
	u := f.Capture.WeightedMean(mass)
	for i := range f.Raises {
		if r := &f.Raises[i]; mass[r.Argument] > 0 && r.When.PlainTruth(facts) == rules.True {
			u += exact.Mul(mass[r.Argument], r.By)
		}
	}
	return u
}
