package elicit_test

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// codes lists the codes of an error, in order.
func codes(t *testing.T, err error) []string {
	t.Helper()
	list, ok := diag.From(err)
	require.True(t, ok, "%v", err)
	var out []string
	for _, d := range list {
		require.NotContains(t, d.Message("en"), "{")
		require.NotContains(t, d.Message("zh"), "{")
		out = append(out, d.Code)
	}
	slices.Sort(out)
	return out
}

// shares are weights that sum to 1, as papers print them.
func shares(w elicit.Weights) map[string]float64 {
	sum := 0.0
	for _, id := range slices.Sorted(maps.Keys(w)) {
		sum += w[id]
	}
	out := map[string]float64{}
	for id, x := range w {
		out[id] = x / sum
	}
	return out
}

func sameWithin(t require.TestingT, want map[string]float64, got map[string]float64, slack float64) {
	require.Len(t, got, len(want))
	for id, x := range want {
		require.InDelta(t, x, got[id], slack, id)
	}
}

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

func TestPoints(t *testing.T) {
	t.Parallel()
	// Edwards and Barron (1994, "SMARTS and SMARTER", Organizational Behavior
	// and Human Decision Processes 60): weights are the points over their sum.
	given := map[string]float64{"a": 50, "b": 25, "c": 25, "d": 0}
	w, err := elicit.Points(given)
	require.NoError(t, err)
	require.Equal(t, elicit.Weights{"a": 10, "b": 5, "c": 5, "d": 0}, w)
	require.Zero(t, elicit.PointsLeft(given))
	_, err = elicit.Points(map[string]float64{"a": 33.33, "b": 33.33, "c": 33.33})
	require.NoError(t, err, "thirds sum up")
}

func TestPointsSayWhatIsLeft(t *testing.T) {
	t.Parallel()
	given := map[string]float64{"a": 50, "b": 30}
	require.EqualValues(t, 20, elicit.PointsLeft(given))
	_, err := elicit.Points(given)
	require.Equal(t, []string{"AJ313"}, codes(t, err))
	require.ErrorContains(t, err, "20 of the 100 points are left")
	given["c"] = 35.5
	require.EqualValues(t, -15.5, elicit.PointsLeft(given))
	_, err = elicit.Points(given)
	require.ErrorContains(t, err, "15.5 points more than 100")
	_, err = elicit.Points(map[string]float64{"a": 101, "b": -1, "c": nan})
	require.Equal(t, []string{"AJ312", "AJ312", "AJ312"}, codes(t, err))
	_, err = elicit.Points(nil)
	require.Equal(t, []string{"AJ310"}, codes(t, err)[:1])
	_, err = elicit.Points(map[string]float64{"a": 0})
	require.Equal(t, []string{"AJ313"}, codes(t, err))
}

func TestErrorsAreDiagnostics(t *testing.T) {
	t.Parallel()
	_, err := elicit.Pairs([]string{"reach", "revenue"}, []elicit.Judgement{{A: "reach", B: "revenu", Times: 3}})
	var list diag.List
	require.True(t, errors.As(err, &list))
	require.Equal(t, "revenue", list[0].Suggest)
}
