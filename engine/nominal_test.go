package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine/internal/gen"
)

// A flip is real only if a trial decides as Recommend does, to the last bit.
func TestNominalIsRecommend(t *testing.T) {
	check(t, func(t *rapid.T) {
		_, e, profile := drawn(t, gen.Usual)
		r := decide(t, e, profile)
		values, option, stance, err := e.NominalValues(profile)
		require.NoError(t, err)
		require.Equal(t, r.Option, option)
		require.Equal(t, r.Stance, stance)
		for o := range values {
			if r.Score.Exists() {
				require.Equal(t, r.Options[o].Value.Nominal, values[o], r.Options[o].ID) // bit for bit
			}
		}
	})
}
