package engine_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// Every cell of the core pack can reach a justification: with only the
// priorities that it serves stated, it has mass and names them, unless a fact
// shuts it.
func TestEveryCellReachesTheResult(t *testing.T) {
	t.Parallel()
	e := core(t)
	cells := 0
	for _, d := range e.Pack().Dimensions {
		for _, a := range d.Arguments {
			if a.Shares == nil {
				continue
			}
			cells++
			t.Run(a.ID, func(t *testing.T) {
				t.Parallel()
				p := engine.Profile{Weights: map[string]float64{}}
				for _, id := range a.Shares.Keys() {
					p.Weights[id] = 7
				}
				r, err := e.Recommend(t.Context(), p)
				require.NoError(t, err)
				got := argumentOf(r, a.ID)
				require.NotNil(t, got)
				require.Positive(t, got.Mass)
				require.Len(t, got.Priorities, len(a.Shares))
				sum := 0.0
				for _, s := range got.Priorities {
					require.Contains(t, a.Shares.Keys(), s.ID)
					require.InDelta(t, 7, s.Weight, 0)
					sum += s.Share
				}
				require.InDelta(t, 1, sum, sums)
			})
		}
	}
	require.Equal(t, 44, cells)
}

// findArgument finds an argument with mass, nil if there is none.
func argumentOf(r *engine.Recommendation, id string) *engine.ArgumentResult {
	for _, d := range r.Dimensions {
		for i := range d.Arguments {
			if d.Arguments[i].ID == id {
				return &d.Arguments[i]
			}
		}
	}
	return nil
}

// The cells of one pull never count for a priority of the other.
func TestPriorityCountsForItsPullAlone(t *testing.T) {
	t.Parallel()
	e := core(t)
	for _, p := range e.Pack().Priorities {
		r, err := e.Recommend(t.Context(), engine.Profile{Weights: map[string]float64{p.ID: 10}})
		require.NoError(t, err)
		require.InDelta(t, signOf(p.Pull), r.Score.Nominal, sums, p.ID)
		served := slices.ContainsFunc(r.Dimensions, func(d engine.DimensionResult) bool {
			return slices.ContainsFunc(d.Arguments, func(a engine.ArgumentResult) bool { return a.Pull == p.Pull })
		})
		require.True(t, served, p.ID)
	}
	require.Equal(t, rules.Open, e.Pack().Priorities[0].Pull)
}
