package main

import (
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// coreStudy has the results of all cases with the core pack, which no test changes.
type coreStudy struct {
	study
	found analyses
}

var makeCoreStudy = sync.OnceValues(func() (*coreStudy, error) {
	s, err := newStudy(rules.Core())
	if err != nil {
		return nil, err
	}
	found, err := s.analyseCases()
	return &coreStudy{*s, found}, err
})

func TestGoldenTable(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("200 packs decide all cases")
	}
	s, err := makeCoreStudy()
	require.NoError(t, err)
	table, err := s.renderStudy(&s.found)
	require.NoError(t, err)
	testkit.Golden(t, "../../../profiles/cases/VALIDITY.md", table)
	require.NoError(t, s.checkExplanations(), "why.yaml is beside this test")
}

// toy makes a study of cases with one weight a pull.
func toy(t *testing.T, rows ...[3]any) *study {
	t.Helper()
	s := &study{pack: &rules.Pack{Priorities: []rules.Priority{{ID: "reach", Pull: rules.Open}, {ID: "income", Pull: rules.Closed}}}}
	for _, r := range rows {
		p := engine.Profile{
			Weights: map[string]float64{"reach": float64(r[0].(int)), "income": float64(r[1].(int))},
			Facts:   map[string]engine.Answer{"kind": engine.Value("model"), "size": engine.Unknown},
		}
		bare := p
		bare.Weights = nil
		s.cases = append(s.cases, studyCase{profiles.CaseInfo{Outcome: r[2].(engine.Stance)}, [modeCount]engine.Profile{p, bare}})
	}
	return s
}

// listReady are stances without conditions and without options.
func listReady(list ...engine.Stance) []label {
	out := make([]label, len(list))
	for i := range list {
		out[i].stance = list[i]
	}
	return out
}

func stancesOf(list []label) []engine.Stance {
	out := make([]engine.Stance, len(list))
	for i := range list {
		out[i] = list[i].stance
	}
	return out
}

func TestTally(t *testing.T) {
	t.Parallel()
	s := toy(t, [3]any{9, 1, engine.Open}, [3]any{5, 5, engine.Mixed}, [3]any{1, 9, engine.Closed}, [3]any{2, 8, engine.Closed})
	s.cases[3].AlsoAcceptable = []engine.Stance{engine.Mixed}
	got := listReady(engine.Closed, engine.Mixed, engine.NoBasis, engine.Mixed)
	require.Equal(t, tally{strict: 1, lenient: 2, crossed: 1, of: 4, first: hits{0, 1}, two: hits{0, 1}}, s.tallyCases(got, keepAll))
	require.Equal(t, tally{lenient: 1, of: 2, first: hits{0, 1}, two: hits{0, 1}}, s.tallyCases(got, func(c *studyCase) bool { return c.Outcome == engine.Closed }))
	// What may be done until the conditions are met counts leniently.
	got[0] = label{stance: engine.Mixed, today: engine.Open}
	require.Equal(t, tally{strict: 1, lenient: 3, of: 4, first: hits{0, 1}, two: hits{0, 1}}, s.tallyCases(got, keepAll))
}

// Options count where they stand for what was done; leniently too where the stance is
// another that could be defended.
func TestTallyOfOptions(t *testing.T) {
	t.Parallel()
	s := toy(t, [3]any{9, 1, engine.Open})
	c := &s.cases[0]
	c.OutcomeOptions, c.AlsoAcceptable = []string{"open_model"}, []engine.Stance{engine.Mixed}
	for _, x := range []struct {
		label      label
		first, two hits
	}{
		{label{stance: engine.Open, first: "open_model", second: "open_core"}, hits{1, 1}, hits{1, 1}},
		{label{stance: engine.Open, first: "open_copyleft", second: "open_model"}, hits{}, hits{1, 1}},
		{label{stance: engine.Mixed, first: "open_core"}, hits{0, 1}, hits{0, 1}},
		{label{stance: engine.Closed, first: "in_house"}, hits{}, hits{}},
		{label{stance: engine.Closed, first: "in_house", today: engine.Mixed, then: "open_core"}, hits{0, 1}, hits{0, 1}},
		{label{stance: engine.Closed}, hits{}, hits{}},
	} {
		var got tally
		got.addCase(c, x.label)
		require.Equal(t, []hits{x.first, x.two}, []hits{got.first, got.two}, "%v", x.label)
	}
}

// A stance alone is given the options of it that were taken most often elsewhere.
func TestCommonestOptions(t *testing.T) {
	t.Parallel()
	s := toy(t, [3]any{9, 1, engine.Open}, [3]any{8, 1, engine.Open}, [3]any{9, 2, engine.Open}, [3]any{1, 9, engine.Closed})
	for i, id := range []string{"a", "b", "b", "c"} {
		s.cases[i].OutcomeOptions = []string{id}
	}
	got := s.labelByCommonest(func(int) engine.Stance { return engine.Open })
	require.Equal(t, label{stance: engine.Open, first: "b"}, got[0])
	require.Equal(t, label{stance: engine.Open, first: "b", second: "a"}, got[3])
	near := s.labelByNeighbours(withPriorities)
	require.Equal(t, "a", near[1].first)
	require.Equal(t, "b", near[1].second)
}

func TestConditionsInTheTable(t *testing.T) {
	t.Parallel()
	s := toy(t, [3]any{9, 1, engine.Closed})
	v := judgement{Verdict: engine.Verdict{Stance: engine.Open, Option: "open_model"}, today: engine.Release{Stance: engine.Closed, Option: "in_house"}}
	s.verdicts[withPriorities] = []judgement{v}
	require.Equal(t, "! open: open_model", s.showVerdict(withPriorities, 0))
	require.Equal(t, []label{{stance: engine.Open, first: "open_model"}}, listLabels(s.verdicts[withPriorities]), "ready: today is the same")
	v.conditions = []string{"parts_unlisted"}
	s.verdicts[withPriorities] = []judgement{v}
	require.Equal(t, "~ open: open_model once parts_unlisted; until then closed: in_house", s.showVerdict(withPriorities, 0))
	require.Equal(t, tally{lenient: 1, crossed: 1, of: 1}, s.tallyCases(listLabels(s.verdicts[withPriorities]), keepAll))
}

func TestSumThresholds(t *testing.T) {
	t.Parallel()
	s := toy(t,
		[3]any{9, 1, engine.Open}, [3]any{8, 2, engine.Open},
		[3]any{5, 5, engine.Mixed}, [3]any{6, 4, engine.Mixed},
		[3]any{1, 9, engine.Closed}, [3]any{2, 8, engine.Closed})
	want := []engine.Stance{engine.Open, engine.Open, engine.Mixed, engine.Mixed, engine.Closed, engine.Closed}
	require.InDelta(t, 0.8, s.sumPulls(0), 1e-12)
	require.Equal(t, want, stancesOf(s.labelBySum(false)))
	require.InDelta(t, 0.4, s.fitThresholds([]int{0, 1, 2, 3, 4, 5}).high, 1e-12)
	// Left out, an outermost mixed case still falls between the thresholds.
	require.Equal(t, want, stancesOf(s.labelBySum(true)))
	// A mixed case among the open ones cannot be labelled by any threshold.
	s.cases[0].Outcome = engine.Mixed
	require.Equal(t, 5, s.tallyCases(s.labelBySum(false), keepAll).strict)
}

func TestNearest(t *testing.T) {
	t.Parallel()
	s := toy(t, [3]any{9, 1, engine.Open}, [3]any{8, 1, engine.Open}, [3]any{1, 9, engine.Closed}, [3]any{9, 2, engine.Open}, [3]any{2, 9, engine.Closed})
	require.InDelta(t, 1, s.measureCaseLikeness(factsOnly, 0, 2), 1e-12) // the unknown size says nothing
	require.Greater(t, s.measureCaseLikeness(withPriorities, 0, 3), s.measureCaseLikeness(withPriorities, 0, 2))
	got := s.labelByNeighbours(withPriorities)
	require.Equal(t, engine.Open, got[0].stance)
	require.Equal(t, engine.Open, got[2].stance, "one closed neighbour and two open ones are left")
}

func TestPerturbationKeepsRanges(t *testing.T) {
	t.Parallel()
	p := rules.Core().Clone()
	perturbPack(p, rand.New(rand.NewPCG(1, 2)))
	require.NoError(t, p.Check())
	require.NotEqual(t, rules.Core().Constants.Beta.Value, p.Constants.Beta.Value)
	moved, kept := 0, 0
	for i := range p.Dimensions {
		for j, a := range p.Dimensions[i].Arguments {
			was := rules.Core().Dimensions[i].Arguments[j].Strength
			require.InDelta(t, 1, a.Strength/was, 0.4000001)
			if a.Strength == was {
				kept++
			} else {
				moved++
			}
		}
	}
	require.Greater(t, moved, kept, "strengths at 1 cannot grow; the others move")
}

func TestWhyMustFit(t *testing.T) {
	t.Parallel()
	s := toy(t, [3]any{9, 1, engine.Open})
	s.cases[0].Name = "toy_2000"
	for mode := range modeCount {
		s.verdicts[mode] = []judgement{{Verdict: engine.Verdict{Stance: engine.Mixed}}}
	}
	err := s.checkExplanations()
	require.ErrorContains(t, err, "toy_2000: no sentence says why ajar gives mixed")
	require.Equal(t, map[engine.Stance]bool{engine.Mixed: true}, s.findDifferences(0))
}

// Every dimension can speak for either side: on facts alone, and to the end
// with a single priority.
func TestEveryDimensionLeansBothWays(t *testing.T) {
	t.Parallel()
	s := &study{pack: rules.Core()}
	found, err := s.searchReach()
	require.NoError(t, err)
	e, err := engine.New(s.pack)
	require.NoError(t, err)
	for d := range found {
		dim := &s.pack.Dimensions[d]
		require.Less(t, found[d].least, -0.2, dim.ID)
		require.Greater(t, found[d].greatest, 0.2, dim.ID)
		for _, a := range dim.Arguments {
			for _, id := range a.Shares.Keys() {
				r, err := e.Recommend(t.Context(), engine.Profile{Weights: map[string]float64{id: 1}})
				require.NoError(t, err)
				want := map[rules.Stance]float64{rules.Open: 1, rules.Closed: -1}[a.Pull]
				require.InDelta(t, want, r.Dimensions[d].Lean.Nominal, 1e-12, "%s %s", dim.ID, id)
			}
		}
	}
}
