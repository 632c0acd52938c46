package robust

import (
	"cmp"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// maxFlipPairs is how many pairs of changes are listed.
const maxFlipPairs = 5

// findFlipPairs looks for pairs of changes of which neither does anything alone, the
// likeliest first and one for every two facts. One that excludes what else is said is
// taken only where there are too few others.
func (a *analysis) findFlipPairs(outcomes []changeOutcome, doubts []Doubt) []FactFlip {
	idle := slices.DeleteFunc(slices.Clone(outcomes), func(o changeOutcome) bool {
		return !o.IsSameOption(a.recommended) || !a.e.CanBeAnswered(o.FactChange)
	})
	slices.SortStableFunc(idle, func(x, y changeOutcome) int {
		return cmp.Compare(a.groupAnswer(x.FactChange, doubts[x.Fact]), a.groupAnswer(y.FactChange, doubts[y.Fact]))
	})
	sums := newChangeSums(a, idle)
	var out, absurd []FactFlip
	for i, second := range idle { // whose group is that of the pair
		if a.isStopped() {
			return nil
		}
		for k, first := range idle[:i] {
			if first.Fact == second.Fact || sums.keepOption(k, i) || slices.ContainsFunc(out, func(f FactFlip) bool { return f.isAbout(first.Fact, second.Fact) }) {
				continue
			}
			if a.isStopped() {
				return nil
			}
			v := a.nominal.VerdictWith(first.FactChange, second.FactChange)
			if v.IsSameOption(a.recommended) {
				continue
			}
			f := FactFlip{Changes: []compiled.FactChange{first.FactChange, second.FactChange}, Verdict: v}
			if len(a.listNewExclusions()) > 0 {
				absurd = append(absurd, f)
				continue
			}
			if out = append(out, f); len(out) == maxFlipPairs {
				a.explainFlips(out, doubts)
				return out
			}
		}
	}
	for _, f := range absurd {
		if len(out) < maxFlipPairs && !slices.ContainsFunc(out, func(x FactFlip) bool { return x.isAbout(f.Changes[0].Fact, f.Changes[1].Fact) }) {
			out = append(out, f)
		}
	}
	a.explainFlips(out, doubts)
	return out
}

// isAbout reports whether a pair changes these two facts.
func (f *FactFlip) isAbout(one, other int) bool {
	a, b := f.Changes[0].Fact, f.Changes[1].Fact
	return a == one && b == other || a == other && b == one
}

// changeSums foretells what two changes come to together from what each comes to alone.
//
// The value of a form times the scale 1 + λY is Σ c x/X + λ Σ c y: a sum over arguments, but
// for X. So what two changes do to it adds up if no argument hangs on both and at most one
// of them changes X, and so does what they do to the scale. Pairs for which that does not
// hold, or that come near another option, are left to be evaluated.
type changeSums struct {
	a           *analysis
	before      changeSum
	after       []changeSum    // per change
	facts       []int          // per change: the whole fact
	isEntangled []map[int]bool // per fact: those with which it shares an argument
	values      []float64      // room
}

// changeSum is what counts after one change.
type changeSum struct {
	isSeparate bool // it does nothing but change masses and availability
	decides    bool // availability may hang on it
	rescales   bool // it changes masses that priorities drive, and so X
	scale      float64
	scaled     []float64 // per form: its value times the scale
	available  []int
}

// nearOption is how near values may come before a pair is evaluated: far more than
// rounding does, far less than what any rule does.
const nearOption = 1e-9

func newChangeSums(a *analysis, changes []changeOutcome) *changeSums {
	s := &changeSums{a: a, isEntangled: compiled.ListEntangledFacts(a.e), values: make([]float64, len(a.e.Forms))}
	steers, decides := compiled.ListSteeringFacts(a.e)
	a.nominal.VerdictWith()
	mu := slices.Clone(a.nominal.Mu)
	s.before = readSum(a)
	for _, c := range changes {
		if a.isStopped() {
			break
		}
		a.nominal.VerdictWith(c.FactChange)
		sum := readSum(a)
		sum.isSeparate = sum.scale > 0 && s.before.scale > 0 && !steers[c.Fact]
		for i := range mu {
			sum.rescales = sum.rescales || a.e.Arguments[i].When == nil && a.nominal.Mu[i] != mu[i]
		}
		sum.decides = decides[c.Fact]
		s.after, s.facts = append(s.after, sum), append(s.facts, c.Fact)
	}
	return s
}

// readSum reads what counts after the last evaluation.
func readSum(a *analysis) changeSum {
	sum := changeSum{scale: a.nominal.Scale(), scaled: slices.Clone(a.nominal.Values), available: listAvailable(a.nominal.Available)}
	for f := range sum.scaled {
		sum.scaled[f] = exact.Mul(sum.scaled[f], sum.scale)
	}
	return sum
}

// keepOption reports that two changes together certainly leave the option as it is. If it
// does not, they may or may not.
func (s *changeSums) keepOption(i, k int) bool {
	one, other := &s.after[i], &s.after[k]
	if !one.isSeparate || !other.isSeparate || one.decides && other.decides || one.rescales && other.rescales || s.isEntangled[s.facts[i]][s.facts[k]] {
		return false
	}
	available := s.listAvailable(i, k)
	scale := one.scale + other.scale - s.before.scale
	for _, f := range available {
		s.values[f] = (one.scaled[f] + other.scaled[f] - s.before.scaled[f]) / scale
	}
	return s.isSurelyOption(available)
}

// listAvailable lists the forms that two changes leave available, of which one at most
// decides that.
func (s *changeSums) listAvailable(i, k int) []int {
	if s.after[k].decides {
		return s.after[k].available
	}
	return s.after[i].available
}

// isSurelyOption reports that the values pick the recommended option among some forms, and
// would if they were a little off.
func (s *changeSums) isSurelyOption(forms []int) bool {
	e := s.a.e
	picked, _ := evaluate.PickAmong(e, s.values, forms, e.Margin)
	if picked < 0 || !evaluate.VerdictOf(e, picked).IsSameOption(s.a.recommended) {
		return false
	}
	best := picked
	for _, f := range forms {
		if s.values[f] > s.values[best] {
			best = f
		}
	}
	if best != picked && s.values[best]-s.values[picked] > e.Margin-nearOption {
		return false
	}
	for _, f := range forms {
		switch mine, other := e.Forms[picked].Class, e.Forms[f].Class; {
		case e.Forms[f].Option == e.Forms[picked].Option:
		case other < mine && s.values[best]-s.values[f] <= e.Margin+nearOption:
			return false
		case other == mine && s.values[picked]-s.values[f] <= nearOption:
			return false
		}
	}
	return true
}
