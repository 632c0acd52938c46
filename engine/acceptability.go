package engine

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/mcda"
)

const (
	wordSampleSize = 10_000 // weightings in a sample that a word rests on
	meanSampleSize = 2_500  // in one that gives a mean
	sampleSeed     = 1
)

// weightingSample says under which weightings each option is the verdict.
type weightingSample struct {
	optionShares  []float64 // per option
	size          float64   // 0 if the shares are exact
	meanWeighting []float64 // mean weighting under which one option is the verdict, by priority
}

// sampleAcceptability polls the weightings around the stated ones and all weightings.
func (a *analysis) sampleAcceptability() {
	effective := 0
	for _, p := range a.stated {
		if a.reach[p] > 0 {
			effective++
		}
	}
	if effective >= 2 || len(a.available) == 1 {
		a.nearSample = a.sampleWeightings(a.stated, a.neighbourParameters, -1, wordSampleSize)
		a.out.Acceptability = a.listAcceptability(a.nearSample)
	}
	all, flat := make([]int, len(a.weight)), make([]int, len(a.weight))
	for p := range all {
		all[p], flat[p] = p, 1
	}
	next := -1
	if a.r.RunnerUp.Option != "" {
		next = a.e.optionIndex[a.r.RunnerUp.Option]
	}
	n := meanSampleSize
	if a.nearSample == nil {
		n = wordSampleSize
	}
	a.anySample = a.sampleWeightings(all, flat, next, n)
	a.out.AnyWeights = a.listAcceptability(a.anySample)
	for p, share := range a.anySample.meanWeighting {
		a.out.Central = append(a.out.Central, WeightingShare{a.e.priorities[p].def.ID, share})
	}
}

func (a *analysis) listAcceptability(p *weightingSample) []Acceptability {
	out := make([]Acceptability, len(a.available))
	for i, o := range a.available {
		out[i] = Acceptability{a.e.optionID(o), p.optionShares[o], p.standardError(p.optionShares[o])}
	}
	return out
}

// standardError is the standard error of a share.
func (p *weightingSample) standardError(share float64) float64 {
	if p.size == 0 {
		return 0
	}
	return math.Sqrt(max(0, mul(share, 1-share)) / p.size)
}

// sampleWeightings asks the weightings of some priorities, spread as Dirichlet(parts). The
// weightings in which central is the verdict are averaged. With one or two
// options that can win at all the shares are exact.
func (a *analysis) sampleWeightings(priorities, parts []int, central, draws int) *weightingSample {
	in := a.findContenders(priorities)
	p := &weightingSample{optionShares: make([]float64, len(a.e.options))}
	switch {
	case !slices.ContainsFunc(priorities, func(p int) bool { return a.linearForm.z[p] > 0 }):
		p.optionShares[a.recommended.option] = 1 // facts alone decide
		return p
	case len(in) == 1:
		p.optionShares[in[0]] = 1
	case len(in) == 2:
		first := a.exactShareOfFirst(in[0], in[1], priorities, parts)
		p.optionShares[in[0]], p.optionShares[in[1]] = first, 1-first
	}
	if len(in) > 2 || slices.Contains(in, central) {
		a.drawWeightings(p, in, priorities, parts, central, draws)
	}
	return p
}

// findContenders are the available options that can be the verdict under some
// weighting: an option that another one always beats by more than the margin
// is neither the best nor within the margin of it.
func (a *analysis) findContenders(priorities []int) []int {
	beats := func(m, r int) bool {
		for _, p := range priorities {
			row := a.linearForm.priorityRow(p)
			if z := a.linearForm.z[p]; z > 0 && row[m]-row[r] <= mul(a.e.margin+valueTolerance, z) {
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

// exactShareOfFirst is the exact share of the first of two options.
func (a *analysis) exactShareOfFirst(first, second int, priorities, parts []int) float64 {
	d := make([]float64, len(a.weight))
	share := func(n, w int, margin float64) float64 {
		s := mcda.Share(selectValues(a.linearForm.fillDifference(d, n, w, margin), priorities), parts)
		if math.IsNaN(s) {
			return 1 // a tie goes to the narrower, or to the first
		}
		return s
	}
	switch own, other := a.e.options[first].def.Class, a.e.options[second].def.Class; {
	case own == other:
		return share(first, second, 0)
	case own < other:
		return share(first, second, a.e.margin)
	}
	return 1 - share(second, first, a.e.margin)
}

// drawWeightings samples. Exact shares that are there already stay.
func (a *analysis) drawWeightings(p *weightingSample, in, priorities, parts []int, central, draws int) {
	e := a.e
	standings := make([]optionStatus, len(e.options))
	for _, o := range in {
		standings[o].nominal = true
	}
	table := a.linearForm.makeSamplingTable(in, priorities)
	w, sums := make([]float64, len(priorities)), make([]float64, len(in)+1)
	values := make([]float64, len(e.options))
	hits, sum := make([]int, len(e.options)), make([]float64, len(priorities))
	source := mcda.NewDirichlet(parts, sampleSeed)
	for range draws {
		source.Next(w)
		clear(sums)
		for i, x := range w {
			for k, c := range table[i*len(sums) : (i+1)*len(sums)] {
				sums[k] += mul(x, c)
			}
		}
		for k, o := range in {
			values[o] = sums[k+1] / sums[0]
		}
		picked, _ := e.pickOption(values, standings)
		hits[picked]++
		if picked == central {
			for i, x := range w {
				sum[i] += x
			}
		}
	}
	if len(in) > 2 {
		p.setOptionShares(hits, draws)
	}
	if central >= 0 && hits[central] > 0 {
		p.meanWeighting = sum
		for i := range sum {
			p.meanWeighting[i] /= float64(hits[central])
		}
	}
}

func (p *weightingSample) setOptionShares(hits []int, draws int) {
	p.size = float64(draws)
	for o, n := range hits {
		p.optionShares[o] = float64(n) / p.size
	}
}
