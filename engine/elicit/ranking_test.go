package elicit_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// Barron and Barrett (1996), Management Science 42, table of rank-order
// centroid weights for four and five attributes.
func TestRankingPublished(t *testing.T) {
	t.Parallel()
	w, err := elicit.Ranking([][]string{{"a"}, {"b"}, {"c"}, {"d"}})
	require.NoError(t, err)
	sameWithin(t, map[string]float64{"a": .5208, "b": .2708, "c": .1458, "d": .0625}, shares(w), .00005)
	w, err = elicit.Ranking([][]string{{"a"}, {"b"}, {"c"}, {"d"}, {"e"}})
	require.NoError(t, err)
	sameWithin(t, map[string]float64{"a": .4567, "b": .2567, "c": .1567, "d": .09, "e": .04}, shares(w), .00005)
	require.EqualValues(t, 10, w["a"])
}

func TestRankingTies(t *testing.T) {
	t.Parallel()
	// By hand: corners (1/1) and (1/3, 1/3, 1/3), so a = (1 + 1/3) / 2.
	w, err := elicit.Ranking([][]string{{"a"}, nil, {"b", "c"}})
	require.NoError(t, err)
	sameWithin(t, map[string]float64{"a": 2. / 3, "b": 1. / 6, "c": 1. / 6}, shares(w), 1e-12)
	w, err = elicit.Ranking([][]string{{"a", "b", "c"}})
	require.NoError(t, err)
	require.Equal(t, elicit.Weights{"a": 10, "b": 10, "c": 10}, w)
}

func TestRankingRefuses(t *testing.T) {
	t.Parallel()
	_, err := elicit.Ranking(nil)
	require.Equal(t, []string{"AJ310"}, codes(t, err))
	_, err = elicit.Ranking([][]string{{}, {}})
	require.Equal(t, []string{"AJ310"}, codes(t, err))
	_, err = elicit.Ranking([][]string{{"a", "b"}, {"b"}, {"a", "c", "a"}})
	require.Equal(t, []string{"AJ311", "AJ311"}, codes(t, err), "each name once")
}

// The centre of a set lies in it: the order is kept, ties are equal, and the
// greatest weight is 10.
func TestRankingKeepsTheOrder(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		var places [][]string
		next := 'a'
		for range rapid.IntRange(1, 9).Draw(t, "places") {
			var place []string
			for range rapid.IntRange(0, 3).Draw(t, "tied") {
				place = append(place, string(next))
				next++
			}
			places = append(places, place)
		}
		w, err := elicit.Ranking(places)
		if next == 'a' {
			require.Error(t, err)
			return
		}
		require.NoError(t, err)
		above := 10.0
		first := true
		for _, place := range places {
			for _, id := range place {
				require.InDelta(t, w[place[0]], w[id], 1e-12)
			}
			if len(place) > 0 {
				require.True(t, w[place[0]] < above || first && w[place[0]] == 10)
				above, first = w[place[0]], false
			}
		}
		require.Positive(t, above)
	})
}
