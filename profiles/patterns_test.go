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

// newPatternSchema is a profile that was written from the evidence, before the rules:
// there is one for each mixed pattern, each bar, each option and some typical
// owners. Its comments say what must come out, once with the priorities and
// once on the facts alone.
type newPatternSchema struct {
	name           string
	profile, facts engine.Profile
	text           string
}

func patterns(t *testing.T) []newPatternSchema {
	t.Helper()
	files, err := filepath.Glob("testdata/patterns/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	out := make([]newPatternSchema, len(files))
	for i, file := range files {
		p, err := profiles.Load(file)
		require.NoError(t, err)
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		facts := p
		facts.Weights = nil
		out[i] = newPatternSchema{strings.TrimSuffix(filepath.Base(file), ".yaml"), p, facts, string(text)}
	}
	return out
}

func TestPatterns(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	for _, p := range patterns(t) {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			check(t, e, p.profile, expected(t, p.text, "# expect: "))
			check(t, e, p.facts, expected(t, p.text, "# facts alone: "))
		})
	}
}

// Each option is the answer to some situation, and every dimension can speak
// for either side.
func TestPatternsReachEverything(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	reached := map[string]bool{}
	least, greatest := map[string]float64{}, map[string]float64{}
	for _, p := range patterns(t) {
		for _, profile := range []engine.Profile{p.profile, p.facts} {
			r, err := e.Recommend(context.Background(), profile)
			require.NoError(t, err)
			reached[r.Option] = true
			for _, d := range r.Dimensions {
				if d.Lean.Exists() {
					least[d.ID] = min(least[d.ID], d.Lean.Nominal)
					greatest[d.ID] = max(greatest[d.ID], d.Lean.Nominal)
				}
			}
		}
	}
	for _, o := range rules.Core().Options {
		require.True(t, reached[o.ID], o.ID)
	}
	for _, d := range rules.Core().Dimensions {
		require.Less(t, least[d.ID], -0.5, d.ID)
		require.Greater(t, greatest[d.ID], 0.5, d.ID)
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
// (one of those named), a bar that holds, a duty, options that must not be
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
	for _, d := range r.Duties {
		duties = append(duties, d.ID)
	}
	for key, values := range want {
		switch key {
		case "stance":
			require.Contains(t, values, string(r.Stance), "option %s", r.Option)
		case "option":
			require.Contains(t, values, r.Option)
		case "bar":
			require.Subset(t, blocking, values)
		case "condition":
			require.Subset(t, ids(r.Conditions), values)
			require.False(t, r.Ready)
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

func ids(bars []engine.BarResult) []string {
	var out []string
	for _, b := range bars {
		if b.Limit == nil && b.State >= rules.BarredUntil && !slices.Contains(out, b.ID) {
			out = append(out, b.ID)
		}
	}
	return out
}
