package engine_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/countdown"
	"github.com/ajar-decision/ajar/engine/internal/gen"
)

// excluding limits a profile to what is left.
func excluding(e *engine.Engine, keep ...string) []engine.Limit {
	var out []string
	for i := range e.Pack().Options {
		if id := e.Pack().Options[i].ID; !slices.Contains(keep, id) {
			out = append(out, id)
		}
	}
	return []engine.Limit{{Exclude: out, Because: "the owner says so"}}
}

func TestAnalyseNothingStated(t *testing.T) {
	t.Parallel()
	r := analyse(t, core(t), engine.Profile{}, engine.WithPairs())
	require.Equal(t, engine.NoBasis, r.Stance)
	require.Equal(t, engine.VerdictRobustness{}, r.Sensitivity.Robustness)
	require.Empty(t, r.Sensitivity.Acceptability)
	require.Empty(t, r.Sensitivity.Priorities)
}

func TestAnalyseAllWeightsZero(t *testing.T) {
	t.Parallel()
	r := analyse(t, core(t), engine.Profile{Weights: map[string]float64{"adoption_reach": 0, "ip_secrecy": 0}})
	require.Equal(t, engine.NoBasis, r.Stance)
	require.Equal(t, engine.VerdictRobustness{}, r.Sensitivity.Robustness)
}

// Its weight has no effect, so that all weightings near it are the same: that is a thin
// basis, and never clear.
func TestAnalyseOnePriority(t *testing.T) {
	t.Parallel()
	r := analyse(t, core(t), engine.Profile{Weights: map[string]float64{"adoption_reach": 7}})
	require.Equal(t, engine.Open, r.Stance)
	s := r.Sensitivity
	require.Len(t, s.Acceptability, len(s.AnyWeights))
	for _, a := range s.Acceptability {
		require.Zero(t, a.Error)
		require.Equal(t, a.Option == r.Option, a.Share == 1)
	}
	require.Equal(t, engine.Thin, s.Robustness.Stance)
	for _, p := range s.Priorities {
		if p.ID == "adoption_reach" {
			require.InDelta(t, 1, p.EffectiveShare, 0)
			require.Equal(t, []engine.FlipWeight{{Stance: engine.NoBasis}}, p.Flips, "without it nothing is left")
		}
	}
	require.InDelta(t, 1, float64(s.StabilityRadius), 0)
}

func TestAnalyseEveryOptionExcluded(t *testing.T) {
	t.Parallel()
	e := core(t)
	r := analyse(t, e, engine.Profile{Weights: map[string]float64{"adoption_reach": 7, "ip_secrecy": 3}, Limits: excluding(e)}, engine.WithPairs())
	require.Equal(t, engine.None, r.Stance)
	require.Equal(t, engine.VerdictRobustness{}, r.Sensitivity.Robustness)
	require.Empty(t, r.Sensitivity.FlipFacts)
	require.True(t, r.Sensitivity.FactsSettled)
}

// Where nothing else is allowed, no weight and no fact but one that takes the
// option away can change the result.
func TestAnalyseOneOptionLeft(t *testing.T) {
	t.Parallel()
	e := core(t)
	facts := map[string]engine.Answer{}
	for i := range e.Pack().Facts {
		facts[e.Pack().Facts[i].ID] = engine.NotApplicable
	}
	facts["artefact_is_product"] = engine.No
	r := analyse(t, e, engine.Profile{Weights: map[string]float64{"adoption_reach": 7, "ip_secrecy": 3}, Limits: excluding(e, "in_house"), Facts: facts})
	require.Equal(t, "in_house", r.Option)
	s := r.Sensitivity
	require.Equal(t, []engine.Robustness{engine.Clear, engine.Clear}, []engine.Robustness{s.Robustness.Stance, s.Robustness.Option})
	require.Equal(t, []engine.Acceptability{{Option: "in_house", Share: 1, WithoutMargin: 1, OverJudgements: 1}}, s.Acceptability)
	require.InDelta(t, 1, float64(s.StabilityRadius), 0)
	require.Empty(t, s.Shares.Against)
	require.True(t, !s.Shares.Stated.Exists())
	require.Empty(t, s.Central)
	for _, p := range s.Priorities {
		require.Empty(t, p.Flips, p.ID)
		require.False(t, p.CanMatter, p.ID)
		require.Zero(t, p.EffectiveShare, p.ID)
	}
}

func TestAnalyseAllFactsUnknown(t *testing.T) {
	t.Parallel()
	e := core(t)
	weights := map[string]float64{"adoption_reach": 7, "ip_secrecy": 3, "predictable_revenue": 5}
	silent := analyse(t, e, engine.Profile{Weights: weights})
	said := engine.Profile{Weights: weights, Facts: map[string]engine.Answer{}}
	for i := range e.Pack().Facts {
		said.Facts[e.Pack().Facts[i].ID] = engine.Unknown
	}
	require.NotEmpty(t, silent.Sensitivity.Questions)
	require.Equal(t, silent.Sensitivity.Questions, analyse(t, e, said).Sensitivity.Questions)
	require.False(t, silent.Sensitivity.FactsSettled)
}

// An answer of which the owner is not sure comes up again if it matters.
func TestAnalyseAsksToConfirm(t *testing.T) {
	t.Parallel()
	for n := range 100 {
		x := exampleOf(n)
		r := analyse(t, build(t, x.pack), x.profile)
		i := slices.IndexFunc(r.Sensitivity.FlipFacts, func(f engine.FlipFact) bool {
			fact := factOf(t, x.pack, f.Set[0].Fact)
			return !gen.IsOpen(fact, x.profile.Facts[fact.ID]) && fact.AskedIf == nil
		})
		if i < 0 {
			continue
		}
		id := r.Sensitivity.FlipFacts[i].Set[0].Fact
		x.profile.Notes = map[string]engine.Note{id: {Sure: "low"}}
		questions := analyse(t, build(t, x.pack), x.profile).Sensitivity.Questions
		require.True(t, slices.ContainsFunc(questions, func(q engine.FactQuestion) bool {
			return q.Fact == id && q.Confirm && len(q.CouldChangeTo) > 0
		}))
		return
	}
	require.Fail(t, "no example has a flip of a stated fact")
}

func TestAnalyseRefuses(t *testing.T) {
	t.Parallel()
	_, err := core(t).Analyse(t.Context(), engine.Profile{WeightsSure: "shure"})
	require.ErrorContains(t, err, `AJ305 "shure" does not say how sure the weights are; did you mean "sure"?`)
	_, err = core(t).Analyse(t.Context(), engine.Profile{Weights: map[string]float64{"adoption_reach": 11}})
	require.ErrorContains(t, err, "AJ302")
	done, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = core(t).Analyse(done, engine.Profile{})
	require.ErrorIs(t, err, context.Canceled)
}

// Recommend leaves the analysis out.
func TestRecommendDoesNotAnalyse(t *testing.T) {
	t.Parallel()
	require.Nil(t, decide(t, core(t), engine.Profile{}).Sensitivity)
}

// A recommendation ends wherever it is once nobody waits for it.
func TestRecommendEndsWhereverItIs(t *testing.T) {
	t.Parallel()
	e := core(t)
	p := full(e.Pack())
	whole := countdown.New(t.Context(), math.MaxInt64)
	_, err := e.Recommend(whole, p)
	require.NoError(t, err)
	require.Greater(t, whole.Looks(), int64(len(e.Pack().Dimensions)), "it looks once a form and once a dimension")
	for n := range whole.Looks() {
		r, err := e.Recommend(countdown.New(t.Context(), n), p)
		require.ErrorIs(t, err, context.Canceled, "%d looks", n)
		require.Nil(t, r)
	}
}

// Wherever an analysis is when nobody waits for it any more, it ends with hardly another
// look and with no result.
func TestAnalyseEndsWhereverItIs(t *testing.T) {
	t.Parallel()
	e := core(t)
	weights := full(e.Pack()).Weights
	for _, c := range []struct {
		name  string
		p     engine.Profile
		least int // looks, so that no long loop goes without
		opts  []engine.AnalyseOption
	}{
		{"one weight, pairs", engine.Profile{Weights: map[string]float64{"adoption_reach": 5}}, 1000, []engine.AnalyseOption{engine.WithPairs()}},
		{"all weights", engine.Profile{Weights: weights, Facts: full(e.Pack()).Facts}, 7500, nil},
	} {
		whole := countdown.New(t.Context(), math.MaxInt64)
		_, err := e.Analyse(whole, c.p, c.opts...)
		require.NoError(t, err, c.name)
		looks := whole.Looks()
		t.Logf("%s: %d looks", c.name, looks)
		require.Greater(t, looks, int64(c.least), c.name)
		step := int64(4)
		if testing.Short() {
			step = 1
		}
		for n := int64(0); n < looks; n += 1 + n/step {
			ctx := countdown.New(t.Context(), n)
			r, err := e.Analyse(ctx, c.p, c.opts...)
			require.ErrorIs(t, err, context.Canceled, "%s, %d looks", c.name, n)
			require.Nil(t, r)
			require.LessOrEqual(t, ctx.Late(), int64(20), "%s, %d looks", c.name, n)
		}
	}
}
