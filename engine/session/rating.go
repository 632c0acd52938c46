package session

import (
	"strconv"

	"github.com/ajar-decision/ajar/engine"
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
