package profiles_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// linuxIn finds the precedent that these tests know by heart.
func linuxIn(t *testing.T, list []profiles.Precedent) profiles.Precedent {
	t.Helper()
	for _, p := range list {
		if p.Case.Name == "linux_kernel_1992" {
			return p
		}
	}
	require.Fail(t, "no such precedent")
	return profiles.Precedent{}
}

func TestEveryCaseIsMostLikeItself(t *testing.T) {
	t.Parallel()
	for _, c := range profiles.Cases() {
		p, err := profiles.Case(c.Name)
		require.NoError(t, err)
		list := profiles.FindPrecedents(p)
		require.Len(t, list, len(profiles.Cases()))
		require.Equal(t, c.Name, list[0].Case.Name)
		require.InDelta(t, 1, list[0].Likeness, 1e-12)
		require.Empty(t, list[0].Differing)
		for i, x := range list {
			require.LessOrEqual(t, x.Low, x.Likeness+1e-12)
			require.GreaterOrEqual(t, x.High, x.Likeness-1e-12)
			if i > 0 {
				require.LessOrEqual(t, x.Likeness, list[i-1].Likeness)
			}
		}
	}
}

func TestUnknownIsNotGuessed(t *testing.T) {
	t.Parallel()
	none := profiles.FindPrecedents(engine.Profile{})
	require.True(t, math.IsNaN(none[0].Likeness))
	require.InDelta(t, 0, none[0].Low, 0)
	require.InDelta(t, 1, none[0].High, 0)
	require.Empty(t, none[0].Shared)
	require.Positive(t, none[0].KnownOfOne)

	unknown := map[string]engine.Answer{"owner_type": engine.Value("individual"), "kind": engine.Unknown}
	linux := linuxIn(t, profiles.FindPrecedents(engine.Profile{Facts: unknown}))
	require.Equal(t, []string{"owner_type"}, linux.Shared)
	require.InDelta(t, 1, linux.Likeness, 0)
	require.Less(t, linux.Low, 0.2)

	// Learning the answer narrows the bounds and keeps the value inside.
	unknown["contributor_interest"] = engine.Value("low")
	after := linuxIn(t, profiles.FindPrecedents(engine.Profile{Facts: unknown}))
	require.Equal(t, []string{"contributor_interest"}, after.Differing)
	require.GreaterOrEqual(t, after.Low, linux.Low-1e-12)
	require.LessOrEqual(t, after.High, linux.High+1e-12)
}

// Neighbours on a scale are nearer than its ends, and what applies to one only
// differs.
func TestHowAnswersAgree(t *testing.T) {
	t.Parallel()
	alike := func(fact, value string) float64 {
		p := engine.Profile{Facts: map[string]engine.Answer{fact: engine.Value(value)}}
		return linuxIn(t, profiles.FindPrecedents(p)).Likeness // contributor_interest: high
	}
	require.InDelta(t, 1, alike("contributor_interest", "high"), 1e-12)
	require.InDelta(t, 0.5, alike("contributor_interest", "medium"), 1e-12)
	require.InDelta(t, 0, alike("contributor_interest", "low"), 1e-12)
	require.InDelta(t, 0, alike("training_data_sensitivity", "personal"), 1e-12)
	na := engine.Profile{Facts: map[string]engine.Answer{"training_data_sensitivity": engine.NotApplicable}}
	require.True(t, math.IsNaN(linuxIn(t, profiles.FindPrecedents(na)).Likeness), "what applies to neither says nothing")
}

// Sets agree by the part of their values that is in both; one that is not wholly known
// is not compared.
func TestHowSetsAgree(t *testing.T) {
	t.Parallel()
	alike := func(a engine.Answer) float64 {
		p := engine.Profile{Facts: map[string]engine.Answer{"revenue_source": a}}
		all := profiles.FindPrecedents(p)
		i := slices.IndexFunc(all, func(x profiles.Precedent) bool { return x.Case.Name == "chatglm_6b_2023" })
		return all[i].Likeness // revenue_source: hosted_service
	}
	require.InDelta(t, 1, alike(engine.Set("hosted_service")), 1e-12)
	require.InDelta(t, 0.5, alike(engine.Set("hosted_service", "advertising")), 1e-12)
	require.InDelta(t, 0, alike(engine.Set("grants_donations", "advertising")), 1e-12)
	require.True(t, math.IsNaN(alike(engine.PartOfSet(map[string]rules.Truth{"hosted_service": rules.True}))))
}
