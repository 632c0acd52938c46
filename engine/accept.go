package engine

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/mcda"
)

const (
	draws = 10_000 // weightings in a sample that a word rests on
	fewer = 2_500  // in one that gives a mean
	seed  = 1
)

// poll says under which weightings each option is the verdict.
type poll struct {
	share   []float64 // per option
	draws   float64   // 0 if the shares are exact
	weights []float64 // mean weighting under which one option is the verdict, by priority
}

// accept polls the weightings around the stated ones and all weightings.
func (a *analysis) accept() {
	effective := 0
	for _, p := range a.stated {
		if a.reach[p] > 0 {
			effective++
		}
	}
	if effective >= 2 || len(a.available) == 1 {
		a.near = a.poll(a.stated, a.around, -1, draws)
		a.out.Acceptability = a.acceptability(a.near)
	}
	all, flat := make([]int, len(a.weight)), make([]int, len(a.weight))
	for p := range all {
		all[p], flat[p] = p, 1
	}
	next := -1
	if a.r.RunnerUp.Option != "" {
		next = a.e.optionIndex[a.r.RunnerUp.Option]
	}
	n := fewer
	if a.near == nil {
		n = draws
	}
	a.any = a.poll(all, flat, next, n)
	a.out.AnyWeights = a.acceptability(a.any)
	for p, share := range a.any.weights {
		a.out.Central = append(a.out.Central, Weight{a.e.priorities[p].def.ID, share})
	}
}

func (a *analysis) acceptability(p *poll) []Acceptability {
	out := make([]Acceptability, len(a.available))
	for i, o := range a.available {
		out[i] = Acceptability{a.e.id(o), p.share[o], p.error(p.share[o])}
	}
	return out
}

// error is the standard error of a share.
func (p *poll) error(share float64) float64 {
	if p.draws == 0 {
		return 0
	}
	return math.Sqrt(max(0, float64(share*(1-share))) / p.draws)
}

// poll asks the weightings of some priorities, spread as Dirichlet(parts). The
// weightings in which central is the verdict are averaged. With one or two
// options that can win at all the shares are exact.
func (a *analysis) poll(priorities, parts []int, central, draws int) *poll {
	in := a.contenders(priorities)
	p := &poll{share: make([]float64, len(a.e.options))}
	switch {
	case !slices.ContainsFunc(priorities, func(p int) bool { return a.form.z[p] > 0 }):
		p.share[a.now.option] = 1 // facts alone decide
		return p
	case len(in) == 1:
		p.share[in[0]] = 1
	case len(in) == 2:
		first := a.narrower(in[0], in[1], priorities, parts)
		p.share[in[0]], p.share[in[1]] = first, 1-first
	}
	if len(in) > 2 || slices.Contains(in, central) {
		a.draw(p, in, priorities, parts, central, draws)
	}
	return p
}

// contenders are the available options that can be the verdict under some
// weighting: an option that another one always beats by more than the margin
// is neither the best nor within the margin of it.
func (a *analysis) contenders(priorities []int) []int {
	beats := func(m, r int) bool {
		for _, p := range priorities {
			row := a.form.row(p)
			if z := a.form.z[p]; z > 0 && row[m]-row[r] <= float64((a.e.margin+equal)*z) {
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

// narrower is the exact share of the first of two options.
func (a *analysis) narrower(first, second int, priorities, parts []int) float64 {
	d := make([]float64, len(a.weight))
	share := func(n, w int, margin float64) float64 {
		s := mcda.Share(pickOut(a.form.difference(d, n, w, margin), priorities), parts)
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

// draw samples. Exact shares that are there already stay.
func (a *analysis) draw(p *poll, in, priorities, parts []int, central, draws int) {
	e := a.e
	standings := make([]standing, len(e.options))
	for _, o := range in {
		standings[o].now = true
	}
	table := a.form.table(in, priorities)
	w, sums := make([]float64, len(priorities)), make([]float64, len(in)+1)
	values := make([]float64, len(e.options))
	hits, sum := make([]int, len(e.options)), make([]float64, len(priorities))
	source := mcda.NewDirichlet(parts, seed)
	for range draws {
		source.Next(w)
		clear(sums)
		for i, x := range w {
			for k, c := range table[i*len(sums) : (i+1)*len(sums)] {
				sums[k] += float64(x * c)
			}
		}
		for k, o := range in {
			values[o] = sums[k+1] / sums[0]
		}
		picked, _ := e.pick(values, standings)
		hits[picked]++
		if picked == central {
			for i, x := range w {
				sum[i] += x
			}
		}
	}
	if len(in) > 2 {
		p.count(hits, draws)
	}
	if central >= 0 && hits[central] > 0 {
		p.weights = sum
		for i := range sum {
			p.weights[i] /= float64(hits[central])
		}
	}
}

func (p *poll) count(hits []int, draws int) {
	p.draws = float64(draws)
	for o, n := range hits {
		p.share[o] = float64(n) / p.draws
	}
}
