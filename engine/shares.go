package engine

import (
	"math"

	"github.com/ajar-decision/ajar/engine/mcda"
)

// stability finds how far all weights may change at once. A rival of a wider
// class has to overtake by more than the margin; one of the own class has to
// overtake; one of a narrower class has to come within the margin of the best,
// so as long as some option beats it by more, it cannot.
func (a *analysis) stability() {
	radius, states := math.NaN(), false
	d := make([]float64, len(a.weight))
	for p, w := range a.weight {
		states = states || w > 0 && a.form.z[p] > 0
	}
	if states {
		radius = 1
		for _, r := range a.available {
			if r != a.now.option {
				radius = min(radius, a.radius(d, r))
			}
		}
	}
	a.out.StabilityRadius = radius
}

// radius is that against one rival.
func (a *analysis) radius(d []float64, rival int) float64 {
	e, o := a.e, a.now.option
	against := func(m int, margin, tie float64) float64 {
		x := mcda.Radius(a.weight, a.form.difference(d, m, rival, margin))
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

// share compares the recommended option with its runner-up and the two poles
// with each other.
func (a *analysis) share() {
	a.neighbours()
	s := &a.out.Shares
	s.Against = a.r.RunnerUp.Option
	s.Sets = Sets{math.NaN(), math.NaN(), math.NaN()}
	if s.Against != "" {
		d := make([]float64, len(a.weight))
		s.Sets = a.sets(a.form.difference(d, a.now.option, a.e.optionIndex[s.Against], 0))
	}
	s.Poles = a.sets(a.form.lean)
}

func (a *analysis) sets(d []float64) Sets {
	return Sets{
		Stated:      mcda.Share(pickOut(d, a.stated), a.around),
		RankingKept: mcda.Share(mcda.Ranked(d, a.weight), nil),
		AnyWeights:  mcda.Share(d, nil),
	}
}

// sureness is the dial k by how sure the owner is of the weights.
var sureness = map[string]int64{"unsure": 1, "": 3, "fairly": 3, "sure": 10}

// neighbours sets up the weightings around the stated ones: a Dirichlet
// distribution over the priorities with a weight above 0, with the whole
// numbers round(k n ŵ_p), at least 1.
func (a *analysis) neighbours() {
	for p, w := range a.in.weight {
		if w > 0 {
			a.stated = append(a.stated, p)
		}
	}
	k := sureness[a.r.Profile.WeightsSure] * int64(len(a.stated))
	for _, p := range a.stated {
		a.around = append(a.around, int(max(1, (2*k*a.in.weight[p]+a.in.sum)/(2*a.in.sum))))
	}
}

func pickOut(d []float64, of []int) []float64 {
	out := make([]float64, len(of))
	for i, p := range of {
		out[i] = d[p]
	}
	return out
}
