package robust

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/engine/mcda"
)

// askAnywhere asks all weightings of all priorities. Those under which the runner-up wins
// are averaged. With one or two forms that can win at all the shares are exact.
func (a *analysis) askAnywhere(runnerUp int) *weightingSample {
	all := make([]int, len(a.weight))
	for p := range all {
		all[p] = p
	}
	in := a.findContenders(all)
	s := &weightingSample{formShares: make([]float64, len(a.e.Forms))}
	if !slices.ContainsFunc(a.linearForm.z, func(z float64) bool { return z > 0 }) {
		s.formShares[a.recommended.Form] = 1 // facts alone decide
		return s
	}
	switch len(in) {
	case 1:
		s.formShares[in[0]] = 1
	case 2:
		first := a.exactShareOfFirst(in[0], in[1])
		s.formShares[in[0]], s.formShares[in[1]] = first, 1-first
	}
	if len(in) > 2 || slices.Contains(in, runnerUp) {
		sampled, mean := a.drawAnywhere(all, runnerUp)
		if len(in) > 2 {
			*s = sampled
		}
		s.meanWeighting = mean
	}
	return s
}

// findContenders are the available forms that can be the verdict under some
// weighting: a form that another one always beats by more than the margin
// is neither the best nor within the margin of it.
func (a *analysis) findContenders(priorities []int) []int {
	beats := func(m, r int) bool {
		for _, p := range priorities {
			row := a.linearForm.priorityRow(p)
			if z := a.linearForm.z[p]; z > 0 && row[m]-row[r] <= exact.Mul(a.e.Margin+evaluate.ValueTolerance, z) {
				return false
			}
		}
		return true
	}
	var out []int
	for _, r := range a.available {
		if !slices.ContainsFunc(a.available, func(m int) bool { return m != r && beats(m, r) }) {
			out = append(out, r)
		}
	}
	return out
}

// exactShareOfFirst is the exact share of the first of two forms.
func (a *analysis) exactShareOfFirst(first, second int) float64 {
	d := make([]float64, len(a.weight))
	share := func(n, w int, margin float64) float64 {
		s := mcda.Share(a.linearForm.fillDifference(d, n, w, margin), nil)
		if math.IsNaN(s) {
			return 1 // a tie goes to the narrower, or to the first
		}
		return s
	}
	switch own, other := a.e.Forms[first].Class, a.e.Forms[second].Class; {
	case own == other:
		return share(first, second, 0)
	case own < other:
		return share(first, second, a.e.Margin)
	}
	return 1 - share(second, first, a.e.Margin)
}

// drawAnywhere samples all weightings, and gives the mean of those under which a form
// wins.
func (a *analysis) drawAnywhere(all []int, winner int) (sample weightingSample, mean []float64) {
	flat := make([]int, len(all))
	for p := range flat {
		flat[p] = 1
	}
	t := newTally(a, all)
	w, sum := make([]float64, len(all)), make([]float64, len(all))
	source := mcda.NewDirichlet(flat, sampleSeed)
	for range anywhereSampleSize {
		source.Next(w)
		t.count(w)
		if t.picked == winner {
			for i, x := range w {
				sum[i] += x
			}
		}
	}
	if winner < 0 || t.hits[winner] == 0 {
		return t.sample(), nil
	}
	for i := range sum {
		sum[i] /= float64(t.hits[winner])
	}
	return t.sample(), sum
}
