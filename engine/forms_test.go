package engine_test

import (
	"math"
	"math/rand/v2"

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

// weigh says whether any weight has an effect.
func (f forms) weigh() bool {
	for _, mass := range f.mass {
		if mass > 0 {
			return true
		}
	}
	return false
}

// drawVerdicts says in what part of so many weightings, all equally likely, each option
// is the verdict. One exponential number for each weight is such a weighting, not yet
// divided by the sum.
func (f forms) drawVerdicts(p *rules.Pack, r *engine.Recommendation, random *rand.Rand, draws int) map[string]float64 {
	all, out, w := listForms(p, r), map[string]float64{}, make([]float64, len(f.ids))
	for range draws {
		for i := range w {
			w[i] = random.ExpFloat64()
		}
		out[f.verdict(p, all, f.ids, w)] += 1 / float64(draws)
	}
	return out
}

// lead is by how much one form is ahead of another, with a margin, for each priority.
func (f forms) lead(of, over int, margin float64) []float64 {
	var out []float64
	for _, id := range f.ids {
		out = append(out, f.value[id][of]-f.value[id][over]+margin*f.mass[id])
	}
	return out
}
