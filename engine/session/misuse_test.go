package session_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
)

// A session without an engine, or by a method that is none, is an error.
func TestNewSessionRefuses(t *testing.T) {
	t.Parallel()
	for _, e := range []*engine.Engine{nil, {}} {
		_, err := session.New(e, engine.Profile{}, session.Config{})
		require.ErrorIs(t, err, engine.ErrNotMade)
	}
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	_, err = session.New(e, engine.Profile{}, session.Config{Method: "guess"})
	require.ErrorContains(t, err, `"guess" is no method`)

	var none session.Session
	_, err = none.Next(t.Context())
	require.ErrorIs(t, err, engine.ErrNotMade)
	_, err = none.Answer(t.Context(), "yes")
	require.ErrorIs(t, err, engine.ErrNotMade)

	s, err := session.New(e, engine.Profile{}, session.Config{})
	require.NoError(t, err)
	require.Nil(t, s.OptionTitle("nope"))
	require.Nil(t, s.QuestionByID("nope"))
}
