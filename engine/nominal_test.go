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
		p, e, profile := drawn(t, gen.Usual)
		r := decide(t, e, profile)
		values, option, stance, err := e.NominalValues(profile)
		require.NoError(t, err)
		require.Equal(t, r.Option, option)
		require.Equal(t, r.Stance, stance)
		for i, f := range listForms(p, r) {
			if r.Score.Exists() {
				require.Equal(t, f.Value.Nominal, values[i], f.ID) // bit for bit
			}
		}
	})
}
