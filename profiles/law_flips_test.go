package profiles_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
)

// Having no right to it, or owing secrecy, is nothing that an owner can choose in
// order to reach another verdict.
func TestNoBarIsOfferedAsAChoice(t *testing.T) {
	t.Parallel()
	never := []engine.Setting{
		{Fact: "rights_cleared", Answer: engine.Value("no")},
		{Fact: "confidentiality_duty", Answer: engine.Yes},
		{Fact: "secrets_removable", Answer: engine.Value("false")},
		{Fact: "own_use_allowed", Answer: engine.Value("false")},
	}
	for _, x := range analysedExamples(t) {
		for _, flip := range x.result.Sensitivity.FlipFacts {
			for _, s := range flip.Set {
				if slices.Contains(never, s) {
					require.Equal(t, engine.ByBar, flip.By, "%s: %s=%s", x.name, s.Fact, s.Answer)
				}
			}
		}
	}
}
