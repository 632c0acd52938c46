package engine_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

func core(t testing.TB) *engine.Engine {
	t.Helper()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	return e
}

func TestZeroProfileIsNoBasis(t *testing.T) {
	t.Parallel()
	r, err := core(t).Recommend(t.Context(), engine.Profile{})
	require.NoError(t, err)
	require.Equal(t, engine.NoBasis, r.Stance)
	require.Empty(t, r.Option)
	require.Len(t, r.Dimensions, 11)
	require.True(t, math.IsNaN(r.Score.Nominal))
	require.Len(t, r.NotStated, 17)
	for _, d := range r.Dimensions {
		require.Zero(t, d.Importance)
		require.False(t, d.Lean.Exists(), d.ID)
	}
}

func TestIncomeFromTheProductLeansClosed(t *testing.T) {
	t.Parallel()
	r, err := core(t).Recommend(t.Context(), engine.Profile{
		Weights: map[string]float64{"predictable_revenue": 10, "ip_secrecy": 8, "adoption_reach": 3},
		Facts: map[string]engine.Answer{
			"kind": engine.Value("software"), "artefact_is_product": engine.Yes, "must_recoup": engine.Yes,
			"revenue_source": engine.Value("licence_sales"),
		},
	})
	require.NoError(t, err)
	require.Equal(t, engine.Closed, r.Stance)
	require.Negative(t, r.Score.Nominal)
	require.LessOrEqual(t, r.Score.Low, r.Score.Nominal)
	require.GreaterOrEqual(t, r.Score.High, r.Score.Nominal)
	sum := 0.0
	for _, d := range r.Dimensions {
		sum += d.Contribution
	}
	require.InDelta(t, r.Score.Nominal, sum, 1e-12)
}

func TestMistakesComeTogether(t *testing.T) {
	t.Parallel()
	_, err := core(t).Recommend(t.Context(), engine.Profile{
		Weights: map[string]float64{"adoption_reach": 11, "adoptoin_reach": 1, "ip_secrecy": math.NaN()},
		Facts:   map[string]engine.Answer{"kind": engine.Value("modle")},
		Limits:  []engine.Limit{{Exclude: []string{"open_cor"}}},
	})
	for _, want := range []string{
		`AJ302 the weight of "adoption_reach" is 11`, `AJ302 the weight of "ip_secrecy" is NaN`,
		`"adoptoin_reach"; did you mean "adoption_reach"?`, `"modle" is not a value of "kind"; did you mean "model"?`, `did you mean "open_core"?`,
	} {
		require.ErrorContains(t, err, want)
	}
}
