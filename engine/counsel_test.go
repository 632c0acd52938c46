package engine_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// Counsel is told in the order of the pack, to whom it is meant for, where it holds.
func TestCounselFollowsTheVerdict(t *testing.T) {
	t.Parallel()
	e := toy(t, func(p *rules.Pack) {
		p.Counsel = []rules.Counsel{
			{ID: "zero", Topic: rules.IncomeTopic},
			{ID: "of_models", Topic: rules.RidersTopic, When: is("kind", "model")},
			{ID: "of_software", Topic: rules.RidersTopic, When: is("kind", "software")},
			{ID: "closed_only", Topic: rules.ComplementTopic, For: []string{"closed"}},
			{ID: "but_closed", Topic: rules.IncomeTopic, NotFor: []string{"closed"}},
			{ID: "by_option", Topic: rules.ComplementTopic, For: []string{"open_permissive", "mixed"}},
		}
	})
	counsel := func(p engine.Profile) (ids []string) {
		for _, c := range decide(t, e, p).Counsel {
			ids = append(ids, c.ID)
		}
		return ids
	}
	require.Equal(t, []string{"zero", "of_models", "but_closed", "by_option"}, counsel(only("open_permissive")))
	require.Equal(t, []string{"zero", "of_models", "closed_only"}, counsel(only("in_house")))
	require.Empty(t, counsel(only("no such option")), "there is no release to speak of")
	require.Empty(t, counsel(engine.Profile{}), "without a basis nothing is told")

	r := decide(t, e, only("in_house"))
	require.Equal(t, engine.CounselResult{ID: "of_models", Topic: rules.RidersTopic, Facts: []string{"kind"}}, r.Counsel[1])
	require.Empty(t, r.Counsel[0].Facts)
	data, err := json.Marshal(r)
	require.NoError(t, err)
	var back engine.Recommendation
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, r.Counsel, back.Counsel)
}

// An answer that follows from others makes the same result as one that is stated.
func TestWhatFollowsCountsAsIfStated(t *testing.T) {
	t.Parallel()
	e := build(t, rules.Core())
	facts := map[string]engine.Answer{
		"kind": engine.Value("software"), "release_status": engine.Value("open_already"), "revenue_source": engine.Value("licence_sales"),
		"artefact_is_product": engine.Yes, "riders": engine.Set("hosts", "embedders"),
	}
	follows := decide(t, e, engine.Profile{Facts: facts, Weights: map[string]float64{"predictable_revenue": 5}})
	require.NotContains(t, follows.Unknown, "hosting_rivals")
	facts["hosting_rivals"] = engine.Value("active")
	stated := decide(t, e, engine.Profile{Facts: facts, Weights: map[string]float64{"predictable_revenue": 5}})
	require.Equal(t, dump(stated, "Profile"), dump(follows, "Profile"))
	facts["hosting_rivals"] = engine.Value("none")
	require.NotEqual(t, dump(stated, "Profile"), dump(decide(t, e, engine.Profile{Facts: facts, Weights: map[string]float64{"predictable_revenue": 5}}), "Profile"))
}
