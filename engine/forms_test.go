package engine_test

import (
	"math"
	"slices"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// forms are the values of forms and of the score as functions of the weights,
// read off recommendations alone: with one priority stated the result is a
// corner, and the effect of a priority says how much mass a unit of weight brings.
type forms struct {
	ids   []string             // priorities
	mass  map[string]float64   // by priority
	score map[string]float64   // mass times score, by priority
	value map[string][]float64 // mass times value of each form, by priority
}

func formsOf(t require.TestingT, p *rules.Pack, e *engine.Engine, profile engine.Profile) forms {
	f := forms{mass: map[string]float64{}, score: map[string]float64{}, value: map[string][]float64{}}
	even := profile
	even.Weights = map[string]float64{}
	for i := range p.Priorities {
		even.Weights[p.Priorities[i].ID] = 1
	}
	for _, x := range decide(t, e, even).Priorities {
		f.ids = append(f.ids, x.ID)
		f.value[x.ID] = make([]float64, len(listForms(p, decide(t, e, profile))))
		if f.mass[x.ID] = math.Abs(x.Effect); x.Effect == 0 {
			continue
		}
		alone := profile
		alone.Weights = map[string]float64{x.ID: 1}
		r := decide(t, e, alone)
		f.score[x.ID] = f.mass[x.ID] * r.Score.Nominal
		for i, form := range listForms(p, r) {
			f.value[x.ID][i] = f.mass[x.ID] * form.Value.Nominal
		}
	}
	return f
}

// verdict decides for a weighting of the priorities named, and gives the option.
func (f forms) verdict(p *rules.Pack, all []formResult, ids []string, w []float64) string {
	mass, values := 0.0, make([]float64, len(all))
	for i, id := range ids {
		mass += w[i] * f.mass[id]
		for o := range values {
			values[o] += w[i] * f.value[id][o]
		}
	}
	best := math.Inf(-1)
	for o := range values {
		values[o] /= mass
		if all[o].Available {
			best = max(best, values[o])
		}
	}
	picked := -1
	for o := range values {
		if !all[o].Available || values[o] < best-p.Constants.Margin.Value-sums {
			continue
		}
		if picked < 0 || all[o].class() < all[picked].class() || all[o].class() == all[picked].class() && values[o] > values[picked]+sums {
			picked = o
		}
	}
	return all[picked].option.ID
}

// cell is a piece of the simplex of weightings: its corners and its part of
// the whole.
type cell struct {
	corners [][]float64
	volume  float64
}

func simplex(n int) cell {
	c := cell{volume: 1}
	for i := range n {
		corner := make([]float64, n)
		corner[i] = 1
		c.corners = append(c.corners, corner)
	}
	return c
}

// cut parts a cell along Σ w h = 0 until no piece lies on both sides.
func cut(c cell, h []float64) []cell {
	at := make([]float64, len(c.corners))
	above, below := -1, -1
	for i, corner := range c.corners {
		for k, x := range corner {
			at[i] += x * h[k]
		}
		if at[i] > sums {
			above = i
		} else if at[i] < -sums {
			below = i
		}
	}
	if above < 0 || below < 0 {
		return []cell{c}
	}
	part := at[above] / (at[above] - at[below])
	middle := make([]float64, len(h))
	for k := range middle {
		middle[k] = c.corners[above][k] + part*(c.corners[below][k]-c.corners[above][k])
	}
	near, far := slices.Clone(c.corners), slices.Clone(c.corners)
	near[below], far[above] = middle, middle
	return append(cut(cell{near, c.volume * part}, h), cut(cell{far, c.volume * (1 - part)}, h)...)
}

func (c cell) centre() []float64 {
	out := make([]float64, len(c.corners))
	for _, corner := range c.corners {
		for k, x := range corner {
			out[k] += x / float64(len(c.corners))
		}
	}
	return out
}

// acceptability cuts the flat weightings of the priorities named along every
// place where two available forms change places, with and without margin.
func (f forms) acceptability(p *rules.Pack, r *engine.Recommendation, ids []string) map[string]float64 {
	cells, all := []cell{simplex(len(ids))}, listForms(p, r)
	for a := range all {
		for b := range all[:a] {
			if !all[a].Available || !all[b].Available {
				continue
			}
			for _, sign := range []float64{-1, 0, 1} {
				h := make([]float64, len(ids))
				for i, id := range ids {
					h[i] = f.value[id][a] - f.value[id][b] + sign*p.Constants.Margin.Value*f.mass[id]
				}
				var next []cell
				for _, c := range cells {
					next = append(next, cut(c, h)...)
				}
				cells = next
			}
		}
	}
	out := map[string]float64{}
	for _, c := range cells {
		out[f.verdict(p, all, ids, c.centre())] += c.volume
	}
	return out
}
