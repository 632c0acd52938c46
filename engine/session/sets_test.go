package session_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
)

// startWithSet asks about one set, of which the first value stands alone.
func startWithSet(t *testing.T, said engine.Answer) *session.Session {
	t.Helper()
	p := rules.Core().Clone()
	p.Facts[0] = rules.Fact{
		ID: p.Facts[0].ID, Type: rules.SetFact, Source: p.Facts[0].Source,
		Values: append([]rules.FactValue{{ID: "nothing", Alone: true}}, p.Facts[0].Values...),
	}
	e, err := engine.New(p)
	require.NoError(t, err)
	facts := map[string]engine.Answer{}
	if said != engine.Unknown {
		facts["kind"] = said
	}
	s := start(t, e, profile(facts, nil), session.Config{Only: []string{"kind"}})
	require.NoError(t, s.Edit("kind"))
	return s
}

func TestAnswerToASet(t *testing.T) {
	t.Parallel()
	s := startWithSet(t, engine.Unknown)
	q := next(t, s)
	require.Equal(t, session.SomeOf, q.Kind)
	require.Equal(t, []string{"nothing", "software", "model", "both"}, choices(q))
	for _, text := range []string{"2 4", "4,2", "both software", "4 2 2"} {
		values, err := q.Parse(text)
		require.NoError(t, err)
		require.Equal(t, []string{"software", "both"}, values, text)
	}
	for text, want := range map[string]string{
		"1 2": `AJ306 "1 nothing" of "kind" excludes the other values`,
		"2 9": `AJ331`,
		"":    `AJ333`,
	} {
		_, err := q.Parse(text)
		require.ErrorContains(t, err, want, text)
	}
	_, err := s.Answer(background, "both", "nothing")
	require.ErrorContains(t, err, "AJ306")
	say(t, s, "kind", "both", "software")
	require.Equal(t, engine.Set("both", "software"), s.Profile().Facts["kind"])
}

// What a profile says is marked, and what it leaves open stays so until there is an
// answer.
func TestSetThatIsKnownInPart(t *testing.T) {
	t.Parallel()
	said := engine.PartOfSet(map[string]rules.Truth{"model": rules.True, "both": rules.False})
	s := startWithSet(t, said)
	q := next(t, s)
	require.Equal(t, session.GivenAnswer{State: session.Answered, Values: []string{"model"}, Open: []string{"nothing", "software"}}, q.Given)
	require.NoError(t, s.Keep(background))
	require.Equal(t, said, s.Profile().Facts["kind"])
	require.NoError(t, s.Edit("kind"))
	say(t, s, "kind", q.Given.Values...)
	require.Equal(t, engine.Value("model"), s.Profile().Facts["kind"])
}
