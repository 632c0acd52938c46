package profiles_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// What the first version advised wrongly, with what comes out instead.
func TestFaultsOfTheFirstVersion(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	for _, x := range readExamples[lawExample](t, "testdata/first_version.yaml") {
		t.Run(x.Name, func(t *testing.T) {
			t.Parallel()
			r, err := e.Analyse(t.Context(), x.load(t))
			require.NoError(t, err)
			faults := append(x.Want.findFaults(t, e.Pack(), r), findContradictions(r)...)
			require.Empty(t, faults, "advised: %s %s/%s, ready %t", r.Stance, r.Option, r.Form, r.Ready)
		})
	}
}

// changeAnswers gives the profile with other answers.
func changeAnswers(p engine.Profile, answers map[string]string) engine.Profile {
	out := p.Clone()
	for id, text := range answers {
		if out.Facts[id] = engine.Value(text); text == engine.Unknown.String() {
			out.Facts[id] = engine.Unknown
		}
	}
	return out
}

// eachOwner gives all presets and cases, with their weights and on facts alone.
func eachOwner(t *testing.T) map[string]engine.Profile {
	t.Helper()
	out := map[string]engine.Profile{}
	for _, x := range examples(t) {
		out[x.name] = x.profile
		x.profile.Weights = nil
		out[x.name+" on facts alone"] = x.profile
	}
	return out
}

// The weights of nearly any model can go out under limits on their use: nothing but
// its kind makes that possible. What the law makes of it is another matter.
func TestWeightsOfModelsCanBeLimited(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	models, possible := 0, 0
	try := func(p engine.Profile) {
		r, err := e.Recommend(t.Context(), p)
		require.NoError(t, err)
		models++
		for _, o := range r.Options {
			for _, f := range o.Forms {
				if f.ID == "limited_weights" && f.Possible == rules.True {
					possible++
				}
			}
		}
	}
	for _, x := range examples(t) {
		if k, _ := x.profile.Facts["kind"].Known(); k == "model" || k == "both" {
			try(x.profile)
		}
	}
	draw := rand.New(rand.NewPCG(12, 3))
	for range testkit.Times(300) {
		p := drawAnswers(draw)
		p.Facts["kind"] = engine.Value("model")
		try(p)
	}
	require.Greater(t, float64(possible), 0.9*float64(models), "%d of %d", possible, models)
}

// Nobody without income from it is told to sell it: no contracts with customers, no
// paid features, no exceptions for money.
func TestWhoEarnsNothingIsNotToldToSell(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	var wrong []string
	for _, x := range examples(t) {
		for _, owner := range []string{"individual", "community", "academic_nonprofit", "government"} {
			for _, income := range []string{"none", "grants_donations", "internal_use"} {
				changed := changeAnswers(x.profile, map[string]string{
					"owner_type": owner, "revenue_source": income, "artefact_is_product": "false", "must_recoup": "false",
				})
				r, err := e.Recommend(t.Context(), changed)
				require.NoError(t, err)
				for _, c := range r.Components {
					if strings.Contains(fmt.Sprint(c.Terms), "LicenseRef-commercial") {
						wrong = append(wrong, fmt.Sprintf("%s as %s with %s: %s of %s under %v", x.name, owner, income, c.ID, r.Form, c.Terms))
					}
				}
			}
		}
	}
	require.Empty(t, wrong)
}

// Where nobody looks after it and nobody would contribute, an open project loses most
// of what it has before an archive, which promises nothing: for every owner.
func TestNobodyToCareForItSpeaksForAnArchive(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	cared := map[string]string{"maintainer_capacity": "some", "contributor_interest": "medium"}
	alone := map[string]string{"maintainer_capacity": "none", "contributor_interest": "low", "steward": "false"}
	for name, p := range eachOwner(t) {
		leads := [2]float64{}
		for i, answers := range []map[string]string{cared, alone} {
			r, err := e.Recommend(t.Context(), changeAnswers(p, answers))
			require.NoError(t, err)
			values := valuesByForm(r)
			leads[i] = values["open_permissive"] - values["archive"]
		}
		require.Less(t, leads[1], leads[0]-0.05, name)
	}
}

func valuesByForm(r *engine.Recommendation) map[string]float64 {
	out := map[string]float64{}
	for _, o := range r.Options {
		for _, f := range o.Forms {
			out[f.ID] = f.Value.Nominal
		}
	}
	return out
}
