package engine_test

import (
	"maps"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine/internal/gen"
)

// What is said to turn a dimension turns it.
func TestDimensionTurnsTurn(t *testing.T) {
	turned := 0
	check(t, func(t *rapid.T) {
		_, e, profile := drawn(t, gen.Usual)
		r := analyse(t, e, profile)
		sides := map[string]float64{}
		for _, d := range r.Dimensions {
			sides[d.ID] = d.Contribution
		}
		for _, x := range r.Sensitivity.DimensionTurns {
			changed := profile
			if x.Set != nil {
				require.Empty(t, x.Priority)
				changed = gen.WithAnswer(profile, x.Set.Fact, x.Set.Answer)
			} else {
				changed.Weights = maps.Clone(profile.Weights)
				if changed.Weights == nil {
					changed.Weights = map[string]float64{}
				}
				changed.Weights[x.Priority] = x.Weight
				changed.Ranges = nil
			}
			after := decide(t, e, changed)
			for _, d := range after.Dimensions {
				if d.ID == x.Dimension {
					require.Negative(t, d.Contribution*sides[d.ID], "%+v", x)
					turned++
				}
			}
		}
	})
	require.Positive(t, turned)
}
