package engine

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/elicit"
)

const (
	guesses = 4 // without precedents: how many ways to answer everything
	// Precedents that are looked at. On the documented cases 8, 12 and 25 make
	// questionnaires of about one length; more take longer to rank.
	nearest = 12
	// A precedent half as like the profile as another counts a sixteenth: most of
	// what is compared is the same everywhere, so small differences tell.
	sharpness = 4
)

// hunch is one way in which everything open may be answered.
type hunch struct {
	model  *input    // whose answers it takes over
	like   float64   // how much it counts
	full   input     // the profile with everything answered
	option int       // what is recommended then
	spare  []float64 // per fact and priority: the slack without its answer
}

// hunches answers everything open as the nearest precedents do. Those under
// which nothing would be settled even then are left out.
func (e *Engine) hunches(in *input, precedents []Profile) ([]hunch, error) {
	var out []hunch
	for i := range precedents {
		model, err := e.read(&precedents[i])
		if err != nil {
			return nil, err
		}
		out = append(out, hunch{model: model, like: math.Pow(alike(in, model), sharpness)})
	}
	slices.SortStableFunc(out, func(a, b hunch) int { return cmp.Compare(b.like, a.like) })
	out = out[:min(nearest, len(out))]
	if len(precedents) == 0 {
		out = e.guess()
	}
	for i := range out {
		out[i].full = e.complete(in, out[i].model)
		out[i].option = e.nominal(&out[i].full)
		out[i].spare = make([]float64, len(e.facts)+len(e.priorities))
	}
	return slices.DeleteFunc(out, func(h hunch) bool { return h.option < 0 || e.slack(&h.full, h.option) <= 0 }), nil
}

// guess answers every fact by chance, the same way each time, and states no
// weight.
func (e *Engine) guess() []hunch {
	out := make([]hunch, guesses)
	seed := uint32(1)
	for i := range out {
		model := &input{fact: make([]int8, len(e.facts)), weight: slices.Repeat([]int64{-1}, len(e.priorities))}
		for f := range model.fact {
			seed = seed*1664525 + 1013904223 // any spread of values serves
			model.fact[f] = int8(int(seed>>8) % e.facts[f].pieces())
		}
		out[i] = hunch{model: model, like: 1}
	}
	return out
}

// complete takes over what a model says of everything open. What it does not
// know stays unknown for good; a weight that it does not state is guessed in
// the middle. The sum stays as it is, a scale only, and never 0.
func (e *Engine) complete(in, model *input) input {
	out := *in
	out.fact, out.final = slices.Clone(in.fact), true
	for f := range out.fact {
		switch {
		case out.fact[f] != stateUnknown:
		case model.fact[f] >= 0:
			out.fact[f] = model.fact[f]
		default:
			out.fact[f] = stateFinal
		}
	}
	if in.unrated != nil {
		out.weight, out.unrated = slices.Clone(in.weight), make([]bool, len(in.unrated))
		for p, unrated := range in.unrated {
			if unrated {
				out.weight[p] = elicit.Top * unit / 2
				if w := model.weight[p]; w >= 0 {
					out.weight[p] = w
				}
			}
		}
	}
	e.narrow(&out)
	return out
}

// alike in (0, 1) is the share of answers that two inputs have in common, with
// one more that is and one that is not, so that little known says little. Facts
// count if one is known and the other is known or does not apply, weights by
// their distance if one is stated; one that is not rated yet agrees with any.
func alike(a, b *input) float64 {
	same, all := 1.0, 2.0
	for f := range a.fact {
		x, y := a.fact[f], b.fact[f]
		if x >= 0 && y >= 0 || x >= 0 && y == stateNA || x == stateNA && y >= 0 {
			all++
			if x == y {
				same++
			}
		}
	}
	for p := range a.weight {
		x, y := a.weight[p], b.weight[p]
		switch {
		case x < 0 && y < 0:
			continue
		case a.unrated != nil && a.unrated[p]:
			if y >= 0 {
				same++
			}
		default:
			same += 1 - math.Abs(float64(max(0, x)-max(0, y)))/(elicit.Top*unit)
		}
		all++
	}
	return same / all
}

// without gives the slack if the i-th of facts and then priorities is not
// answered.
func (e *Engine) without(in *input, h *hunch, i int) float64 {
	back := h.full.swap(in, i)
	defer back()
	return e.slack(&h.full, h.option)
}
