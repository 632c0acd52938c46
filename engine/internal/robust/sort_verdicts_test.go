package robust

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
)

// Along the ladder, each once, and at the end what has no option: there by the stance, each
// once too, though both stances came in turns.
func TestVerdictsAreSortedAndEachToldOnce(t *testing.T) {
	t.Parallel()
	none := func(s rules.Stance) evaluate.Verdict { return evaluate.Verdict{Form: -1, Option: -1, Stance: s} }
	of := func(form, option int) evaluate.Verdict {
		return evaluate.Verdict{Form: form, Option: option, Stance: rules.Open}
	}
	given := []evaluate.Verdict{none(rules.Open), of(2, 1), none(rules.Closed), of(0, 0), none(rules.Open), of(2, 1), none(rules.Closed)}
	got := sortVerdicts(given, 2)
	require.Len(t, got, 4)
	require.Equal(t, []evaluate.Verdict{of(0, 0), of(2, 1)}, got[:2])
	require.Equal(t, []evaluate.Verdict{none(rules.Closed), none(rules.Open)}, got[2:])
}
