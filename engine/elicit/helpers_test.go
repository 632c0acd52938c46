package elicit_test

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/diag"
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

func TestErrorsAreDiagnostics(t *testing.T) {
	t.Parallel()
	_, err := elicit.Pairs([]string{"reach", "revenue"}, []elicit.Judgement{{A: "reach", B: "revenu", Times: 3}})
	var list diag.List
	require.True(t, errors.As(err, &list))
	require.Equal(t, "revenue", list[0].Suggest)
}
