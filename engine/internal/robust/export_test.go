package robust

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
)

// PairSums lets tests look at what is foretold of pairs of changes that do nothing alone.
type PairSums struct {
	Changes []changeOutcome
	sums    *changeSums
}

func NewPairSums(e *compiled.Rules, in *compiled.Profile) *PairSums {
	a := newAnalysis(e, in, func() bool { return false })
	idle := slices.DeleteFunc(a.tryFactChanges(), func(o changeOutcome) bool { return !o.IsSameOption(a.recommended) })
	return &PairSums{idle, newChangeSums(a, idle)}
}

// Foretell gives the values of the forms that a pair leaves available, if it certainly
// leaves the option as it is.
func (s *PairSums) Foretell(i, k int) (values map[int]float64, ok bool) {
	if !s.sums.keepOption(i, k) {
		return nil, false
	}
	values = map[int]float64{}
	for _, f := range s.sums.listAvailable(i, k) {
		values[f] = s.sums.values[f]
	}
	return values, true
}

// Evaluate gives the same by evaluating the pair.
func (s *PairSums) Evaluate(i, k int) (values map[int]float64, ok bool) {
	n := s.sums.a.nominal
	ok = n.VerdictWith(s.Changes[i].FactChange, s.Changes[k].FactChange).IsSameOption(s.sums.a.recommended)
	values = map[int]float64{}
	for _, f := range listAvailable(n.Available) {
		values[f] = n.Values[f]
	}
	return values, ok
}
