package elicit

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules/diag"
)

func (in *BestWorstInput) findContradiction() *Contradiction {
	b := in.readComparisons(&diag.List{})
	r, err := BestWorst(*in)
	if err != nil {
		return nil
	}
	if id := b.findAboveBest(in.Best, r.Weights); id != "" {
		return in.newContradiction(BestIsNotBest, in.Best, id)
	}
	if id := b.findBelowWorst(); id != "" {
		return in.newContradiction(WorstIsNotWorst, in.Worst, id)
	}
	if i, j := b.findTwoOrders(); i != j {
		return in.newContradiction(TwoOrders, b.others[i], b.others[j])
	}
	if r.Threshold != nil && r.Ratio > *r.Threshold {
		return in.newContradiction(Inconsistent, r.Reconsider)
	}
	return nil
}

// findAboveBest finds the priority that is said to be above the worst by most, if by
// more than the best is; or else the greatest by weight of those that are said to matter
// less than the best and come out above it.
func (b *bestWorstComparisons) findAboveBest(best string, w Weights) string {
	above, most := "", b.times
	for i, id := range b.others {
		if b.worst[i] > most {
			above, most = id, b.worst[i]
		}
	}
	if above != "" {
		return above
	}
	greatest := w[best]
	for i, id := range b.others {
		if b.best[i] > 1 && w[id] > greatest {
			above, greatest = id, w[id]
		}
	}
	return above
}

// findBelowWorst finds the priority that is said to be below the best by most, if by
// more than the worst is. By weight none comes out below the worst otherwise.
func (b *bestWorstComparisons) findBelowWorst() string {
	below, most := "", b.times
	for i, id := range b.others {
		if b.best[i] > most {
			below, most = id, b.best[i]
		}
	}
	return below
}

// findTwoOrders finds the two priorities of which the first matters more by the
// comparisons with the best and the second by those with the worst, by the greatest
// factors; the first by names of several (Liang, Brunelli and Rezaei 2020 call
// comparisons without such two ordinal-consistent). Without any, both are 0.
func (b *bestWorstComparisons) findTwoOrders() (first, second int) {
	most := 1.0
	for i := range b.others {
		for j := range b.others {
			if b.best[i] >= b.best[j] || b.worst[i] >= b.worst[j] {
				continue
			}
			if factor := exact.Mul(b.best[j]/b.best[i], b.worst[j]/b.worst[i]); factor > most && !nearlyEqual(factor, most) {
				first, second, most = i, j, factor
			}
		}
	}
	return first, second
}

// newContradiction is one about priorities: all comparisons of the best and the worst
// with those that are neither, and if these are not two already the one of the best with
// the worst.
func (in *BestWorstInput) newContradiction(kind ContradictionKind, ids ...string) *Contradiction {
	c := &Contradiction{Kind: kind, IDs: ids}
	if kind != TwoOrders {
		c.Comparisons = append(c.Comparisons, Judgement{in.Best, in.Worst, in.BestOver[in.Worst]})
	}
	for _, id := range ids {
		if id != in.Best && id != in.Worst {
			c.Comparisons = append(c.Comparisons, Judgement{in.Best, id, in.BestOver[id]}, Judgement{id, in.Worst, in.OverWorst[id]})
		}
	}
	all := in.listJudgements()
	c.Reconsider = *findMisfit(JudgedPriorities(all), all, c.Comparisons, bestWorstScale)
	return c
}

// listJudgements lists all comparisons as judgements on pairs.
func (in *BestWorstInput) listJudgements() []Judgement {
	out := []Judgement{{in.Best, in.Worst, in.BestOver[in.Worst]}}
	for _, id := range in.readComparisons(&diag.List{}).others {
		out = append(out, Judgement{in.Best, id, in.BestOver[id]}, Judgement{id, in.Worst, in.OverWorst[id]})
	}
	return slices.Clip(out)
}
