package engine

import (
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
)

// Stance is the headline of a recommendation: that of an option, None or
// NoBasis.
type Stance = rules.Stance

// The results: the three stances of options, and two results of their own. None
// says that bars and limits leave no option, NoBasis that nothing was stated
// and no rule fired.
const (
	Open    = rules.Open
	Mixed   = rules.Mixed
	Closed  = rules.Closed
	None    = evaluate.NoOption
	NoBasis = evaluate.NoBasis
)

// Stances lists what a recommendation can say.
func Stances() []Stance { return []Stance{Open, Mixed, Closed, None, NoBasis} }

// Verdict is the headline of a recommendation, in ids. Fields stand in the
// order of their keys, which is the order of keys in a lock file.
type Verdict struct {
	// Form is what is advised in fact, a form of the option; "" for None and NoBasis, and
	// where a lock of an older version tells the option only.
	Form string `json:"form,omitempty"`
	// Option is the recommended option, "" for None and NoBasis.
	Option string `json:"option"`
	// Split is how a mixed option divides the work; "" for others.
	Split  string `json:"split"`
	Stance Stance `json:"stance"`
}
