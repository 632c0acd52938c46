package session_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// FuzzAnswers gives any lines to a session, which are answers but for a few words: "b"
// goes back, "e 2" to the second thing said, "u", "s" and "-" say that nothing is known,
// said or asked, "x" asks for more. What is no answer is told with a code. An answer that
// counts is one that the question takes again and that the engine takes; whoever goes back
// and says the same has the same profile; and at the end nothing is open.
func FuzzAnswers(f *testing.F) {
	for i, lines := range []string{
		"1 2\n9\n7..9\ny\n1\n2\nb\n1\n", "1=9 2=4-6\ns\nu\n-\n1\ne 1\n2\n", "1 2 3\n2>1=3\n50 30 20\n1 9\n2 =\nx\n1,2\n",
		"0\n-1\n99999999999999999999\n1e400\nNaN\nInf\n0x1p-2\n1_0\n5.5..5.5\n9..1\n", "1=\n=1\n==\n1=1=1\n,\n、\n \n\xff\n\u202e\n", "b\nb\ne 0\ne 9\n", "",
	} {
		for method := range elicit.Methods() {
			f.Add(uint8(method|(i%4)<<3), lines)
		}
	}
	pack, err := rules.Load(testkit.FilesOfSmallPack())
	require.NoError(f, err)
	e, err := engine.New(pack)
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, flags uint8, lines string) {
		if len(lines) > 1000 {
			return // longer rounds find nothing else
		}
		methods := elicit.Methods()
		s := start(t, e, engine.Profile{}, session.Config{Method: methods[int(flags&7)%len(methods)], Full: flags&8 > 0, Fixed: flags&16 > 0})
		for line := range strings.SplitSeq(lines, "\n") {
			takeLine(t, s, line)
		}
		_, err := e.Recommend(background, s.Profile())
		require.NoError(t, err)
		endSession(t, s)
	})
}

// takeLine does what a line says.
func takeLine(t *testing.T, s *session.Session, line string) {
	t.Helper()
	q, err := s.Next(background)
	require.NoError(t, err)
	number, isEdit := strings.CutPrefix(line, "e ")
	switch {
	case line == "b":
		s.Back()
	case line == "x":
		s.Extend()
	case isEdit:
		said := s.Review()
		if n, err := strconv.Atoi(number); err == nil && n >= 1 && n <= len(said) {
			require.NoError(t, s.Edit(said[n-1].Question.ID))
		}
	case q == nil:
		_, err = s.Answer(background, line)
		require.ErrorIs(t, err, session.ErrNoQuestion)
	default:
		answerTwice(t, s, q, line)
	}
}

// answerTwice answers a question, goes back to it and says the same again.
func answerTwice(t *testing.T, s *session.Session, q *session.Question, line string) {
	t.Helper()
	before := s.Profile()
	said, err := sayLine(s, q, line)
	if err != nil {
		list, ok := diag.From(err)
		require.True(t, ok, "%v", err)
		require.NotEmpty(t, list)
		require.Equal(t, before, s.Profile(), "what is no answer changes nothing")
		return
	}
	after := s.Profile()
	again := goBackTo(t, s, q.ID)
	require.Equal(t, withoutWeights(said, q), again.Given, "weights said with a choice are answers of their own")
	if said.State == session.Answered {
		_, err = s.Answer(background, said.Values...)
	} else {
		_, err = sayLine(s, again, line)
	}
	require.NoError(t, err)
	require.Equal(t, after, s.Profile())
}

// withoutWeights gives an answer without the weights that came with a choice.
func withoutWeights(g session.GivenAnswer, q *session.Question) session.GivenAnswer {
	if q.Kind == session.Choose {
		g.Values = slices.Clone(g.Values)
		for i, v := range g.Values {
			g.Values[i], _, _ = strings.Cut(v, "=")
		}
	}
	return g
}

// goBackTo goes back to a question: over weights that were said together with it, and over
// all that was said since, if it was said before and changed.
func goBackTo(t *testing.T, s *session.Session, id string) *session.Question {
	t.Helper()
	for s.Back() {
		if q := next(t, s); q.ID == id {
			return q
		}
	}
	t.Fatalf("no way back to %s", id)
	return nil
}

// sayLine tells a session a line, and gives what it took it for.
func sayLine(s *session.Session, q *session.Question, line string) (session.GivenAnswer, error) {
	var err error
	switch line {
	case "u":
		_, err = s.Unknown(background)
		return session.GivenAnswer{State: session.Unknown}, err
	case "s":
		_, err = s.Skip(background)
		return session.GivenAnswer{State: session.Skipped}, err
	case "-":
		_, err = s.NotApplicable(background)
		return session.GivenAnswer{State: session.NotApplicable}, err
	}
	values, err := q.Parse(line)
	if err != nil {
		return session.GivenAnswer{}, err
	}
	_, err = s.Answer(background, values...)
	return session.GivenAnswer{State: session.Answered, Values: values}, err
}

// endSession skips what is still open, which ends.
func endSession(t *testing.T, s *session.Session) {
	t.Helper()
	for range 1000 {
		q, err := s.Next(background)
		require.NoError(t, err)
		if q == nil {
			require.Empty(t, s.Missing())
			return
		}
		_, err = s.Skip(background)
		require.NoError(t, err)
	}
	t.Fatal("the questions never end")
}
