package profiles_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// Having no right to it, or owing secrecy, is nothing that an owner can choose in
// order to reach another verdict.
func TestNoBarIsOfferedAsAChoice(t *testing.T) {
	t.Parallel()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	never := []engine.Setting{
		{Fact: "rights_cleared", Answer: engine.Value("no")},
		{Fact: "confidentiality_duty", Answer: engine.Yes},
		{Fact: "secrets_removable", Answer: engine.Value("false")},
		{Fact: "own_use_allowed", Answer: engine.Value("false")},
	}
	check := func(name string, p engine.Profile) {
		r, err := e.Analyse(t.Context(), p)
		require.NoError(t, err)
		for _, flip := range r.Sensitivity.FlipFacts {
			for _, s := range flip.Set {
				if slices.Contains(never, s) {
					require.Equal(t, engine.ByBar, flip.By, "%s: %s=%s", name, s.Fact, s.Answer)
				}
			}
		}
	}
	for _, preset := range profiles.Presets() {
		p, err := profiles.Preset(preset.Name)
		require.NoError(t, err)
		check(preset.Name, p)
	}
	for _, documented := range profiles.Cases() {
		p, err := profiles.Case(documented.Name)
		require.NoError(t, err)
		check(documented.Name, p)
	}
}
