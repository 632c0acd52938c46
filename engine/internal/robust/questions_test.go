package robust

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
)

// What answers lead to stands along the ladder, each once, then what has no option: that
// too each once, though its place on the ladder is the same.
func TestVerdictsStandAlongTheLadderEachOnce(t *testing.T) {
	t.Parallel()
	verdict := func(option int, stance rules.Stance) evaluate.Verdict {
		return evaluate.Verdict{Option: option, Stance: stance}
	}
	got := sortVerdicts([]evaluate.Verdict{
		verdict(-1, "none"), verdict(3, rules.Open), verdict(-1, "no_basis"), verdict(0, rules.Closed), verdict(-1, "none"), verdict(3, rules.Open), verdict(-1, "no_basis"),
	}, 4)
	require.Equal(t, []evaluate.Verdict{verdict(0, rules.Closed), verdict(3, rules.Open), verdict(-1, "no_basis"), verdict(-1, "none")}, got)
}
