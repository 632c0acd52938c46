package session_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
)

// drawAnswers changes some answers of a profile.
func drawAnswers(t *rapid.T, p engine.Profile, who string) engine.Profile {
	p = p.Clone()
	if p.Facts == nil {
		p.Facts = map[string]engine.Answer{}
	}
	for _, id := range []string{"hosting_rivals", "confidentiality_duty", "must_recoup"} {
		switch rapid.IntRange(0, 4).Draw(t, who+" "+id) {
		case 0:
			p.Facts[id] = engine.Unknown
		case 1:
			p.Facts[id] = engine.NotApplicable
		case 2:
			delete(p.Facts, id)
		}
	}
	return p
}

// Every answer that only one of two changed is as that one wants it, every answer that
// both changed is a clash, and after it is as the choice says.
func TestMergedAnswersAreThoseOfWhoChangedThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := drawAnswers(t, engine.Profile{}, "before")
		now, mine := drawAnswers(t, before, "theirs"), drawAnswers(t, before, "mine")
		s := core(t, mine, session.Config{Full: true})
		taken, clashes, err := session.MergeAnswers(s, session.Meanwhile{Before: before, Now: now})
		require.NoError(t, err)
		want := maps.Clone(mine.Facts)
		var wantTaken, wantClashes []string
		set := func(id string) {
			delete(want, id)
			if a, ok := now.Facts[id]; ok {
				want[id] = a
			}
		}
		same := func(a, b engine.Profile, id string) bool {
			x, ok := a.Facts[id]
			y, also := b.Facts[id]
			return ok == also && x == y
		}
		for _, id := range []string{"hosting_rivals", "confidentiality_duty", "must_recoup"} {
			switch {
			case same(before, now, id) || same(now, mine, id):
			case same(before, mine, id):
				wantTaken = append(wantTaken, id)
				set(id)
			default:
				wantClashes = append(wantClashes, id)
			}
		}
		var gotTaken, gotClashes []string
		for _, q := range taken {
			gotTaken = append(gotTaken, q.ID)
		}
		for _, c := range clashes {
			gotClashes = append(gotClashes, c.Mine.ID)
		}
		require.ElementsMatch(t, wantTaken, gotTaken)
		require.ElementsMatch(t, wantClashes, gotClashes)
		require.Equal(t, want, s.Profile().Facts)
		for _, c := range clashes {
			if rapid.Bool().Draw(t, "theirs") {
				session.TakeTheirs(s, c)
				set(c.Mine.ID)
			}
		}
		require.Equal(t, want, s.Profile().Facts)
		if slices.Contains(wantTaken, "must_recoup") {
			require.Equal(t, "must_recoup", taken[slices.Index(gotTaken, "must_recoup")].ID)
		}
	})
}

// Weights that were worked out are those of one person, all together.
func TestWorkedOutWeightsAreNotMixed(t *testing.T) {
	t.Parallel()
	ranked := func(places ...[]string) engine.Profile {
		in := elicit.Input{Ranking: places}
		w, err := in.Weights()
		require.NoError(t, err)
		return engine.Profile{Weights: w, WeightsFrom: in}
	}
	mine := ranked([]string{"adoption_reach"}, []string{"customisability"})
	now := ranked([]string{"customisability"}, []string{"transparency_trust"}, []string{"adoption_reach"})
	now.Facts = map[string]engine.Answer{"hosting_rivals": engine.Unknown}
	for _, theirs := range []bool{true, false} {
		s := core(t, mine, session.Config{Method: elicit.ByRanking})
		taken, clashes, err := session.MergeAnswers(s, session.Meanwhile{Now: now})
		require.NoError(t, err)
		require.Len(t, taken, 1)
		require.Len(t, clashes, 1)
		require.Equal(t, rules.PrioritiesID, clashes[0].Mine.ID)
		require.Equal(t, mine.Weights, clashes[0].MyWeights)
		require.Equal(t, now.Weights, clashes[0].TheirWeights)
		want := mine
		if theirs {
			session.TakeTheirs(s, clashes[0])
			want = now
		}
		require.Equal(t, want.Weights, s.Profile().Weights)
		require.Equal(t, want.WeightsFrom, s.Profile().WeightsFrom)
	}
	// Theirs alone are taken over with what they were worked out from.
	s := core(t, engine.Profile{}, session.Config{})
	_, clashes, err := session.MergeAnswers(s, session.Meanwhile{Now: now})
	require.NoError(t, err)
	require.Empty(t, clashes)
	require.Equal(t, now.Weights, s.Profile().Weights)
	require.Equal(t, now.WeightsFrom, s.Profile().WeightsFrom)
}

// Ratings are answers each for itself; limits come along.
func TestMergedRatings(t *testing.T) {
	t.Parallel()
	before := engine.Profile{Weights: map[string]float64{"adoption_reach": 8, "customisability": 5}}
	mine, now := before.Clone(), before.Clone()
	mine.Weights["adoption_reach"], now.Weights["customisability"] = 9, 2
	now.Limits = []engine.Limit{{Exclude: []string{"in_house"}, Because: "no"}}
	s := core(t, mine, session.Config{})
	taken, clashes, err := session.MergeAnswers(s, session.Meanwhile{Before: before, Now: now})
	require.NoError(t, err)
	require.Empty(t, clashes)
	require.Len(t, taken, 1)
	require.Equal(t, map[string]float64{"adoption_reach": 9, "customisability": 2}, s.Profile().Weights)
	require.Equal(t, now.Limits, s.Profile().Limits)
}
