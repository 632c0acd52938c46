package engine_test

import (
	"maps"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/engine/mcda"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// example is a random pack with a profile; the same number gives the same one.
type example struct {
	pack    *rules.Pack
	profile engine.Profile
}

func exampleOf(n int) example {
	return rapid.Custom(func(t *rapid.T) example {
		p := gen.Pack(t, gen.Usual)
		return example{p, gen.Profile(t, p)}
	}).Example(n)
}

// leaving excludes all but the first three available forms, or more where one has the
// id of its option: with each more the simplex is cut into far more cells.
func leaving(r *engine.Recommendation, profile engine.Profile) engine.Profile {
	kept := 0
	for _, o := range r.Options {
		for _, f := range o.Forms {
			if !f.Available {
				continue
			}
			if kept++; kept > 3 {
				profile.Limits = append(slices.Clone(profile.Limits), engine.Limit{Exclude: []string{f.ID}})
			}
		}
	}
	return profile
}

// Three forms over flat weightings: cutting the simplex along planes is exact.
func TestAcceptabilityAgainstCutting(t *testing.T) {
	t.Parallel()
	compared := 0
	for n := range testkit.Times(300) {
		x := exampleOf(n)
		e := build(t, x.pack)
		x.profile.WeightsSure = "unsure"
		ids := slices.Sorted(maps.Keys(x.profile.Weights))
		ids = ids[:min(5, len(ids))]
		x.profile.Weights = map[string]float64{}
		for _, id := range ids {
			x.profile.Weights[id] = 4 // all the same, and unsure: every weighting counts the same
		}
		x.profile = leaving(decide(t, e, x.profile), x.profile)
		r := analyse(t, e, x.profile)
		if len(r.Sensitivity.Acceptability) == 0 {
			continue
		}
		compared++
		exact := formsOf(t, x.pack, e, x.profile).acceptability(x.pack, r, ids)
		sum := 0.0
		for _, a := range r.Sensitivity.Acceptability {
			sum += a.Share
			requireSampled(t, exact[a.Option], a, n)
		}
		require.InDelta(t, 1, sum, sums)
	}
	require.Greater(t, compared, testkit.Times(100))
}

// requireSampled compares a share with the exact one: within four standard
// errors if it is sampled, to the last digits if it claims to be exact.
func requireSampled(t *testing.T, exact float64, a engine.Acceptability, n int) {
	t.Helper()
	const draws = 10_000
	if a.Error == 0 && a.Share > 0 && a.Share < 1 {
		require.InDelta(t, exact, a.Share, 1e-9, "%d %v", n, a)
		return
	}
	require.InDelta(t, exact, a.Share, 4*math.Sqrt(max(exact*(1-exact), 1.0/draws)/draws), "%d %v", n, a)
	require.InDelta(t, math.Sqrt(a.Share*(1-a.Share)/draws), a.Error, 1e-12)
}

// Shares are those of the forms, around the stated weights as closely as the
// owner is sure, with the ranking kept, and over all weights.
func TestSharesOfTheForms(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		k := 3.0
		if word := rapid.SampledFrom([]engine.WeightSureness{"", engine.Unsure, engine.FairlySure, engine.Sure}).Draw(t, "sure"); word != "" {
			profile.WeightsSure = word
			k = map[engine.WeightSureness]float64{"unsure": 1, "fairly": 3, "sure": 10}[word]
		}
		r := analyse(t, e, profile)
		s := r.Sensitivity.Shares
		require.Equal(t, r.RunnerUp.Option, s.Against)
		if r.Option == "" {
			return
		}
		f := formsOf(t, p, e, profile)
		requireSets(t, f, profile, k, s.Poles, f.score)
		if s.Against == "" {
			require.False(t, s.Stated.Exists() || s.RankingKept.Exists() || s.AnyWeights.Exists())
			return
		}
		d := map[string]float64{}
		first, second := indexOfForm(p, r, r.Form), indexOfForm(p, r, r.RunnerUp.Form)
		for _, id := range f.ids {
			if d[id] = f.value[id][first] - f.value[id][second]; math.Abs(d[id]) < sums {
				d[id] = 0
			}
		}
		requireSets(t, f, profile, k, s.Sets, d)
	})
}

func indexOfForm(p *rules.Pack, r *engine.Recommendation, form string) int {
	return slices.IndexFunc(listForms(p, r), func(f formResult) bool { return f.ID == form })
}

func requireSets(t require.TestingT, f forms, profile engine.Profile, k float64, got engine.Sets, d map[string]float64) {
	var all, stated, weights []float64
	var a []int
	sum, n := 0.0, 0.0
	for _, w := range profile.Weights {
		if sum += w; w > 0 {
			n++
		}
	}
	for _, id := range f.ids {
		all = append(all, d[id])
		if w := profile.Weights[id]; w > 0 {
			stated, weights = append(stated, d[id]), append(weights, w)
			a = append(a, max(1, int(math.Floor(k*n*w/sum+0.5+1e-9))))
		}
	}
	requireShare(t, mcda.Share(stated, a), got.Stated)
	requireShare(t, mcda.Share(mcda.Ranked(stated, weights), nil), got.RankingKept)
	requireShare(t, mcda.Share(all, nil), got.AnyWeights)
}

func requireShare(t require.TestingT, want float64, share engine.Fraction) {
	got := float64(share)
	if math.IsNaN(want) {
		require.True(t, math.IsNaN(got), got)
		return
	}
	require.InDelta(t, want, got, 1e-9)
}

// Central weights are a weighting; where the options that can win have convex
// regions, as without a margin, they lead to the runner-up themselves.
func TestCentralWeights(t *testing.T) {
	t.Parallel()
	found := 0
	for n := range testkit.Times(200) {
		x := exampleOf(n)
		x.pack.Constants.Margin.Value = 0
		e := build(t, x.pack)
		r := analyse(t, e, x.profile)
		if len(r.Sensitivity.Central) == 0 {
			continue
		}
		found++
		sum := 0.0
		wanted := x.profile
		wanted.Weights = map[string]float64{}
		for _, w := range r.Sensitivity.Central {
			sum += w.Share
			wanted.Weights[w.ID] = 10 * w.Share
		}
		require.InDelta(t, 1, sum, 1e-9)
		got := decide(t, e, wanted)
		forms := listForms(x.pack, got)
		ahead := forms[indexOfForm(x.pack, r, r.RunnerUp.Form)].Value.Nominal
		for _, f := range forms {
			require.True(t, !f.Available || f.Value.Nominal <= ahead+1e-9, "%d %s", n, f.ID)
		}
	}
	require.Greater(t, found, testkit.Times(40))
}
