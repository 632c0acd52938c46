package engine_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

// The words follow from what the result shows beside them.
func TestRobustnessFollowsFromTheResult(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := analyse(t, e, profile)
		s := r.Sensitivity.Robustness
		if r.Option == "" {
			require.Equal(t, engine.VerdictRobustness{}, s)
			return
		}
		stanceOf := func(option string) engine.Stance { return optionOf(t, p, option).Stance }
		sameStance := func(option string) bool { return stanceOf(option) == r.Stance }
		sameOption := func(option string) bool { return option == r.Option }
		require.Equal(t, wordFor(t, p, e, r, sameStance, func(v *engine.Recommendation) bool { return v.Stance == r.Stance }), s.Stance)
		require.Equal(t, wordFor(t, p, e, r, sameOption, func(v *engine.Recommendation) bool { return v.Option == r.Option && v.Stance == r.Stance }), s.Option)
		require.Equal(t, s.Stance == engine.Close, s.StanceRival != "")
		require.Equal(t, s.Option == engine.Close, s.OptionRival != "")
		if s.StanceRival != "" {
			require.False(t, sameStance(s.StanceRival))
		}
		if s.OptionRival != "" {
			require.True(t, resultOf(t, r, s.OptionRival).Available)
			require.NotEqual(t, r.Option, s.OptionRival)
		}
	})
}

func wordFor(t require.TestingT, p *rules.Pack, e *engine.Engine, r *engine.Recommendation, same func(string) bool, holds func(*engine.Recommendation) bool) engine.Robustness {
	if r.TooClose != "" && !same(r.TooClose) {
		return engine.Close
	}
	for _, o := range r.Options {
		if o.Available && !same(o.ID) && math.Abs(o.Value.Nominal-resultOf(t, r, r.Option).Value.Nominal) <= 1e-9 {
			return engine.Close
		}
	}
	list, settled := r.Sensitivity.Acceptability, len(r.Sensitivity.Acceptability) > 0
	if !settled {
		list = r.Sensitivity.AnyWeights
	}
	share, sampled := 0.0, false
	for _, a := range list { // 10,000 draws, whichever list it is
		sampled = sampled || a.Error > 0
		if same(a.Option) {
			share += a.Share
		}
	}
	if sampled {
		share -= math.Sqrt(max(0, share*(1-share)) / 10_000)
	}
	for _, f := range gen.OpenFacts(p, r.Profile) {
		for _, answer := range singleAnswers(f, r.Profile.Facts[f.ID]) {
			settled = settled && holds(decide(t, e, gen.WithAnswer(r.Profile, f.ID, answer)))
		}
	}
	switch {
	case share >= 0.9 && settled:
		return engine.Clear
	case share >= 0.65:
		return engine.Leaning
	}
	return engine.Close
}

// What is called final stays whatever the answers to everything open.
func TestFactsSettledAgainstBruteForce(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Small)
		r := analyse(t, e, profile)
		if r.Sensitivity.FactsSettled {
			each(gen.OpenFacts(p, profile), profile, func(full engine.Profile) {
				require.Equal(t, verdictOf(r), verdictOf(decide(t, e, full)), "%v", full.Facts)
			})
		}
	})
}

// each gives every way to answer some facts.
func each(open []*rules.Fact, profile engine.Profile, visit func(engine.Profile)) {
	if len(open) == 0 {
		visit(profile)
		return
	}
	for _, answer := range gen.ListAnswers(open[0], profile.Facts[open[0].ID]) {
		each(open[1:], gen.WithAnswer(profile, open[0].ID, answer), visit)
	}
}

// Questions say what answers lead to, and nothing that could change the option
// is missing among the facts that can be asked.
func TestQuestionsAgainstBruteForce(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := analyse(t, e, profile)
		listed := map[string]engine.FactQuestion{}
		for _, q := range r.Sensitivity.Questions {
			require.False(t, q.Confirm)
			require.GreaterOrEqual(t, q.NarrowsBy, 0.0)
			listed[q.Fact] = q
		}
		for _, f := range gen.OpenFacts(p, profile) {
			if (oracle{p, profile}).truth(f.AskedIf, false) != rules.True {
				require.NotContains(t, listed, f.ID)
				continue
			}
			want, narrows, n := map[string]bool{}, 0.0, 0.0
			seen := map[string]bool{}
			for _, answer := range answersTo(f, profile.Facts[f.ID]) {
				at := piece(p, f, answer.String())
				if seen[at] {
					continue
				}
				seen[at] = true
				got := decide(t, e, gen.WithAnswer(profile, f.ID, answer))
				if verdictOf(got) != verdictOf(r) {
					want[nameOf(got)] = true
				}
				narrows += wide(r.Score) - wide(got.Score)
				n++
			}
			require.Len(t, listed[f.ID].CouldChangeTo, len(want), f.ID)
			for _, to := range listed[f.ID].CouldChangeTo {
				require.True(t, want[to], to)
			}
			// Below 0 only if an answer contradicts a stated one and switches it off.
			require.InDelta(t, max(0, narrows/n), listed[f.ID].NarrowsBy, 1e-9, f.ID)
		}
	})
}

func nameOf(r *engine.Recommendation) string {
	if r.Option == "" {
		return string(r.Stance)
	}
	return r.Option
}

func wide(i engine.Interval) float64 {
	if math.IsNaN(i.High) || math.IsNaN(i.Low) {
		return 0
	}
	return i.High - i.Low
}

// An analysis is a recommendation with more, and the same every time, whatever
// the order of the rules.
func TestAnalyseSameBytes(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := analyse(t, e, profile, engine.WithPairs())
		require.Equal(t, dump(decide(t, e, profile), "Sensitivity"), dump(r, "Sensitivity"))
		want := fmt.Sprintf("%#v", *r.Sensitivity)
		require.Equal(t, want, fmt.Sprintf("%#v", *analyse(t, e, profile, engine.WithPairs()).Sensitivity))
		shuffled := p.Clone()
		shuffle(t, shuffled)
		require.Equal(t, want, fmt.Sprintf("%#v", *analyse(t, build(t, shuffled), profile, engine.WithPairs()).Sensitivity))
	})
}
