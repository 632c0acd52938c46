package session_test

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// After each comparison a run may end: the profile keeps it, the next session
// goes on behind it, and until all chosen priorities are weighed they count
// alike.
func TestComparisonsAreKeptOneByOne(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		opts := session.Config{Method: weighingMethod(t), Only: []string{rules.PrioritiesID}}
		s := core(t, engine.Profile{}, opts)
		skipped := 0
		for {
			q, err := s.Next(background)
			require.NoError(t, err)
			if q == nil {
				break
			}
			switch {
			case q.ID == rules.PrioritiesID:
				n := rapid.IntRange(1, 5).Draw(t, "n")
				reply(t, s, rapid.Permutation(choices(q)).Draw(t, "chosen")[:n]...)
			case rapid.IntRange(0, 4).Draw(t, "skip") == 0:
				_, err := s.Skip(background)
				require.NoError(t, err)
				skipped++
			default:
				reply(t, s, draw(t, rules.Core(), q)...)
			}
			p := s.Profile()
			again := core(t, p, opts)
			require.Equal(t, p, again.Profile())
			if skipped == 0 && opts.Method != elicit.ByRating {
				require.Equal(t, s.Missing(), again.Missing(), "it goes on where it stopped")
			}
			for id, w := range p.Weights {
				if reflect.DeepEqual(p.WeightsFrom, elicit.Input{}) && opts.Method != elicit.ByRating {
					require.InDelta(t, elicit.TopWeight, w, 0, "%s counts as chosen", id)
				}
			}
		}
	})
}

func TestUnfinishedPairs(t *testing.T) {
	t.Parallel()
	s := weighing(t, elicit.ByPairs, 3)
	reply(t, s, four[0], "4")
	said := engine.Unfinished{Pairs: []elicit.Judgement{{A: four[0], B: four[1], Times: 4}}}
	p := s.Profile()
	require.Equal(t, said, p.Unfinished)
	require.Zero(t, p.WeightsFrom)

	other := core(t, p, session.Config{Method: elicit.ByRanking, Only: []string{rules.PrioritiesID}})
	require.Equal(t, said, other.Profile().Unfinished, "another method leaves them alone")

	s = core(t, p, session.Config{Method: elicit.ByPairs, Only: []string{rules.PrioritiesID}})
	reply(t, s, four[0], "2") // links the third
	p = s.Profile()
	require.Zero(t, p.Unfinished)
	require.Len(t, p.WeightsFrom.Pairs, 2)
	edit(t, s, rules.PrioritiesID, four[1], four[2])
	require.Len(t, s.Profile().Unfinished.Pairs, 2, "no longer counted, not lost")
	s = core(t, s.Profile(), session.Config{Method: elicit.ByPairs, Only: []string{rules.PrioritiesID}})
	require.Len(t, s.Inactive(), 2)
	edit(t, s, rules.PrioritiesID, four[:3]...)
	require.Equal(t, p.Weights, s.Profile().Weights, "and back with their priorities")
}

func TestUnfinishedBestWorst(t *testing.T) {
	t.Parallel()
	opts := session.Config{Method: elicit.ByBestWorst, Only: []string{rules.PrioritiesID}}
	s := weighing(t, elicit.ByBestWorst, 3)
	for i, values := range [][]string{{four[2]}, {four[0]}, {"8"}, {"2"}} {
		reply(t, s, values...)
		p := s.Profile()
		require.Equal(t, four[2], p.Unfinished.BestWorst.Best)
		require.Len(t, p.Unfinished.BestWorst.BestOver, max(0, i-1))
		s = core(t, p, opts)
	}
	reply(t, s, "4")
	require.Zero(t, s.Profile().Unfinished)
	require.NotNil(t, s.Profile().WeightsFrom.BestWorst)

	// Somebody changed the file by hand: what does not fit is asked again.
	p := s.Profile()
	p.Unfinished.BestWorst, p.WeightsFrom = p.WeightsFrom.BestWorst, elicit.Input{}
	p.Unfinished.BestWorst.Best = "low_overhead"
	require.Equal(t, four[:3], choices(next(t, core(t, p, opts))))
}

// A rating of some chosen priorities leaves the others to be rated.
func TestUnrated(t *testing.T) {
	t.Parallel()
	opts := session.Config{Only: append([]string{rules.PrioritiesID}, four[:3]...), Fixed: true}
	s := core(t, engine.Profile{}, opts)
	say(t, s, rules.PrioritiesID, four[:3]...)
	require.Zero(t, s.Profile().Unfinished, "nothing is rated")
	for i := range 3 {
		require.Equal(t, four[i:3], s.Missing())
		say(t, s, four[i], "10")
		p := s.Profile()
		if i < 2 {
			require.Equal(t, four[i+1:3], p.Unfinished.Unrated)
			s = core(t, p, opts)
		}
	}
	require.Zero(t, s.Profile().Unfinished)
}
