package outlook

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/internal/compiled"
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
	model        *compiled.Profile // whose answers it takes over
	likeness     float64           // how much it counts
	completed    compiled.Profile  // the profile with everything answered
	form         int               // what is recommended then
	slack        float64           // with all answers
	slackWithout []float64         // per fact and priority: the slack without its answer
}

// makeScenarios answers everything open as the nearest precedents do. Those under
// which nothing would be settled even then are left out.
func (s *openMasses) makeScenarios(in *compiled.Profile, precedents []*compiled.Profile) []scenario {
	e := s.e
	var out []scenario
	for _, model := range precedents {
		out = append(out, scenario{model: model, likeness: math.Pow(measureLikeness(e, in, model), likenessPower)})
	}
	slices.SortStableFunc(out, func(a, b scenario) int { return cmp.Compare(b.likeness, a.likeness) })
	out = out[:min(usedPrecedents, len(out))]
	if len(precedents) == 0 {
		out = guessScenarios(e)
	}
	for i := range out {
		if s.isStopped() {
			return nil
		}
		out[i].completed = completeProfile(e, in, out[i].model)
		out[i].form = pickNominalForm(e, &out[i].completed)
		out[i].slackWithout = make([]float64, len(e.Facts)+len(e.Priorities))
		if s.isStopped() {
			return nil
		}
		if out[i].form >= 0 {
			out[i].slack = s.measureSlack(&out[i].completed, out[i].form)
		}
	}
	return slices.DeleteFunc(out, func(h scenario) bool { return h.slack <= 0 })
}

// guessScenarios answers every fact by chance, the same way each time, and states no
// weight.
func guessScenarios(e *compiled.Rules) []scenario {
	out := make([]scenario, guessedScenarios)
	seed := uint32(1)
	for i := range out {
		model := &compiled.Profile{Fact: make([]int8, len(e.Facts)), Weight: slices.Repeat([]int64{-1}, len(e.Priorities))}
		for f := range e.EachFact {
			seed = seed*1664525 + 1013904223 // any spread of values serves
			e.Apply(model.Fact, e.PickAnswer(f, int(seed>>8)))
		}
		out[i] = scenario{model: model, likeness: 1}
	}
	return out
}

// completeProfile takes over what a model says of everything open. What it does not
// know stays unknown for good; a weight that it does not state is guessed in
// the middle. The sum stays as it is, a scale only, and never 0.
func completeProfile(e *compiled.Rules, in, model *compiled.Profile) compiled.Profile {
	out := *in
	out.Fact, out.AnyNeverKnown = slices.Clone(in.Fact), true
	for f := range out.Fact {
		switch {
		case out.Fact[f] != compiled.StateUnknown:
		case model.Fact[f] >= 0:
			out.Fact[f] = model.Fact[f]
		default:
			out.Fact[f] = compiled.StateNeverKnown
		}
	}
	if in.Unrated != nil {
		out.Weight, out.Unrated = slices.Clone(in.Weight), make([]bool, len(in.Unrated))
		for p, unrated := range in.Unrated {
			if unrated {
				out.Weight[p] = elicit.TopWeight * compiled.WeightUnit / 2
				if w := model.Weight[p]; w >= 0 {
					out.Weight[p] = w
				}
			}
		}
	}
	applyGuardsToNeverKnown(e, &out)
	return out
}

// measureLikeness in (0, 1) is the share of answers that two inputs have in common, with
// one more that is and one that is not, so that little known says little. Facts
// count if one is known and the other is known or does not apply, a set as one fact by
// the share of its members in common, weights by their distance if one is stated; one
// that is not rated yet agrees with any.
//
// This is not the measure that package profiles shows to users. It compares two
// profiles and knows no collection of cases, so it cannot weigh a fact by how far
// that tells them apart; it counts weights, since it foretells what is answered
// next; and it pulls towards a half, so that a few common answers do not decide
// which precedent leads. Either measure in the other's place would change what
// users see: the percentages there, the questions here.
func measureLikeness(e *compiled.Rules, a, b *compiled.Profile) float64 {
	same, all := 1.0, 2.0
	for f := range e.EachFact {
		if share, counts := e.ShareInCommon(a.Fact, b.Fact, f); counts {
			all++
			same += share
		}
	}
	for p := range a.Weight {
		x, y := a.Weight[p], b.Weight[p]
		switch {
		case x < 0 && y < 0:
			continue
		case a.Unrated != nil && a.Unrated[p]:
			if y >= 0 {
				same++
			}
		default:
			same += 1 - math.Abs(float64(max(0, x)-max(0, y)))/(elicit.TopWeight*compiled.WeightUnit)
		}
		all++
	}
	return same / all
}

// slackWithoutAnswer gives the slack if the i-th of facts and then priorities is not
// answered.
func (s *openMasses) slackWithoutAnswer(in *compiled.Profile, h *scenario, i int) float64 {
	if i < len(s.e.Facts) && !s.readsAny(i) {
		return h.slack
	}
	back := takeAnswer(s.e, &h.completed, in, i)
	defer back()
	return s.measureSlack(&h.completed, h.form)
}

// readsAny reports whether something hangs on a whole fact, of what slack hangs on.
func (s *openMasses) readsAny(i int) bool {
	return slices.ContainsFunc(s.bounds.Table.Readers[i:i+s.e.Facts[i].Size], func(list []int32) bool { return len(list) > 0 })
}
