package robust

import (
	"math"

	"github.com/ajar-decision/ajar/engine/mcda"
)

// computeStability finds how far all weights may change at once before another option
// is advised; a form of the same option is no rival. A rival of a wider
// class has to overtake by more than the margin; one of the own class has to
// overtake; one of a narrower class has to come within the margin of the best,
// so as long as some form beats it by more, it cannot.
func (a *analysis) computeStability() float64 {
	radius, states := math.NaN(), false
	d := make([]float64, len(a.weight))
	for p, w := range a.weight {
		states = states || w > 0 && a.linearForm.z[p] > 0
	}
	if states {
		radius = 1
		for _, r := range a.available {
			if a.e.Forms[r].Option != a.recommended.Option {
				radius = min(radius, a.radiusAgainst(d, r))
			}
		}
	}
	return radius
}

// radiusAgainst is that against one rival.
func (a *analysis) radiusAgainst(d []float64, rival int) float64 {
	e, o := a.e, a.recommended.Form
	against := func(m int, margin, tie float64) float64 {
		x, err := mcda.Radius(a.weight, a.linearForm.fillDifference(d, m, rival, margin))
		if err != nil {
			return tie
		}
		return x
	}
	switch own, class := e.Forms[o].Class, e.Forms[rival].Class; {
	case class > own:
		return against(o, e.Margin, 1)
	case class == own:
		return against(o, 0, 1)
	}
	best := 0.0
	for _, m := range a.available {
		if m != rival {
			best = max(best, against(m, -e.Margin, 0))
		}
	}
	return best
}

// SetShares says for each set of weightings in what part of it one side is ahead; NaN
// if the two tie everywhere or the set is empty. That near the stated weights is
// sampled.
type SetShares struct{ Stated, StatedErr, RankingKept, AnyWeights float64 }

// compareWith gives the shares in which the recommended form is worth more than
// another one; none if there is no other one.
func (a *analysis) compareWith(rival int, near *nearSample) SetShares {
	if rival < 0 {
		return SetShares{math.NaN(), math.NaN(), math.NaN(), math.NaN()}
	}
	return a.computeShares(a.linearForm.fillDifference(make([]float64, len(a.weight)), a.recommended.Form, rival, 0), near.ahead)
}

// comparePoles gives the shares in which pure openness is worth more than pure closure.
func (a *analysis) comparePoles(near *nearSample) SetShares {
	return a.computeShares(a.linearForm.lean, near.poles)
}

func (a *analysis) computeShares(d []float64, near estimate) SetShares {
	return SetShares{
		Stated: near.Share, StatedErr: near.Err,
		RankingKept: a.shareRankingKept(d),
		AnyWeights:  shareOf(d),
	}
}

func (a *analysis) shareRankingKept(d []float64) float64 {
	corners, err := mcda.Ranked(d, a.weight)
	if err != nil {
		return math.NaN()
	}
	return shareOf(corners)
}

// shareOf is the share of all weightings, or NaN if there is none since the two sides
// tie.
func shareOf(d []float64) float64 {
	share, err := mcda.Share(d, nil)
	if err != nil {
		return math.NaN()
	}
	return share
}
