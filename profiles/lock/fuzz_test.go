package lock_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules/diag"
)

// FuzzParse: any text is a lock, which says again what it said, or mistakes with codes.
func FuzzParse(f *testing.F) {
	golden, err := os.ReadFile("testdata/small.lock.json")
	require.NoError(f, err)
	f.Add(golden)
	f.Add([]byte(`{"schema": "ajar.lock/1", "answers": {"excluded": [], "facts": {}, "priorities": {"a": 1}, "ranges": {"b": [1, 2]}, "parts": {"c": {"facts": {"d": "e, f"}, "like": ""}}, "weights_sure": ""}, "dimensions": {"g": -1}, "profile": {"digest": "", "name": ""}, "rules": {"digest": "", "name": ""}, "verdict": {"option": "", "split": "", "stance": "none"}}`))
	for _, text := range []string{"", "{}", "[]", "null", `{"schema": null}`, `{"schema": "ajar.lock/2", "schema": 1}`, "<<<<<<< HEAD\n", "\ufeff{}", "[[[[[[[["} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := lock.Parse("x.lock.json", data)
		if err != nil {
			list, ok := diag.From(err)
			require.True(t, ok)
			require.NotEmpty(t, list)
			return
		}
		again, err := lock.Parse("x.lock.json", l.Marshal())
		if l.Schema == lock.Schema {
			require.NoError(t, err)
			require.Equal(t, string(l.Marshal()), string(again.Marshal()))
		}
		require.False(t, lock.Compare(l, l).VerdictMoved)
		for _, w := range l.Answers.Priorities {
			require.True(t, w >= 0 && w <= 10)
		}
	})
}
