package profiles_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func TestCompare(t *testing.T) {
	t.Parallel()
	a := engine.Profile{
		Name: "a", Weights: map[string]float64{"data_privacy": 3, "low_overhead": 1, "ip_secrecy": 0},
		Facts:  map[string]engine.Answer{"kind": engine.Value("model"), "must_recoup": engine.Yes, "lifecycle": engine.Unknown},
		Limits: []engine.Limit{{Exclude: []string{"open_model", "open_core"}, Because: "no"}},
		Notes:  map[string]engine.Note{"kind": {Text: "old"}},
	}
	b := engine.Profile{
		Name: "b", Weights: map[string]float64{"data_privacy": 0.0000001, "low_overhead": 1, "adoption_reach": 2},
		Facts:  map[string]engine.Answer{"kind": engine.Value("both"), "must_recoup": engine.Yes, "build_cost": engine.NotApplicable},
		Limits: []engine.Limit{{Exclude: []string{"open_core"}}, {Exclude: []string{"open_core", "in_house"}}}, WeightsSure: "sure",
	}
	require.Equal(t, []profiles.Difference{
		{Kind: profiles.FactKind, ID: "build_cost", To: "na"},
		{Kind: profiles.FactKind, ID: "kind", From: "model", To: "both"},
		{Kind: profiles.FactKind, ID: "lifecycle", From: "unknown"},
		{Kind: profiles.PriorityKind, ID: "adoption_reach", To: "2"},
		{Kind: profiles.PriorityKind, ID: "data_privacy", From: "3", To: "0.0000001"},
		{Kind: profiles.PriorityKind, ID: "ip_secrecy", From: "0"},
		{Kind: profiles.LimitKind, ID: "in_house", To: "excluded"},
		{Kind: profiles.LimitKind, ID: "open_model", From: "excluded"},
		{Kind: profiles.WeightsSureKind, ID: "weights_sure", To: "sure"},
	}, profiles.Compare(a, b))
}

func TestCompareAgreesWithTheDigest(t *testing.T) {
	t.Parallel()
	require.Equal(t, (&engine.Profile{}).Digest(), (&engine.Profile{Weights: map[string]float64{}}).Digest())
	testkit.Check(t, func(t *rapid.T) {
		a, b := drawProfile(t, rules.Core()), engine.Profile{}
		if rapid.Bool().Draw(t, "other") {
			b = drawProfile(t, rules.Core())
		} else {
			b = a
			b.Name, b.Notes = "other", nil
		}
		there, back := profiles.Compare(a, b), profiles.Compare(b, a)
		require.Equal(t, a.Digest() == b.Digest(), len(there) == 0)
		require.Len(t, back, len(there))
		for i, d := range there {
			d.From, d.To = d.To, d.From
			require.Equal(t, d, back[i])
		}
	})
}
