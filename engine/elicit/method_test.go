package elicit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/elicit"
)

func TestMethodsHaveKeysOfTheirOwn(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for i, m := range elicit.Methods() {
		require.True(t, m.Valid())
		require.NotEmpty(t, m.Key())
		require.False(t, seen[m.Key()], m)
		seen[m.Key()] = true
		require.Equal(t, m.Key(), elicit.MethodKeys()[i])
		back, ok := elicit.MethodByKey(m.Key())
		require.True(t, ok)
		require.Equal(t, m, back)
	}
	require.False(t, elicit.Method("guess").Valid())
	require.Empty(t, elicit.Method("guess").Key())
	_, ok := elicit.MethodByKey("guess")
	require.False(t, ok)
}

func TestInputKnowsItsMethod(t *testing.T) {
	t.Parallel()
	for want, in := range map[elicit.Method]elicit.Input{
		elicit.ByRating: {}, elicit.ByRanking: {Ranking: [][]string{}}, elicit.ByPoints: {Points: map[string]float64{}},
		elicit.ByPairs: {Pairs: []elicit.Judgement{}}, elicit.ByBestWorst: {BestWorst: &elicit.BestWorstInput{}},
	} {
		require.Equal(t, want, in.Method())
	}
}
