package profiles_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// TestPatterns checks the core pack on profiles that were written from the
// evidence, before the rules: one for each mixed pattern, each veto, each
// option and some typical owners. Their comments say what must come out, once
// with the priorities and once on the facts alone.
func TestPatterns(t *testing.T) {
	t.Parallel()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	files, err := filepath.Glob("testdata/patterns/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			t.Parallel()
			p, err := profiles.Load(file)
			require.NoError(t, err)
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			check(t, e, p, expected(t, string(text), "# expect: "))
			p.Weights = nil
			check(t, e, p, expected(t, string(text), "# facts alone: "))
		})
	}
}

// expected reads "key=one|other key=value" from the comment line that starts
// with the mark.
func expected(t *testing.T, text, mark string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for line := range strings.Lines(text) {
		words, ok := strings.CutPrefix(line, mark)
		if !ok {
			continue
		}
		for _, word := range strings.Fields(words) {
			key, value, ok := strings.Cut(word, "=")
			require.True(t, ok, word)
			out[key] = strings.FieldsFunc(value, func(r rune) bool { return r == '|' || r == ',' })
		}
	}
	require.Contains(t, out, "stance", "the comment %q is missing", mark)
	return out
}

// check holds a recommendation against the comment: the stance and the option
// (one of those named), a veto that blocks, a duty, options that must not be
// available.
func check(t *testing.T, e *engine.Engine, p engine.Profile, want map[string][]string) {
	t.Helper()
	r, err := e.Recommend(context.Background(), p)
	require.NoError(t, err)
	available := map[string]bool{}
	var blocking, duties []string
	for _, o := range r.Options {
		available[o.ID] = o.Available
		blocking = append(blocking, ids(o.BlockedBy)...)
	}
	duties = ids(r.Duties)
	for key, values := range want {
		switch key {
		case "stance":
			require.Contains(t, values, string(r.Stance), "option %s", r.Option)
		case "option":
			require.Contains(t, values, r.Option)
		case "veto":
			require.Subset(t, blocking, values)
		case "duty":
			require.Subset(t, duties, values)
		case "not":
			for _, id := range values {
				require.Contains(t, available, id)
				require.False(t, available[id], id)
			}
		default:
			require.Fail(t, "unknown key in the comment", key)
		}
	}
}

func ids(vetoes []engine.Veto) []string {
	var out []string
	for _, v := range vetoes {
		if v.Rule != nil && v.Certain && !slices.Contains(out, v.Rule.ID) {
			out = append(out, v.Rule.ID)
		}
	}
	return out
}
