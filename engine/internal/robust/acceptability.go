package robust

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/engine/mcda"
)

const (
	wordSampleSize = 10_000 // weightings in a sample that a word rests on
	meanSampleSize = 2_500  // in one that gives a mean
	sampleSeed     = 1
)

// weightingSample says under which weightings each option is the verdict.
type weightingSample struct {
	formShares    []float64 // per form
	size          float64   // 0 if the shares are exact
	meanWeighting []float64 // mean weighting under which one form is the verdict, by priority
}

// samples are those around the stated weights and over all weightings. near is nil
// if it would say nothing, since fewer than two stated priorities have any effect.
type samples struct{ near, anywhere *weightingSample }

// sampleAcceptability asks the weightings around the stated ones and all weightings.
// The weightings under which the runner-up wins are averaged.
func (a *analysis) sampleAcceptability(near neighbourhood, reach []float64, runnerUp int) samples {
	var out samples
	effective := 0
	for _, p := range near.priorities {
		if reach[p] > 0 {
			effective++
		}
	}
	n := wordSampleSize
	if effective >= 2 || len(a.available) == 1 {
		out.near = a.sampleWeightings(near.priorities, near.parameters, -1, wordSampleSize)
		n = meanSampleSize
	}
	all, flat := make([]int, len(a.weight)), make([]int, len(a.weight))
	for p := range all {
		all[p], flat[p] = p, 1
	}
	out.anywhere = a.sampleWeightings(all, flat, runnerUp, n)
	return out
}

// Acceptability is the share of weightings under which an option is the verdict, with
// its standard error.
type Acceptability struct {
	Option     int
	Share, Err float64
}

func (a *analysis) listAcceptability(p *weightingSample) []Acceptability {
	if p == nil {
		return nil
	}
	var out []Acceptability
	for _, f := range a.available {
		o := a.e.Forms[f].Option
		if len(out) == 0 || out[len(out)-1].Option != o {
			out = append(out, Acceptability{Option: o})
		}
		out[len(out)-1].Share += p.formShares[f]
	}
	for i := range out {
		out[i].Err = p.standardError(out[i].Share)
	}
	return out
}

// standardError is the standard error of a share.
func (p *weightingSample) standardError(share float64) float64 {
	if p.size == 0 {
		return 0
	}
	return math.Sqrt(max(0, exact.Mul(share, 1-share)) / p.size)
}

// sampleWeightings asks the weightings of some priorities, spread as Dirichlet(parts). The
// weightings in which central is the verdict are averaged. With one or two
// forms that can win at all the shares are exact.
func (a *analysis) sampleWeightings(priorities, parts []int, central, draws int) *weightingSample {
	in := a.findContenders(priorities)
	p := &weightingSample{formShares: make([]float64, len(a.e.Forms))}
	switch {
	case !slices.ContainsFunc(priorities, func(p int) bool { return a.linearForm.z[p] > 0 }):
		p.formShares[a.recommended.Form] = 1 // facts alone decide
		return p
	case len(in) == 1:
		p.formShares[in[0]] = 1
	case len(in) == 2:
		first := a.exactShareOfFirst(in[0], in[1], priorities, parts)
		p.formShares[in[0]], p.formShares[in[1]] = first, 1-first
	}
	if len(in) > 2 || slices.Contains(in, central) {
		a.drawWeightings(p, in, priorities, parts, central, draws)
	}
	return p
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
func (a *analysis) exactShareOfFirst(first, second int, priorities, parts []int) float64 {
	d := make([]float64, len(a.weight))
	share := func(n, w int, margin float64) float64 {
		s := mcda.Share(selectValues(a.linearForm.fillDifference(d, n, w, margin), priorities), parts)
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

// drawWeightings samples. Exact shares that are there already stay.
func (a *analysis) drawWeightings(p *weightingSample, in, priorities, parts []int, central, draws int) {
	e := a.e
	statuses := make([]evaluate.FormStatus, len(e.Forms))
	for _, f := range in {
		statuses[f].Nominal = true
	}
	table := a.linearForm.makeSamplingTable(in, priorities)
	w, sums := make([]float64, len(priorities)), make([]float64, len(in)+1)
	values := make([]float64, len(e.Forms))
	hits, sum := make([]int, len(e.Forms)), make([]float64, len(priorities))
	source := mcda.NewDirichlet(parts, sampleSeed)
	for range draws {
		source.Next(w)
		clear(sums)
		for i, x := range w {
			for k, c := range table[i*len(sums) : (i+1)*len(sums)] {
				sums[k] += exact.Mul(x, c)
			}
		}
		for k, o := range in {
			values[o] = sums[k+1] / sums[0]
		}
		picked, _ := evaluate.PickForm(e, values, statuses)
		hits[picked]++
		if picked == central {
			for i, x := range w {
				sum[i] += x
			}
		}
	}
	if len(in) > 2 {
		p.setFormShares(hits, draws)
	}
	if central >= 0 && hits[central] > 0 {
		p.meanWeighting = sum
		for i := range sum {
			p.meanWeighting[i] /= float64(hits[central])
		}
	}
}

func (p *weightingSample) setFormShares(hits []int, draws int) {
	p.size = float64(draws)
	for o, n := range hits {
		p.formShares[o] = float64(n) / p.size
	}
}
