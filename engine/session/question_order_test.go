package session_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// answer says what the profile says to a question.
func answer(t require.TestingT, s *session.Session, q *session.Question, p engine.Profile) {
	var err error
	a, stated := p.Facts[q.ID]
	value, known := a.Known()
	w, rated := p.Weights[q.ID]
	switch {
	case q.Kind == session.Choose && len(p.Weights) > 0:
		var ids []string
		for _, c := range q.Choices {
			if _, ok := p.Weights[c.ID]; ok && (q.Most == 0 || len(ids) < q.Most) {
				ids = append(ids, c.ID)
			}
		}
		_, err = s.Answer(background, ids...)
	case rated:
		_, err = s.Answer(background, engine.Number(w).String())
	case known:
		_, err = s.Answer(background, value)
	case a == engine.NotApplicable:
		_, err = s.NotApplicable(background)
	case stated:
		_, err = s.Unknown(background)
	default:
		_, err = s.Skip(background)
	}
	require.NoError(t, err)
}

// implied adds to a profile what its other answers imply: the value of an
// unanswered fact without which a stated one would never be asked for.
func implied(p engine.Profile) engine.Profile {
	pack := rules.Core()
	out := p
	out.Facts = maps.Clone(p.Facts)
	texts := map[string]string{}
	for id, a := range p.Facts {
		texts[id] = a.String()
	}
	for i := range pack.Facts {
		f := &pack.Facts[i]
		if _, known := p.Facts[f.ID].Known(); !known || pack.ReadAnswers(texts).Truth(f.AskedIf) != rules.Unknown {
			continue
		}
		for _, id := range f.AskedIf.Facts(nil) {
			for _, v := range factOf(id).ValueIDs() {
				also := maps.Clone(texts)
				also[id] = v
				if _, stated := texts[id]; !stated && pack.ReadAnswers(also).Truth(f.AskedIf) == rules.True {
					out.Facts[id] = engine.Value(v)
				}
			}
		}
	}
	return out
}

func factOf(id string) *rules.Fact {
	pack := rules.Core()
	for i := range pack.Facts {
		if pack.Facts[i].ID == id {
			return &pack.Facts[i]
		}
	}
	return &rules.Fact{}
}

// course is how a questionnaire on a documented case went.
type course struct {
	questions int // asked in all
	stop      int // asked until the session said that nothing can change the result
	reach     int // asked until the option was the last one and stayed
}

func ask(t *testing.T, e *engine.Engine, p engine.Profile, opts session.Config) course {
	s := start(t, e, engine.Profile{}, opts)
	var options []string
	c := course{}
	for {
		q, err := s.Next(background)
		require.NoError(t, err)
		if q == nil {
			break
		}
		answer(t, s, q, p)
		r, err := s.Peek(background)
		require.NoError(t, err)
		options = append(options, r.Option)
		can, err := s.CanStillChange(background)
		require.NoError(t, err)
		if !can && c.stop == 0 {
			c.stop = len(options)
		}
	}
	c.questions, c.reach = len(options), len(options)
	for c.reach > 1 && options[c.reach-2] == options[c.questions-1] {
		c.reach--
	}
	require.NotZero(t, c.stop, "with all asked, nothing is open")
	require.GreaterOrEqual(t, c.stop, c.reach, "the session never says so too early")
	return c
}

// precedents are the documented decisions, in the order of their list.
func precedents(t require.TestingT) (out []engine.Profile) {
	for _, info := range profiles.Cases() {
		p, err := profiles.Case(info.Name)
		require.NoError(t, err)
		out = append(out, p)
	}
	return out
}

// The adaptive order reaches the verdict of the full questionnaire, and knows
// that nothing open can change it, after at most 70 % of its questions, on the
// mean of the documented cases; every fourth stands for all but in "make long".
// The aim is 60 %, which ten options met; with some thirty forms to be told apart
// it takes 65 %. It expects answers as in the other cases, never as in the one
// that it asks about.
func TestAdaptiveOrderIsShort(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	said := precedents(t)
	stop, reach, fixed := 0.0, 0.0, 0.0
	n := 0.0
	for i := 0; i < len(said); i += testkit.StrideOf(4) {
		n++
		p := implied(said[i])
		others := slices.Delete(slices.Clone(said), i, i+1)
		c := ask(t, e, p, session.Config{Full: true, Precedents: others})
		f := ask(t, e, p, session.Config{Full: true, Fixed: true})
		require.Equal(t, f.questions, c.questions, "the order changes no question")
		stop += float64(c.stop) / float64(c.questions)
		reach += float64(c.reach) / float64(c.questions)
		fixed += float64(f.stop) / float64(f.questions)
		t.Logf("%-28s %d questions: stop after %d (fixed order %d), verdict reached after %d", profiles.Cases()[i].Name, c.questions, c.stop, f.stop, c.reach)
	}
	t.Logf("mean: stop %.3f, fixed order %.2f, verdict reached %.2f", stop/n, fixed/n, reach/n)
	require.LessOrEqual(t, reach/n, stop/n)
	if testing.Short() {
		return // some cases say nothing about the mean of all
	}
	require.LessOrEqual(t, stop/n, 0.70)
	require.Less(t, stop, fixed)
}
