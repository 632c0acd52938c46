package profiles_test

import (
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

const formsDir = "testdata/forms/"

// Each form is right in some situation, and a near one shows where it stops being
// right. Both were written from what the form is for, before any result was seen.
func TestEachFormIsTheAdviceWhereItIsRight(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	for _, file := range listFormProfiles(t) {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			p, err := profiles.Load(formsDir + file)
			require.NoError(t, err)
			r, err := e.Recommend(t.Context(), p)
			require.NoError(t, err)
			require.Equal(t, expectedForm(t, file), r.Form, "%s", listBest(r))
			require.True(t, r.Ready, "waits for %s", listBars(r.Conditions))
		})
	}
}

// A form that no profile shows cannot be told apart from the others.
func TestEachFormHasItsProfileAndItsRivals(t *testing.T) {
	t.Parallel()
	files := listFormProfiles(t)
	forms := map[string]bool{}
	for i := range rules.Core().Options {
		for _, f := range rules.Core().Options[i].ListForms() {
			forms[f.ID] = true
			for _, name := range []string{f.ID + ".yaml", f.ID + "_rival.yaml"} {
				require.Contains(t, files, name)
			}
		}
	}
	for _, file := range files {
		id := strings.TrimSuffix(strings.TrimSuffix(file, ".yaml"), "_rival")
		require.True(t, forms[id], "%s is about no form of the pack", file)
		if want := expectedForm(t, file); strings.HasSuffix(file, "_rival.yaml") {
			require.NotEqual(t, id, want, "%s: the rival's profile is one in which the form is not right", file)
			require.True(t, forms[want], "%s expects %q, which is no form", file, want)
		}
	}
}

func listFormProfiles(t *testing.T) (files []string) {
	t.Helper()
	entries, err := os.ReadDir(formsDir)
	require.NoError(t, err)
	for _, f := range entries {
		files = append(files, f.Name())
	}
	return files
}

// expectedForm is what the first line of a rival's profile says, else the form that
// the file is named after.
func expectedForm(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(formsDir + file)
	require.NoError(t, err)
	first, _, _ := strings.Cut(string(text), "\n")
	if form, ok := strings.CutPrefix(first, "# expect: "); ok {
		return form
	}
	return strings.TrimSuffix(file, ".yaml")
}

// listBest names the best available form of each option, the best first.
func listBest(r *engine.Recommendation) []string {
	best := slices.Clone(r.Options)
	slices.SortStableFunc(best, func(a, b engine.OptionResult) int { return cmp.Compare(b.Value.Nominal, a.Value.Nominal) })
	var out []string
	for _, o := range best {
		if o.Available {
			out = append(out, o.Form)
		}
	}
	return out
}
