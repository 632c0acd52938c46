package engine

import (
	"math"

	"github.com/ajar-decision/ajar/engine/mcda"
)

// computeStability finds how far all weights may change at once. A rival of a wider
// class has to overtake by more than the margin; one of the own class has to
// overtake; one of a narrower class has to come within the margin of the best,
// so as long as some option beats it by more, it cannot.
func (a *analysis) computeStability() {
	radius, states := math.NaN(), false
	d := make([]float64, len(a.weight))
	for p, w := range a.weight {
		states = states || w > 0 && a.linearForm.z[p] > 0
	}
	if states {
		radius = 1
		for _, r := range a.available {
			if r != a.recommended.option {
				radius = min(radius, a.radiusAgainst(d, r))
			}
		}
	}
	a.out.StabilityRadius = Fraction(radius)
}

// radiusAgainst is that against one rival.
func (a *analysis) radiusAgainst(d []float64, rival int) float64 {
	e, o := a.e, a.recommended.option
	against := func(m int, margin, tie float64) float64 {
		x := mcda.Radius(a.weight, a.linearForm.fillDifference(d, m, rival, margin))
		if math.IsNaN(x) {
			return tie
		}
		return x
	}
	switch own, class := e.options[o].def.Class, e.options[rival].def.Class; {
	case class > own:
		return against(o, e.margin, 1)
	case class == own:
		return against(o, 0, 1)
	}
	best := 0.0
	for _, m := range a.available {
		if m != rival {
			best = max(best, against(m, -e.margin, 0))
		}
	}
	return best
}

// compareShares compares the recommended option with its runner-up and the two poles
// with each other.
func (a *analysis) compareShares() {
	a.setNeighbourWeightings()
	s := &a.out.Shares
	s.Against = a.r.RunnerUp.Option
	if s.Against != "" {
		d := make([]float64, len(a.weight))
		s.Sets = a.computeSets(a.linearForm.fillDifference(d, a.recommended.option, a.e.optionIndex[s.Against], 0))
	}
	s.Poles = a.computeSets(a.linearForm.lean)
}

func (a *analysis) computeSets(d []float64) Sets {
	return Sets{
		Stated:      Fraction(mcda.Share(selectValues(d, a.stated), a.neighbourParameters)),
		RankingKept: Fraction(mcda.Share(mcda.Ranked(d, a.weight), nil)),
		AnyWeights:  Fraction(mcda.Share(d, nil)),
	}
}

// surenessFactors is the dial k by how sure the owner is of the weights.
var surenessFactors = map[WeightSureness]int64{Unsure: 1, "": 3, FairlySure: 3, Sure: 10}

// setNeighbourWeightings sets up the weightings around the stated ones: a Dirichlet
// distribution over the priorities with a weight above 0, with the whole
// numbers round(k n ŵ_p), at least 1.
func (a *analysis) setNeighbourWeightings() {
	for p, w := range a.in.weight {
		if w > 0 {
			a.stated = append(a.stated, p)
		}
	}
	k := surenessFactors[a.r.Profile.WeightsSure] * int64(len(a.stated))
	for _, p := range a.stated {
		a.neighbourParameters = append(a.neighbourParameters, int(max(1, (2*k*a.in.weight[p]+a.in.sum)/(2*a.in.sum))))
	}
}

func selectValues(d []float64, of []int) []float64 {
	out := make([]float64, len(of))
	for i, p := range of {
		out[i] = d[p]
	}
	return out
}
