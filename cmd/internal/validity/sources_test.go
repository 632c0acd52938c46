package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
)

func TestSourcesAgeByTheMonthThatIsAsked(t *testing.T) {
	t.Parallel()
	sources := []rules.Source{
		{ID: "new", Mark: rules.Found, Checked: "2026-11"},
		{ID: "old", Mark: rules.Found, Checked: "2025-05"},
		{ID: "undated", Mark: rules.Found},
		{ID: "remembered", Mark: rules.FromMemory, Checked: "2026-11"},
	}
	require.Equal(t, "2026-11", findNewestCheck(sources))
	for asOf, stale := range map[string][]string{"2026-11": nil, "2026-12": {"old"}, "2028-06": {"new", "old"}} {
		got, err := sortSourcesByCheck(sources, asOf)
		require.NoError(t, err)
		require.Equal(t, agedSources{stale, []string{"undated"}, []string{"remembered"}}, got, asOf)
	}
	_, err := sortSourcesByCheck(sources, "November")
	require.Error(t, err)
}

// The table names what its reader should look at, and how many need no look.
func TestTheSourceTableCounts(t *testing.T) {
	t.Parallel()
	s := &study{asOf: "2028-06", pack: &rules.Pack{Sources: []rules.Source{
		{ID: "a", Mark: rules.Found, Checked: "2026-11"}, {ID: "b", Mark: rules.Found, Checked: "2028-01"}, {ID: "c", Mark: rules.FromMemory},
	}}}
	var b strings.Builder
	require.NoError(t, s.writeSourceTable(&b))
	require.Contains(t, b.String(), "Checked before that (1): `a`.")
	require.Contains(t, b.String(), "Found, but nobody noted when: none.")
	require.Contains(t, b.String(), "From memory (1): `c`.")
	require.Contains(t, b.String(), "Found and checked since: 1 of 3.")
}
