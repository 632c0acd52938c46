package engine

import (
	"cmp"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// weighCautions says of each caution what would be lost and how open it is, and puts
// first what is most to be feared: the product of the two. What is equal stays in the
// order in which the pack tells it. It leaves out what cannot concern the owner, and
// what no answer can make bind.
func weighCautions(e *Engine, cautions []BarResult, law *lawReader, form int, values []float64, statuses []evaluate.FormStatus) []BarResult {
	if len(cautions) == 0 {
		return cautions
	}
	counts := slices.Max(values) > 0 // else no form secures anything, and nothing can be lost
	kept, walk := cautions[:0], evaluate.NewOpennessWalk(e.rules, law.in)
	for _, c := range cautions {
		bar := slices.IndexFunc(law.bars[form], func(b evaluate.FormBar) bool { return e.rules.Bars[b.Bar].Def.ID == c.ID })
		place := law.bars[form][bar].Bar
		openness := walk.Share(place, evaluate.FindMeeting(e.rules, form, place).Touches)
		idle := openness == 0 || e.rules.Bars[place].Concerns.PlainTruth(law.in.Fact) == rules.False
		if idle && c.State == rules.MayBeBarred {
			continue
		}
		c.Openness = &openness
		if counts {
			lost := findLoss(e, law, form, place, values, statuses)
			c.Lost = &lost
		}
		kept = append(kept, c)
	}
	slices.SortStableFunc(kept, func(a, b BarResult) int { return cmp.Compare(b.fear(), a.fear()) })
	return kept
}

// fear is what a caution would cost times how open it is.
func (b *BarResult) fear() float64 {
	if b.Lost == nil || b.Openness == nil {
		return 0
	}
	return exact.Mul(*b.Lost, *b.Openness)
}

// findLoss is how much less would be secured if a bar held for good on all that it may
// touch: the value of the form less that of the best one left, all of it if none is.
func findLoss(e *Engine, law *lawReader, form, bar int, values []float64, statuses []evaluate.FormStatus) float64 {
	best := 0.0
	for f := range values {
		if !statuses[f].Nominal || f == form {
			continue
		}
		if m := evaluate.FindMeeting(e.rules, f, bar); m == nil || m.Touches.PlainTruth(law.in.Fact) == rules.False {
			best = max(best, values[f])
		}
	}
	return max(0, values[form]-best)
}
