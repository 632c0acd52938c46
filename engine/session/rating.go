package session

import (
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// takesRange reports whether a range of numbers answers the question: one about the
// weight of a single priority.
func (q *Question) takesRange() bool { return q.Kind == Rate && len(q.Priorities) == 0 }

// formatRating gives a range as the session keeps it: a range from a number to itself
// is that number.
func formatRating(r engine.WeightRange) string {
	if r.IsWide() {
		return r.String()
	}
	return plain.Number(r.Low)
}

// checkRange refuses a range that the question does not take, and puts others as the
// session keeps them.
func (q *Question) checkRange(r engine.WeightRange) ([]string, error) {
	var list diag.List
	for _, end := range []float64{r.Low, r.High} {
		if d, bad := q.diagnoseNumber(plain.Number(end)); bad {
			list.Add(d)
		}
	}
	if r.Low > r.High && len(list) == 0 {
		list.Add(diag.InvalidWeightRangeReversed(diag.Pos{}, q.ID, plain.Number(r.Low), plain.Number(r.High)))
	}
	return valuesOrError(list, []string{formatRating(r)})
}

// putRating puts what was said of a priority into a profile, which has no other weight
// for it.
func putRating(p *engine.Profile, id, said string) {
	r, isRange := engine.ParseWeightRange(said)
	if !isRange {
		p.Weights[id], _ = strconv.ParseFloat(said, 64) // checked by Answer
		return
	}
	delete(p.Weights, id)
	if p.Ranges == nil {
		p.Ranges = map[string]engine.WeightRange{}
	}
	p.Ranges[id] = r
}
