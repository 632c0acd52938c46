package compiled_test

import (
	"maps"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// compileSet makes rules with one set, of which some values stand alone.
func compileSet(alone ...string) *compiled.Rules {
	f := rules.Fact{ID: "income", Type: rules.SetFact}
	for _, id := range []string{"sales", "none", "grants"} {
		f.Values = append(f.Values, rules.FactValue{ID: id})
		for _, x := range alone {
			f.Values[len(f.Values)-1].Alone = f.Values[len(f.Values)-1].Alone || x == id
		}
	}
	return compiled.New(&rules.Pack{Facts: []rules.Fact{f}})
}

// stated gives the facts of a profile that says one thing of the set.
func stated(t *testing.T, e *compiled.Rules, text string) []int8 {
	t.Helper()
	answers := map[string]compiled.Answer{"income": {Value: text}}
	switch text {
	case "unknown":
		answers["income"] = compiled.Answer{State: compiled.StateUnknown}
	case "na":
		answers["income"] = compiled.Answer{State: compiled.StateNA}
	}
	in, err := e.IndexProfile(&compiled.Statement{Answers: maps.All(answers)})
	require.NoError(t, err)
	return in.StatedPieces
}

// One change adds or takes out one member, and what must follow from that follows.
func TestListMemberChanges(t *testing.T) {
	t.Parallel()
	with, without := compileSet("none"), compileSet()
	for _, c := range []struct {
		rules *compiled.Rules
		said  string
		want  []string
	}{
		{with, "unknown", []string{"sales", "none", "grants"}},
		{with, "na", []string{"sales", "none", "grants"}},
		{with, "sales", []string{"none", "grants, sales"}},
		{with, "grants, sales", []string{"grants", "none", "sales"}},
		{with, "none", []string{"sales", "grants"}},
		{with, "sales: yes", []string{"none: no, sales: no", "none", "grants, sales", "sales"}},
		{with, "sales: no", []string{"none: no, sales: yes", "none", "none: no, sales: no", "grants", "grants: no, sales: no"}},
		{with, "none: no, sales: no", []string{"none: no, sales: yes", "none", "grants"}},
		{without, "sales", []string{"none, sales", "grants, sales"}},
		{without, "grants, none, sales", []string{"grants, none", "grants, sales", "none, sales"}},
		{without, "sales: yes", []string{"sales: no", "none: yes, sales: yes", "none: no, sales: yes", "grants: yes, sales: yes", "grants: no, sales: yes"}},
	} {
		facts := stated(t, c.rules, c.said)
		var got []string
		for _, m := range c.rules.ListMemberChanges(facts, 0) {
			change := compiled.FactChange{Members: m}
			text := c.rules.AnswerFor(change).Value
			got = append(got, text)
			changed := make([]int8, len(facts))
			c.rules.Apply(changed, change)
			require.Equal(t, stated(t, c.rules, text), changed, "%s as stated in a profile", text)
		}
		require.Equal(t, c.want, got, c.said)
	}
}

// What answers a set keeps what is known of it.
func TestIsAnswer(t *testing.T) {
	t.Parallel()
	e := compileSet("none")
	answers := func(said string, change string) bool {
		return e.IsAnswer(stated(t, e, said), compiled.FactChange{Members: e.MembersIn(stated(t, e, change), 0)})
	}
	na := compiled.FactChange{Piece: compiled.StateNA}
	require.True(t, answers("unknown", "none"))
	require.True(t, answers("sales: yes", "grants, sales"))
	require.True(t, answers("sales: no", "none: no, sales: no"))
	require.False(t, answers("sales: yes", "grants"))
	require.False(t, answers("sales", "grants, sales"))
	require.False(t, answers("na", "sales"))
	require.True(t, e.IsAnswer(stated(t, e, "unknown"), na))
	require.False(t, e.IsAnswer(stated(t, e, "sales: yes"), na))
	facts := stated(t, e, "grants, sales")
	e.Apply(facts, na)
	require.Equal(t, stated(t, e, "na"), facts)
}

// A set counts as one fact, however many members it has.
func TestShareInCommon(t *testing.T) {
	t.Parallel()
	e := compileSet("none")
	for _, c := range []struct {
		a, b   string
		share  float64
		counts bool
	}{
		{"sales", "sales", 1, true},
		{"sales", "grants", 0, true},
		{"sales", "none", 0, true},
		{"sales", "grants, sales", 0.5, true},
		{"sales", "na", 0, true},
		{"na", "na", 0, false},
		{"sales", "unknown", 0, false},
		{"sales: yes", "grants, sales", 1, true},
		{"sales: no", "grants, sales", 0, true},
	} {
		share, counts := e.ShareInCommon(stated(t, e, c.a), stated(t, e, c.b), 0)
		require.Equal(t, c.share, share, "%s and %s", c.a, c.b)
		require.Equal(t, c.counts, counts, "%s and %s", c.a, c.b)
	}
}
