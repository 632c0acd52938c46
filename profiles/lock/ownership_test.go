package lock_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit/scribble"
)

// A lock has no memory in common with the recommendation, and the profile and the changes
// that it gives have none with the lock.
func TestLocksAreOnesOwnAtOnce(t *testing.T) {
	t.Parallel()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	p := preset(t, "model_startup")
	r, err := e.Analyse(context.Background(), p)
	require.NoError(t, err)
	doc, err := plainResult(e.Pack(), r)
	require.NoError(t, err)
	kept := listLocks(t)
	was, now := lock.FromRecommendation(r), mustParse(kept[0])
	given := []any{r, was, now, doc, kept}
	before := scribble.Describe(given)
	scribble.RequireOwn(t, map[string]func() any{
		"FromRecommendation": func() any { return lock.FromRecommendation(r) },
		"FromResult":         func() any { return must(lock.FromResult("x", doc)) },
		"Parse":              func() any { return mustParse(kept[0]) },
		"AsProfile":          func() any { p := was.AsProfile(); return &p },
		"Compare":            func() any { return changed(lock.Compare(was, now)) },
		"Explain":            func() any { return changed(must(lock.Explain(context.Background(), e, now, r))) },
		"FindMovers":         func() any { return must(lock.FindMovers(context.Background(), e, lock.Compare(now, was))) },
	})
	require.Equal(t, before, scribble.Describe(given), "what was given stays as it was")
}

// changed gives a change without the two locks, which it names.
func changed(c *lock.LockChange) *lock.LockChange {
	c.From, c.To = nil, nil
	return c
}

func mustParse(data []byte) *lock.Lock { return must(lock.Parse("x", data)) }

// plainResult writes a result as JSON.
func plainResult(pack *rules.Pack, r *engine.Recommendation) ([]byte, error) {
	var b bytes.Buffer
	err := report.Write(&b, pack, r, report.JSON)
	return b.Bytes(), err
}

// must gives a result that is known to come.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
