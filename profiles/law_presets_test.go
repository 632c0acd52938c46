package profiles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// Nothing forbidden is advised to any preset or documented case, as it stands and
// with every single answer changed.
func TestNothingForbiddenIsAdvisedNearPresetsAndCases(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	e := coreEngine(t)
	tried, step := 0, testkit.StrideOf(3) // others of each profile
	for n, x := range examples(t) {
		requireLawful(t, pack, e, x.name, x.profile)
		turn := n
		for i := range pack.Facts {
			f := &pack.Facts[i]
			for _, value := range append(f.ValueIDs(), "na", "unknown") {
				if turn++; turn%step != 0 {
					continue
				}
				changed := x.profile.Clone()
				switch value {
				case "na":
					changed.Facts[f.ID] = engine.NotApplicable
				case "unknown":
					changed.Facts[f.ID] = engine.Unknown
				default:
					changed.Facts[f.ID] = engine.Value(value)
				}
				requireLawful(t, pack, e, x.name+" with "+f.ID+" "+value, changed)
				tried++
			}
		}
	}
	if !testing.Short() {
		require.Greater(t, tried, 4000)
	}
}

func requireLawful(t *testing.T, pack *rules.Pack, e *engine.Engine, name string, p engine.Profile) {
	t.Helper()
	r, err := e.Recommend(t.Context(), p)
	require.NoError(t, err, name)
	if r.Option == "" {
		return
	}
	rel := testkit.NewRelease(pack, r.Option, r.Form, r.Ready)
	for _, c := range r.Components {
		rel.Parts[c.ID] = c.Advice
	}
	for _, c := range r.Conditions {
		rel.Waits[c.ID] = true
	}
	for _, c := range r.Cautions {
		rel.Told[c.ID] = c.ToldOnly
	}
	answers := map[string]string{}
	for id, a := range p.Facts {
		answers[id] = a.String()
	}
	require.Empty(t, testkit.FindBreaches(pack, pack.ReadAnswers(answers), rel), name)
}
