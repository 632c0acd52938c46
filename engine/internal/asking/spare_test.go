package asking_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/asking"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// Either of two answers settles the closed option alone. The weaker one is missed less, so it
// is what is taken back first; then the stronger one has to stay, and it alone is asked for,
// wherever the facts stand in the pack.
func TestWhatIsMissedLeastIsTakenBackFirst(t *testing.T) {
	t.Parallel()
	for _, facts := range [][]string{{"strong", "weak"}, {"weak", "strong"}} {
		p := testkit.BarePack(facts...)
		testkit.ArgueClosed(p, "much", 1, testkit.Holds("strong"))
		testkit.ArgueClosed(p, "less", 0.6, testkit.Holds("weak"))
		e, err := engine.New(p)
		require.NoError(t, err)
		require.Equal(t, "strong weak", order(t, e, answers(), "weak strong", asking.Pending{}, answers("strong", "weak")), "%v", facts)
	}
}
