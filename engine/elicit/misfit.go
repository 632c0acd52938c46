package elicit

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Misfit is a judgement with the value that the others suggest for it, within the
// scale of the method.
type Misfit struct {
	Judgement
	Suggested float64 `json:"suggested"`
}

// timesScale is what judgements may say.
type timesScale struct{ least, most float64 }

var (
	pairScale      = timesScale{1.0 / 9, 9}
	bestWorstScale = timesScale{1, 9}
)

// findMisfit gives the candidate among the judgements that fits the others least: the
// one without which they are least inconsistent, if what they suggest is another answer
// at all and not the end of the scale that was given. Of three that go round any does, so
// of several it is one that the others only want stronger or weaker before one that they
// turn round, then the one that fits best once it is put at what they suggest, then the
// one that this changes most, then the first by names. It is nil if no candidate can be
// left out, which is so only where nothing contradicts it.
func findMisfit(ids []string, judgements, candidates []Judgement, scale timesScale) *Misfit {
	var best *misfitOrder
	for _, c := range sortJudgements(candidates) {
		if x := tryWithout(ids, judgements, c, scale); x != nil && (best == nil || x.compare(best) < 0) {
			best = x
		}
	}
	if best == nil {
		return nil
	}
	best.Suggested = math.Round(best.Suggested*1e6) / 1e6 // no judgement says more
	return &best.Misfit
}

// misfitOrder is a judgement with what puts it before others as the one to reconsider.
type misfitOrder struct {
	Misfit
	stuck   float64 // 1 if what they suggest is, within the scale, as good as what was said, else 0
	without float64 // the eigenvalue of the others
	turned  float64 // 1 if they turn it round, else 0
	within  float64 // the eigenvalue of all once it is put at what they suggest
	change  float64 // the factor of that
}

// leastChange is the least factor that makes another answer: 8 and 9 say the same.
const leastChange = 1.5

func (x *misfitOrder) compare(y *misfitOrder) int {
	for _, pair := range [][2]float64{{x.stuck, y.stuck}, {x.without, y.without}, {x.turned, y.turned}, {x.within, y.within}, {y.change, x.change}} {
		if !nearlyEqual(pair[0], pair[1]) {
			return cmp.Compare(pair[0], pair[1])
		}
	}
	return 0
}

// nearlyEqual reports whether two numbers differ by no more than rounding does.
func nearlyEqual(x, y float64) bool { return math.Abs(x-y) <= 1e-6*max(x, y) }

// tryWithout looks at what the others suggest for a judgement; nil if these do not link
// all priorities, so that nothing speaks against it.
func tryWithout(ids []string, judgements []Judgement, j Judgement, scale timesScale) *misfitOrder {
	others := slices.DeleteFunc(slices.Clone(judgements), func(k Judgement) bool { return k == j })
	m := newMatrix(ids, others)
	var list diag.List
	if m.requireLinked(&list); len(list) > 0 {
		return nil
	}
	w, without := m.findEigenvector()
	suggested := min(scale.most, max(scale.least, w[slices.Index(ids, j.A)]/w[slices.Index(ids, j.B)]))
	x := &misfitOrder{Misfit: Misfit{j, suggested}, without: without, change: max(j.Times/suggested, suggested/j.Times)}
	if x.change < leastChange {
		x.stuck = 1
	}
	if (j.Times > 1 && suggested < 1 || j.Times < 1 && suggested > 1) && !nearlyEqual(suggested, 1) {
		x.turned = 1
	}
	_, x.within = newMatrix(ids, append(others, Judgement{j.A, j.B, suggested})).findEigenvector()
	return x
}

// newMatrix holds judgements that were checked.
func newMatrix(ids []string, judgements []Judgement) *judgementMatrix {
	return matrixOf(ids, judgements, &diag.List{})
}

func sortJudgements(list []Judgement) []Judgement {
	return slices.SortedFunc(slices.Values(list), func(a, b Judgement) int {
		return cmp.Or(cmp.Compare(min(a.A, a.B), min(b.A, b.B)), cmp.Compare(max(a.A, a.B), max(b.A, b.B)))
	})
}
