package session_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

var background = context.Background()

// makeCoreEngine makes the one engine that all tests on the core pack share.
var makeCoreEngine = sync.OnceValues(func() (*engine.Engine, error) { return engine.New(rules.Core()) })

func coreEngine(t require.TestingT) *engine.Engine {
	e, err := makeCoreEngine()
	require.NoError(t, err)
	return e
}

// core starts a session on the core pack.
func core(t require.TestingT, p engine.Profile, opts session.Config) *session.Session {
	return start(t, coreEngine(t), p, opts)
}

func start(t require.TestingT, e *engine.Engine, p engine.Profile, opts session.Config) *session.Session {
	s, err := session.New(e, p, opts)
	require.NoError(t, err)
	return s
}

// next gives the question to ask, which must exist.
func next(t require.TestingT, s *session.Session) *session.Question {
	q, err := s.Next(background)
	require.NoError(t, err)
	require.NotNil(t, q)
	return q
}

// say answers the question with the id, which must be the one that is asked.
func say(t require.TestingT, s *session.Session, id string, values ...string) session.AnswerEffect {
	require.Equal(t, id, next(t, s).ID)
	c, err := s.Answer(background, values...)
	require.NoError(t, err)
	return c
}

// edit answers any question that is open or was answered.
func edit(t require.TestingT, s *session.Session, id string, values ...string) session.AnswerEffect {
	require.NoError(t, s.Edit(id))
	return say(t, s, id, values...)
}

// pack draws a pack, now and then with a short interview.
func pack(t *rapid.T) *rules.Pack {
	p := gen.Pack(t, gen.Usual)
	if !rapid.Bool().Draw(t, "asking") {
		return p
	}
	text := func(s string) rules.Text { return rules.Text{{"en", s}, {"zh", s}} }
	a := &rules.Asking{Most: rapid.IntRange(1, 4).Draw(t, "most"), Source: []string{p.Sources[0].ID}, Anchors: []rules.Anchor{{Weight: 5, Text: text("half")}}}
	a.Choose, a.Rate = rules.Wording{Question: text("choose")}, rules.Wording{Question: text("rate {priority}")}
	ids := []string{rules.PrioritiesID}
	for i := range p.Facts {
		ids = append(ids, p.Facts[i].ID)
	}
	for _, id := range rapid.Permutation(ids).Draw(t, "quick")[:rapid.IntRange(1, len(ids)).Draw(t, "questions")] {
		q := rules.QuickQuestion{ID: id}
		if rapid.IntRange(1, 4).Draw(t, "on condition") == 1 {
			if c := gen.Condition(t, p); p.Decide(c) == rules.Unknown {
				q.If = c
			}
		}
		a.Quick = append(a.Quick, q)
	}
	p.Asking = a
	return p
}

func options(t *rapid.T) session.Config {
	return session.Config{Full: rapid.Bool().Draw(t, "full"), Fixed: rapid.Bool().Draw(t, "fixed"), Method: weighingMethod(t)}
}

func weighingMethod(t *rapid.T) elicit.Method {
	return rapid.SampledFrom(elicit.Methods()).Draw(t, "method")
}

func choices(q *session.Question) []string {
	ids := make([]string, len(q.Choices))
	for i, c := range q.Choices {
		ids[i] = c.ID
	}
	return ids
}

// draw gives values that the question takes.
func draw(t *rapid.T, p *rules.Pack, q *session.Question) []string {
	switch q.Kind {
	case session.Choose:
		ids := choices(q)
		most := len(ids)
		if q.Most > 0 {
			most = min(most, q.Most)
		}
		return rapid.Permutation(ids).Draw(t, "chosen")[:rapid.IntRange(1, most).Draw(t, "n")]
	case session.SomeOf:
		members, _ := gen.DrawSet(t, p.Fact(q.ID)).Members()
		return rapid.Permutation(members.Values()).Draw(t, "members")
	case session.Rate:
		if len(q.Priorities) == 0 && rapid.IntRange(0, 3).Draw(t, "a range") == 0 {
			low := rapid.IntRange(int(q.Min), int(q.Max)-1).Draw(t, "low")
			return []string{fmt.Sprintf("%d..%d", low, rapid.IntRange(low+1, int(q.Max)).Draw(t, "high"))}
		}
		return []string{fmt.Sprint(rapid.IntRange(int(q.Min), int(q.Max)).Draw(t, "rating"))}
	case session.Order:
		ids := rapid.Permutation(choices(q)).Draw(t, "order")
		n := rapid.IntRange(1, len(ids)).Draw(t, "tied")
		return append([]string{strings.Join(ids[:n], "=")}, ids[n:]...)
	case session.Spread:
		var values []string
		left := 100
		for range len(q.Choices) - 1 {
			n := rapid.IntRange(0, left).Draw(t, "points")
			values, left = append(values, fmt.Sprint(n)), left-n
		}
		return append(values, fmt.Sprint(left))
	case session.Compare:
		return []string{rapid.SampledFrom(choices(q)).Draw(t, "more"), fmt.Sprint(rapid.IntRange(1, 9).Draw(t, "times"))}
	}
	if strings.Contains(q.ID, "/") {
		return []string{rapid.SampledFrom(choices(q)).Draw(t, "one")}
	}
	for i := range p.Facts {
		if p.Facts[i].ID == q.ID {
			values := slices.DeleteFunc(gen.DistinctAnswers(&p.Facts[i]), func(v string) bool { return v == "na" })
			return []string{rapid.SampledFrom(values).Draw(t, "value")}
		}
	}
	t.Fatalf("no fact %s", q.ID)
	return nil
}

// counted is what a recommendation rests on and comes to, without what is
// merely listed.
func counted(t require.TestingT, e *engine.Engine, p engine.Profile) string {
	r, err := e.Recommend(background, p)
	require.NoError(t, err)
	return fmt.Sprintf("%v %v %v %v %v %+v %+v %+v %v", r.Stance, r.Option, r.TooClose, r.Score, r.RunnerUp, r.Options, r.Dimensions, r.Priorities, r.Unknown)
}

func weights(p engine.Profile) []string { return slices.Sorted(maps.Keys(p.StatedWeights())) }

func check(t *testing.T, property func(t *rapid.T)) {
	t.Helper()
	t.Parallel()
	testkit.Check(t, property)
}
