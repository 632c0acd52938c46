package lock_test

import (
	"io/fs"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules"
)

// What is not there cannot be compared, and a number that is none cannot be written.
func TestLockOfNothing(t *testing.T) {
	t.Parallel()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	rec, err := e.Recommend(t.Context(), engine.Profile{})
	require.NoError(t, err)
	l := lock.FromRecommendation(rec)
	require.Nil(t, lock.FromRecommendation(nil))
	require.Nil(t, lock.Compare(nil, l))
	require.Nil(t, lock.Compare(l, nil))
	_, err = lock.Explain(t.Context(), e, nil, rec)
	require.ErrorIs(t, err, fs.ErrInvalid)
	_, err = lock.Explain(t.Context(), e, l, nil)
	require.ErrorIs(t, err, fs.ErrInvalid)
	_, err = lock.Explain(t.Context(), nil, l, rec)
	require.ErrorIs(t, err, fs.ErrInvalid)
	movers, err := lock.FindMovers(t.Context(), e, nil)
	require.NoError(t, err)
	require.Empty(t, movers)
	l.Answers.Priorities["adoption_reach"] = math.NaN()
	require.Nil(t, l.Marshal())
}
