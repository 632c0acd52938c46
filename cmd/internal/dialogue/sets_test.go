package dialogue_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
)

// A question with several answers says how to give them, and what does not go together
// is told.
func TestSeveralAnswersAtOnce(t *testing.T) {
	t.Parallel()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	x := newTalk(t, "en", fixed, "1 3", "2, 3", "")
	x.Session, err = session.New(e, engine.Profile{}, session.Config{Only: []string{"revenue_source"}})
	require.NoError(t, err)
	told := x.converse(t)
	require.Contains(t, told, "all that hold, as in 1 3.")
	require.Contains(t, told, `"1 none" of "revenue_source" excludes the other values`)
	require.Len(t, x.saved, 1)
	require.Equal(t, engine.Set("grants_donations", "licence_sales"), x.saved[0].Facts["revenue_source"])
}
