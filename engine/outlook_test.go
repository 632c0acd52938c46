package engine_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/asking"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

// Once the outlook is settled, no way to answer the open facts or to rate what
// is not rated yet changes the option, those asked in vain left aside.
func TestOutlookIsSafe(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Small)
		now := decide(t, e, profile)
		var final []string
		var open []*rules.Fact
		for _, f := range gen.OpenFacts(p, profile) {
			if rapid.Bool().Draw(t, "asked in vain") {
				final = append(final, f.ID)
			} else {
				open = append(open, f)
			}
		}
		var unrated []string
		for _, x := range p.Priorities {
			if rapid.IntRange(0, 2).Draw(t, "unrated") == 0 {
				unrated = append(unrated, x.ID)
			}
		}
		out, err := asking.FindOutlook(background, e, profile, asking.Pending{WontBeKnown: final, Unrated: unrated})
		require.NoError(t, err)
		require.Equal(t, now.Option, out.Option)
		for _, r := range out.Rivals {
			require.GreaterOrEqual(t, r.Threat, 0.0)
		}
		for range 10 {
			full := profile
			full.Weights = maps.Clone(profile.Weights)
			for _, id := range unrated {
				full.Weights[id] = rapid.SampledFrom([]float64{0, 0, 1, 5, 10, 10}).Draw(t, "weight")
			}
			for _, f := range open {
				if p.ReadAnswers(texts(full)).Truth(f.AskedIf) != rules.True && len(final) > 0 {
					continue // would not be asked
				}
				full = gen.WithAnswer(full, f.ID, rapid.SampledFrom(gen.ListAnswers(f, full.Facts[f.ID])).Draw(t, "answer"))
			}
			then := decide(t, e, full)
			if out.Settled() {
				require.Equal(t, now.Option, then.Option)
				require.Equal(t, now.Stance, then.Stance)
			}
		}
	})
}

// Once the outlook is settled, no way at all to answer the open facts, nor to
// leave some of them unanswered, changes the option.
func TestSettledAgainstBruteForce(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Small)
		out, err := asking.FindOutlook(background, e, profile, asking.Pending{})
		require.NoError(t, err)
		if !out.Settled() {
			return
		}
		open := gen.OpenFacts(p, profile)
		silent := rapid.IntRange(0, 1<<len(open)-1).Draw(t, "unanswered")
		var answered []*rules.Fact
		for i, f := range open {
			if silent>>i&1 == 0 {
				answered = append(answered, f)
			}
		}
		for _, ask := range [][]*rules.Fact{open, answered} {
			each(ask, profile, func(full engine.Profile) {
				require.Equal(t, out.Option, decide(t, e, full).Option, "%v", full.Facts)
			})
		}
	})
}

// The order of questions leaves nothing out and is the same every time.
func TestOrderQuestions(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Small)
		var open []string
		for _, f := range gen.OpenFacts(p, profile) {
			open = append(open, f.ID)
		}
		var pending asking.Pending
		for id := range profile.Weights {
			pending.Unrated = append(pending.Unrated, id)
		}
		slices.Sort(pending.Unrated)
		open = append(open, pending.Unrated...)
		var precedents []engine.Profile
		for range rapid.IntRange(0, 3).Draw(t, "precedents") {
			precedents = append(precedents, gen.Profile(t, p))
		}
		ranked, err := asking.OrderQuestions(background, e, profile, open, pending, precedents)
		require.NoError(t, err)
		require.ElementsMatch(t, open, ranked)
		again, err := asking.OrderQuestions(background, e, profile, append(open, "no_such_fact"), pending, precedents)
		require.NoError(t, err)
		require.Equal(t, strings.Join(append(ranked, "no_such_fact"), " "), strings.Join(again, " "))
	})
}

func texts(p engine.Profile) map[string]string {
	out := map[string]string{}
	for id, a := range p.Facts {
		out[id] = a.String()
	}
	return out
}

// With everything answered there is nothing left to change.
func TestOutlookOfACompleteProfile(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		for _, f := range gen.OpenFacts(p, profile) {
			profile = gen.WithAnswer(profile, f.ID, rapid.SampledFrom(gen.ListAnswers(f, profile.Facts[f.ID])).Draw(t, "answer"))
		}
		out, err := asking.FindOutlook(background, e, profile, asking.Pending{})
		require.NoError(t, err)
		require.Empty(t, out.Rivals)
		require.True(t, out.Settled())
	})
}

func TestOutlookOfNothing(t *testing.T) {
	t.Parallel()
	e := build(t, rules.Core())
	out, err := asking.FindOutlook(background, e, engine.Profile{}, asking.Pending{})
	require.NoError(t, err)
	require.Empty(t, out.Option)
	require.False(t, out.Settled())
	_, err = asking.FindOutlook(background, e, engine.Profile{Facts: map[string]engine.Answer{"kidn": engine.Yes}}, asking.Pending{})
	require.ErrorContains(t, err, "AJ301")
}
