package main

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

// What a test would notice is killed, what none looks at lives, what never ends is stopped.
func TestVerdictsOnAToy(t *testing.T) {
	work := t.TempDir()
	mutants, binaries, err := buildMutants("testdata/toy", work, []string{"."}, regexp.MustCompile("^$"))
	require.NoError(t, err)
	tests, err := listTests(binaries, work)
	require.NoError(t, err)
	require.Len(t, tests, 2, "a test that fails with nothing broken says nothing")

	got := map[string]verdict{}
	for i := range mutants {
		got[mutants[i].function+": "+mutants[i].kind+" "+mutants[i].code] = judge(i+1, tests)
	}
	for name, want := range map[string]verdict{
		"Best: order cmp.Compare(scores[b], scores[a])": killed,
		"Best: tie cmp.Compare(scores[b], scores[a])":   killed,
		"Best: tie cmp.Compare(a, b)":                   survived,  // nothing is equal in the test
		"Best: bound scores[i] <= 0":                    unreached, // no score in the test is 0
		"Best: negation scores[i] <= 0":                 killed,
		`Best: and or scores[i] <= 0 || names[i] == ""`: killed,
		"Best: removed continue":                        killed,
		"Best: removed out = append(out, names[i])":     killed,
		"Best: min max min(limit, len(out))":            survived,
		"CountTo: bound at < n":                         killed,
		"CountTo: removed at += step":                   timedOut,
		"CountTo: sign step":                            timedOut,
		"-: one more 1":                                 killed,
		"Unseen: and or a && !b":                        unreached,
		"Unseen: negation !b":                           unreached,
	} {
		require.Equal(t, want, got[name], name)
	}
	for name := range got {
		require.NotRegexp(t, "len\\(scores\\)|one more 3", name, "room made ahead, and constants, change nothing or cannot")
	}
}
