package engine

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/elicit"
)

const (
	guesses = 4  // without precedents: how many ways to answer everything
	nearest = 12 // precedents that are looked at
	// A precedent half as like the profile as another counts a sixteenth: most of
	// what is compared is the same everywhere, so small differences tell.
	sharpness = 4
)

// hunch is one way in which everything open may be answered.
type hunch struct {
	full   input
	like   float64   // how much it counts
	option int       // what is recommended then
	spare  []float64 // per fact and priority: the slack without its answer
}

// hunches answers everything open as the nearest precedents do. Those under
// which nothing would be settled even then are left out.
func (e *Engine) hunches(in *input, precedents []Profile) ([]hunch, error) {
	var out []hunch
	for i := range precedents {
		other, err := e.read(&precedents[i])
		if err != nil {
			return nil, err
		}
		out = append(out, hunch{full: *other, like: math.Pow(alike(in, other), sharpness)})
	}
	slices.SortStableFunc(out, func(a, b hunch) int { return cmp.Compare(b.like, a.like) })
	out = out[:min(nearest, len(out))]
	if len(precedents) == 0 {
		out = e.guess(in)
	}
	for i := range out {
		out[i].full = e.complete(in, &out[i].full)
		out[i].option = e.nominal(&out[i].full)
		out[i].spare = make([]float64, len(e.facts)+len(e.priorities))
	}
	return slices.DeleteFunc(out, func(h hunch) bool { return h.option < 0 || e.slack(&h.full, h.option) <= 0 }), nil
}

// guess answers every fact by chance, the same way each time.
func (e *Engine) guess(in *input) []hunch {
	out := make([]hunch, guesses)
	seed := uint32(1)
	for i := range out {
		out[i] = hunch{full: *in, like: 1}
		out[i].full.fact = slices.Clone(in.fact)
		for f := range out[i].full.fact {
			seed = seed*1664525 + 1013904223 // any spread of values serves
			out[i].full.fact[f] = int8(int(seed>>8) % e.facts[f].pieces())
		}
	}
	return out
}

// complete takes over what another input says of everything open. What it does
// not know stays unknown for good; a weight that it does not state is guessed
// in the middle. The sum stays as it is, a scale only, and never 0.
func (e *Engine) complete(in, other *input) input {
	out := *in
	out.fact, out.final = slices.Clone(in.fact), true
	for f := range out.fact {
		switch {
		case out.fact[f] != stateUnknown:
		case other.fact[f] >= 0:
			out.fact[f] = other.fact[f]
		default:
			out.fact[f] = stateFinal
		}
	}
	if in.unrated != nil {
		out.weight, out.unrated = slices.Clone(in.weight), make([]bool, len(in.unrated))
		for p, unrated := range in.unrated {
			if unrated {
				out.weight[p] = elicit.Top * unit / 2
				if w := other.weight[p]; w >= 0 && other.unrated == nil {
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

func (h *hunch) without(e *Engine, in *input, i int) float64 {
	back := h.full.swap(in, i)
	defer back()
	return e.slack(&h.full, h.option)
}
