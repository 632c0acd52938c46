package robust

import (
	"cmp"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/engine/mcda"
)

// askAnywhere asks all weightings of all priorities. Those under which the runner-up wins
// are averaged. With up to three forms that can win at all the shares are exact.
func (a *analysis) askAnywhere(runnerUp int) *weightingSample {
	all := make([]int, len(a.weight))
	for p := range all {
		all[p] = p
	}
	in := a.findContenders(all, a.e.Margin+evaluate.ValueTolerance)
	s := &weightingSample{formShares: make([]float64, len(a.e.Forms))}
	if !slices.ContainsFunc(a.linearForm.z, func(z float64) bool { return z > 0 }) {
		s.formShares[a.recommended.Form] = 1 // facts alone decide
		return s
	}
	divided := a.fillExactShares(s.formShares, in)
	if !divided || slices.Contains(in, runnerUp) {
		sampled, mean := a.drawAnywhere(all, runnerUp)
		if !divided {
			*s = sampled
		}
		s.meanWeighting = mean
	}
	return s
}

// findContenders are the available forms that can be the verdict under some
// weighting: a form that another one always beats by a lead of more than the margin
// is neither the best nor within the margin of it.
func (a *analysis) findContenders(priorities []int, lead float64) []int {
	beats := func(m, r int) bool {
		for _, p := range priorities {
			row := a.linearForm.priorityRow(p)
			if z := a.linearForm.z[p]; z > 0 && row[m]-row[r] <= exact.Mul(lead, z) {
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

// fillExactShares fills in the shares of up to three contenders; ok is false if there are
// more, or if the cutting would take too long.
func (a *analysis) fillExactShares(shares []float64, in []int) (ok bool) {
	switch {
	case len(in) == 1:
		shares[in[0]] = 1
		return true
	case len(in) > 3:
		return false
	}
	// A form is the verdict where it holds its own against each of the others, margin and
	// classes counted. Of three classes that does not go for the middle one: the narrowest
	// may come within the margin of it, and still not of the best. It gets the rest.
	byClass := slices.Clone(in)
	slices.SortStableFunc(byClass, func(x, y int) int { return cmp.Compare(a.e.Forms[x].Class, a.e.Forms[y].Class) })
	rest := 1.0
	for _, f := range []int{byClass[0], byClass[len(byClass)-1]}[:min(2, len(in)-1)] {
		share, err := a.shareAgainstAll(f, in)
		if err != nil {
			return false
		}
		shares[f] = share
		rest -= share
	}
	shares[byClass[len(byClass)/2]] = max(0, rest)
	return true
}

// shareAgainstAll is the exact share of all weightings in which a form holds its own
// against one or two others.
func (a *analysis) shareAgainstAll(form int, in []int) (float64, error) {
	var leads [][]float64
	for _, other := range in {
		if other == form {
			continue
		}
		d := a.linearForm.fillDifference(make([]float64, len(a.weight)), form, other, a.marginFor(form, other))
		if slices.ContainsFunc(d, func(x float64) bool { return x != 0 }) {
			leads = append(leads, d)
		} else if !a.winsTies(form, other) {
			return 0, nil
		}
	}
	switch len(leads) {
	case 0:
		return 1, nil
	case 1:
		return mcda.Share(leads[0], nil)
	}
	return mcda.ShareOfBoth(leads[0], leads[1])
}

// winsTies says whether the first of two forms is advised where they tie, the margin
// counted.
func (a *analysis) winsTies(x, y int) bool {
	if cx, cy := a.e.Forms[x].Class, a.e.Forms[y].Class; cx != cy {
		return cx < cy
	}
	return x < y
}

// drawsPerLook is how many draws of all weightings are taken before it is asked whether
// somebody still waits.
const drawsPerLook = 16

// drawAnywhere samples all weightings, and gives the mean of those under which a form
// wins.
func (a *analysis) drawAnywhere(all []int, winner int) (sample weightingSample, mean []float64) {
	t := newTally(a, a.findContenders(all, a.e.Margin+leastLead))
	v := newValueTable(a, all, t.contenders)
	sum := make([]float64, len(all))
	next := drawWeights(a.e)
	if next == nil {
		return weightingSample{formShares: make([]float64, len(a.e.Forms))}, nil
	}
	for n := range anywhereSampleSize {
		if n%drawsPerLook == 0 && a.isStopped() {
			break
		}
		w := next()
		t.count(v, w)
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
