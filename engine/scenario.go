package engine

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/elicit"
)

const (
	guessedScenarios = 4 // without precedents: how many ways to answer everything
	// Precedents that are looked at. On the documented cases 8, 12 and 25 make
	// questionnaires of about one length; more take longer to rank.
	usedPrecedents = 12
	// A precedent half as like the profile as another counts a sixteenth: most of
	// what is compared is the same everywhere, so small differences tell.
	likenessPower = 4
)

// scenario is one way in which everything open may be answered.
type scenario struct {
	model        *indexedProfile // whose answers it takes over
	likeness     float64         // how much it counts
	completed    indexedProfile  // the profile with everything answered
	option       int             // what is recommended then
	slackWithout []float64       // per fact and priority: the slack without its answer
}

// makeScenarios answers everything open as the nearest precedents do. Those under
// which nothing would be settled even then are left out.
func (e *Engine) makeScenarios(in *indexedProfile, precedents []Profile) ([]scenario, error) {
	var out []scenario
	for i := range precedents {
		model, err := e.indexProfile(&precedents[i])
		if err != nil {
			return nil, err
		}
		out = append(out, scenario{model: model, likeness: math.Pow(measureLikeness(in, model), likenessPower)})
	}
	slices.SortStableFunc(out, func(a, b scenario) int { return cmp.Compare(b.likeness, a.likeness) })
	out = out[:min(usedPrecedents, len(out))]
	if len(precedents) == 0 {
		out = e.guessScenarios()
	}
	for i := range out {
		out[i].completed = e.completeProfile(in, out[i].model)
		out[i].option = e.pickNominalOption(&out[i].completed)
		out[i].slackWithout = make([]float64, len(e.facts)+len(e.priorities))
	}
	return slices.DeleteFunc(out, func(h scenario) bool { return h.option < 0 || e.measureSlack(&h.completed, h.option) <= 0 }), nil
}

// guessScenarios answers every fact by chance, the same way each time, and states no
// weight.
func (e *Engine) guessScenarios() []scenario {
	out := make([]scenario, guessedScenarios)
	seed := uint32(1)
	for i := range out {
		model := &indexedProfile{fact: make([]int8, len(e.facts)), weight: slices.Repeat([]int64{-1}, len(e.priorities))}
		for f := range model.fact {
			seed = seed*1664525 + 1013904223 // any spread of values serves
			model.fact[f] = int8(int(seed>>8) % e.facts[f].pieceCount())
		}
		out[i] = scenario{model: model, likeness: 1}
	}
	return out
}

// completeProfile takes over what a model says of everything open. What it does not
// know stays unknown for good; a weight that it does not state is guessed in
// the middle. The sum stays as it is, a scale only, and never 0.
func (e *Engine) completeProfile(in, model *indexedProfile) indexedProfile {
	out := *in
	out.fact, out.anyNeverKnown = slices.Clone(in.fact), true
	for f := range out.fact {
		switch {
		case out.fact[f] != stateUnknown:
		case model.fact[f] >= 0:
			out.fact[f] = model.fact[f]
		default:
			out.fact[f] = stateNeverKnown
		}
	}
	if in.unrated != nil {
		out.weight, out.unrated = slices.Clone(in.weight), make([]bool, len(in.unrated))
		for p, unrated := range in.unrated {
			if unrated {
				out.weight[p] = elicit.TopWeight * weightUnit / 2
				if w := model.weight[p]; w >= 0 {
					out.weight[p] = w
				}
			}
		}
	}
	e.applyGuardsToNeverKnown(&out)
	return out
}

// measureLikeness in (0, 1) is the share of answers that two inputs have in common, with
// one more that is and one that is not, so that little known says little. Facts
// count if one is known and the other is known or does not apply, weights by
// their distance if one is stated; one that is not rated yet agrees with any.
//
// This is not the measure that package profiles shows to users. It compares two
// profiles and knows no collection of cases, so it cannot weigh a fact by how far
// that tells them apart; it counts weights, since it foretells what is answered
// next; and it pulls towards a half, so that a few common answers do not decide
// which precedent leads. Either measure in the other's place would change what
// users see: the percentages there, the questions here.
func measureLikeness(a, b *indexedProfile) float64 {
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
			same += 1 - math.Abs(float64(max(0, x)-max(0, y)))/(elicit.TopWeight*weightUnit)
		}
		all++
	}
	return same / all
}

// slackWithoutAnswer gives the slack if the i-th of facts and then priorities is not
// answered.
func (e *Engine) slackWithoutAnswer(in *indexedProfile, h *scenario, i int) float64 {
	back := h.completed.takeAnswer(in, i)
	defer back()
	return e.measureSlack(&h.completed, h.option)
}
