package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// Openness leads, so "public" would be advised if the owner had no limit and no bar held.
// With both in its way the limit decides: were the bar lifted, "private" would still stand.
func TestALimitThatABarHidesDecides(t *testing.T) {
	t.Parallel()
	p := testkit.BarePack("lost")
	p.Bars = []rules.Bar{{
		ID: "no_right", When: new(testkit.Holds("lost")), Forbids: []string{"publish"}, Jurisdiction: rules.AnyJurisdiction,
		Text: p.Options[0].Text, Instrument: p.Options[0].Text, Source: p.Facts[0].Source,
	}}
	e := build(t, p)
	profile := reachAlone
	require.Equal(t, engine.ByArguments, decide(t, e, profile).DecidedBy.Kind)
	profile.Facts = map[string]engine.Answer{"lost": engine.Yes}
	require.Equal(t, engine.Decider{Kind: engine.ByBar, ID: "no_right"}, decide(t, e, profile).DecidedBy)
	profile.Limits = []engine.Limit{{Exclude: []string{"public"}}}
	require.Equal(t, engine.Decider{Kind: engine.ByLimit}, decide(t, e, profile).DecidedBy)
}
