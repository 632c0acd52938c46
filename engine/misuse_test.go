package engine_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// An engine that was not made says so, whatever it is asked.
func TestEngineNotMade(t *testing.T) {
	t.Parallel()
	_, err := engine.New(nil)
	require.ErrorIs(t, err, engine.ErrNoPack)
	for _, e := range []*engine.Engine{nil, {}} {
		_, err := e.Recommend(t.Context(), engine.Profile{})
		require.ErrorIs(t, err, engine.ErrNotMade)
		_, err = e.Analyse(t.Context(), engine.Profile{})
		require.ErrorIs(t, err, engine.ErrNotMade)
		_, err = e.FindContradictions(engine.Profile{})
		require.ErrorIs(t, err, engine.ErrNotMade)
		require.Nil(t, e.Pack())

		v := engine.NewEvaluator(e)
		_, err = v.Evaluate(t.Context(), &engine.Profile{})
		require.ErrorIs(t, err, engine.ErrNotMade)
		v.Clear()
		require.Equal(t, &engine.Outcome{Verdict: engine.Verdict{Stance: engine.NoBasis}}, v.Outcome())
		require.Empty(t, v.Forms())
		require.False(t, v.Ready() || v.Weigh(0, 1) || v.Choose(0, 0) || v.Answer(0, engine.Unknown))
	}
}

// An evaluator takes no place that the pack does not have, and goes on as before.
func TestEvaluatorRefusesPlaces(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	v := engine.NewEvaluator(core(t))
	for _, at := range []int{-1, len(pack.Facts), math.MaxInt, math.MinInt} {
		require.False(t, v.Choose(at, 0) || v.Answer(at, engine.Unknown), at)
	}
	for _, at := range []int{-1, len(pack.Priorities), math.MaxInt} {
		require.False(t, v.Weigh(at, 1), at)
	}
	for i := range pack.Facts {
		values := len(pack.Facts[i].ValueIDs())
		for _, value := range []int{-1, values, values + 256, math.MaxInt} {
			require.False(t, v.Choose(i, value), "%s %d", pack.Facts[i].ID, value)
		}
		require.Equal(t, values > 0, v.Choose(i, 0), pack.Facts[i].ID)
	}
	require.False(t, v.Weigh(0, math.NaN()) || v.Weigh(0, -1) || v.Weigh(0, 11))
	v.Clear()
	nothing, err := v.Evaluate(t.Context(), nil)
	require.NoError(t, err)
	require.Equal(t, engine.NoBasis, nothing.Stance)
}

// An option that is none is passed over.
func TestAnalyseWithoutOption(t *testing.T) {
	t.Parallel()
	_, err := core(t).Analyse(t.Context(), engine.Profile{}, nil)
	require.NoError(t, err)
}
