package lock_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules/diag"
)

// listLocks lists locks of every format as they were written, and a few that are nearly
// locks.
func listLocks(t require.TestingT) (out [][]byte) {
	kept, err := filepath.Glob("testdata/kept/*.lock.json")
	require.NoError(t, err)
	require.NotEmpty(t, kept)
	for _, name := range append(kept, "testdata/small.lock.json") {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		out = append(out, data)
	}
	for _, text := range []string{
		`{"schema": "ajar.lock/1", "answers": {"excluded": [], "facts": {}, "priorities": {"a": 1}, "ranges": {"b": [1, 2]}, "parts": {"c": {"facts": {"d": "e, f"}, "like": ""}}, "weights_sure": ""}, "dimensions": {"g": -1}, "profile": {"digest": "", "name": ""}, "rules": {"digest": "", "name": ""}, "verdict": {"option": "", "split": "", "stance": "none"}}`,
		"", "{}", "[]", "null", `{"schema": null}`, `{"schema": "ajar.lock/2", "schema": 1}`, "<<<<<<< HEAD\n", "\ufeff{}", "[[[[[[[[",
	} {
		out = append(out, []byte(text))
	}
	return out
}

// requireTold wants mistakes with codes.
func requireTold(t *testing.T, err error) {
	t.Helper()
	list, ok := diag.From(err)
	require.True(t, ok)
	require.NotEmpty(t, list)
}

// FuzzParse: any text is a lock, which says again what it said, or mistakes with codes.
func FuzzParse(f *testing.F) {
	for _, data := range listLocks(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := lock.Parse("x.lock.json", data)
		if err != nil {
			requireTold(t, err)
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

// FuzzCompare: between any two locks and back lies the same, with the sides changed; what
// moved has a cause, and what did not has none.
func FuzzCompare(f *testing.F) {
	locks := listLocks(f)
	for i := range locks {
		f.Add(locks[i], locks[(i+1)%len(locks)])
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		from, err := lock.Parse("a.lock.json", a)
		if err != nil {
			requireTold(t, err)
			return
		}
		to, err := lock.Parse("b.lock.json", b)
		if err != nil {
			requireTold(t, err)
			return
		}
		there, back := lock.Compare(from, to), lock.Compare(to, from)
		require.Equal(t, there.VerdictMoved, back.VerdictMoved)
		require.Equal(t, there.Cause, back.Cause)
		require.Equal(t, there.RulesChanged, back.RulesChanged)
		require.Equal(t, there.VerdictMoved || len(there.Leans) > 0, there.Cause != lock.NoCause)
		for i, d := range back.Answers {
			back.Answers[i].From, back.Answers[i].To = d.To, d.From
		}
		require.Equal(t, there.Answers, back.Answers)
		for i, d := range back.Leans {
			back.Leans[i].From, back.Leans[i].To = d.To, d.From
		}
		require.Equal(t, there.Leans, back.Leans)
		same := lock.Compare(from, from)
		require.Empty(t, same.Answers)
		require.Equal(t, lock.NoCause, same.Cause)
	})
}
