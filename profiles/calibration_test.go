package profiles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// The calibration is that of the pack and of the cases that come with it.
func TestCalibrationIsOfTheCorePack(t *testing.T) {
	t.Parallel()
	c := profiles.CoreCalibration()
	require.Equal(t, rules.Core().Identity(), c.Rules, "run make validity")
	require.Equal(t, len(profiles.Cases()), c.Cases)
	for _, list := range [][]profiles.WordCount{c.WithPriorities.Stance, c.WithPriorities.Option, c.FactsOnly.Stance, c.FactsOnly.Option} {
		require.Len(t, list, len(engine.Robustnesses()))
		for i, word := range engine.Robustnesses() {
			require.Equal(t, word, list[i].Word)
		}
	}
}

// What a caller does to the counts stays with the caller.
func TestCalibrationIsACopy(t *testing.T) {
	t.Parallel()
	profiles.CoreCalibration().FactsOnly.Option[0].Said = -1
	require.NotEqual(t, -1, profiles.CoreCalibration().FactsOnly.Option[0].Said)
}
