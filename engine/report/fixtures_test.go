package report_test

import (
	"bytes"
	"context"
	"os"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// golden compares with a file in testdata, in which the digest of the toy pack
// is masked.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	e, err := toy()
	require.NoError(t, err)
	testkit.Golden(t, name, testkit.MaskDigest(string(got), e.Pack().Digest))
}

// toy is a small pack with everything that a report can speak of, kept apart
// from the core pack, so that golden files do not change with its numbers.
var toy = sync.OnceValues(func() (*engine.Engine, error) {
	p, err := rules.Load(os.DirFS("testdata/pack"))
	if err != nil {
		return nil, err
	}
	return engine.New(p)
})

type (
	weights = map[string]float64
	facts   = map[string]engine.Answer
)

// situations are profiles for the toy pack, one for each kind of result.
var situations = map[string]engine.Profile{
	"open": {Name: "library", Weights: weights{"reach": 9, "scrutiny": 7, "calm": 1}, Facts: facts{
		"sold": engine.No, "rights": engine.Value("full"), "separable": engine.No, "harm": engine.Value("small"), "users": engine.Number(250),
	}},
	"mixed": {Name: "database", Rules: "toy@1.1", Weights: weights{"reach": 6, "scrutiny": 4, "revenue": 7.5, "calm": 2}, Facts: facts{
		"sold": engine.Yes, "rights": engine.Value("partial"), "separable": engine.Yes, "users": engine.Unknown,
	}, Notes: map[string]engine.Note{
		"revenue": {Sure: "high", Text: "board decision 12", By: "mei", Layer: "release.yaml"},
		"sold":    {Sure: "low"},
	}},
	"closed": {Name: "engine", Weights: weights{"revenue": 10}, Facts: facts{"sold": engine.Yes}},
	"close": {Name: "level", Weights: weights{"reach": 3.2, "scrutiny": 2, "revenue": 2.9, "calm": 2}, Facts: facts{
		"rights": engine.Value("full"), "harm": engine.Value("small"),
	}},
	"precaution": {Name: "model", Weights: weights{"scrutiny": 6, "revenue": 3}, Facts: facts{
		"sold": engine.No, "rights": engine.Value("full"), "separable": engine.NotApplicable, "harm": engine.Unknown,
	}},
	"none": {Name: "stuck", Weights: weights{"reach": 5}, Facts: facts{
		"rights": engine.Value("no"), "separable": engine.Yes, "sold": engine.No,
	}, Limits: []engine.Limit{{Exclude: []string{"private", "product"}, Because: "The funder asked for a release."}}},
	"no_basis": {},
}

// stances are the results that the situations are made to show.
var stances = map[string]engine.Stance{
	"open": engine.Open, "mixed": engine.Mixed, "closed": engine.Closed, "close": engine.Closed,
	"precaution": engine.Open, "none": engine.None, "no_basis": engine.NoBasis,
}

// decision is a recommendation with the pack that made it.
type decision struct {
	*engine.Recommendation
	Pack *rules.Pack
}

// decided gives the recommendation for one of the situations.
func decided(t require.TestingT, name string) decision {
	e, err := toy()
	require.NoError(t, err)
	return recommend(t, e, situations[name])
}

func recommend(t require.TestingT, e *engine.Engine, p engine.Profile) decision {
	r, err := e.Analyse(context.Background(), p)
	require.NoError(t, err)
	if pack := rules.Core(); r.Rules == pack.Identity() { // that of the engine is a copy
		return decision{r, pack}
	}
	return decision{r, e.Pack()}
}

// written gives a report as text.
func written(t require.TestingT, r decision, f report.Format, opts ...report.WriteOption) string {
	var b bytes.Buffer
	require.NoError(t, report.Write(&b, r.Pack, r.Recommendation, f, opts...))
	return b.String()
}

// languages of every report.
var languages = []string{"en", "zh"}
