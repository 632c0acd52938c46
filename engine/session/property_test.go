package session_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/engine/session"
)

// step does something at random that a person can do.
func step(t *rapid.T, s *session.Session, q *session.Question, take func(q *session.Question)) {
	var err error
	switch rapid.IntRange(0, 9).Draw(t, "step") {
	case 0:
		_, err = s.Skip(background)
	case 1:
		_, err = s.Unknown(background)
	case 2:
		_, err = s.NotApplicable(background)
	case 3:
		s.Back()
	case 4:
		before := q.Given.State
		if err = s.Keep(background); before == session.Unanswered {
			require.ErrorIs(t, err, session.ErrNoQuestion)
			err = nil
		}
	case 5:
		if said := s.Review(); len(said) > 0 {
			err = s.Edit(rapid.SampledFrom(said).Draw(t, "edit").Question.ID)
		}
	default:
		take(q)
	}
	require.NoError(t, err)
}

// Whatever a person does, nothing panics, a question is asked as long as one is
// open, its place makes sense, and the profile is one that the engine takes.
func TestAnySequenceOfSteps(t *testing.T) {
	check(t, func(t *rapid.T) {
		p := pack(t)
		e, err := engine.New(p)
		require.NoError(t, err)
		s := start(t, e, gen.Profile(t, p), options(t))
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			q, err := s.Next(background)
			require.NoError(t, err)
			if q == nil {
				require.Empty(t, s.Missing())
				_, err = s.Answer(background, "true")
				require.ErrorIs(t, err, session.ErrNoQuestion)
				s.Extend()
				continue
			}
			require.LessOrEqual(t, 1, q.Place)
			require.LessOrEqual(t, q.Place, q.Of)
			again, err := s.Next(background)
			require.NoError(t, err)
			require.Equal(t, q, again, "asking twice changes nothing")
			step(t, s, q, func(q *session.Question) {
				_, err := s.Answer(background, draw(t, p, q)...)
				require.NoError(t, err)
			})
			_, err = s.Peek(background)
			require.NoError(t, err)
			_, err = s.CanStillChange(background)
			require.NoError(t, err)
		}
	})
}

// script answers each question always in the same way.
type script map[string][]string

// run answers all questions as they come, or in any order.
func (x script) run(t *rapid.T, p *engine.Engine, opts session.Config, anyOrder bool) *session.Session {
	s, pack := start(t, p, engine.Profile{}, opts), p.Pack()
	for {
		if open := s.Missing(); anyOrder && len(open) > 0 {
			require.NoError(t, s.Edit(rapid.SampledFrom(open).Draw(t, "next")))
		}
		q, err := s.Next(background)
		require.NoError(t, err)
		if q == nil {
			return s
		}
		values, ok := x[q.ID]
		if !ok {
			values = draw(t, pack, q)
			if rapid.IntRange(0, 5).Draw(t, "other") == 0 {
				values = []string{rapid.SampledFrom([]string{"?unknown", "?na", "?skip"}).Draw(t, "state")}
			}
			x[q.ID] = values
		}
		switch values[0] {
		case "?unknown":
			_, err = s.Unknown(background)
		case "?na":
			_, err = s.NotApplicable(background)
		case "?skip":
			_, err = s.Skip(background)
		default:
			_, err = s.Answer(background, values...)
		}
		require.NoError(t, err)
	}
}

// collectGiven gives what was said to each question, and whether it counts.
func collectGiven(s *session.Session) map[string]any {
	out := map[string]any{}
	for _, r := range s.Review() {
		out[r.Question.ID] = []any{r.Question.Given, r.Active}
	}
	return out
}

// The same answers in another order give the same profile.
func TestOrderDoesNotMatter(t *testing.T) {
	check(t, func(t *rapid.T) {
		e, err := engine.New(pack(t))
		require.NoError(t, err)
		x, m := script{}, weighingMethod(t)
		fixed := x.run(t, e, session.Config{Full: true, Fixed: true, Method: m}, false)
		adaptive := x.run(t, e, session.Config{Full: true, Method: m}, false)
		shuffled := x.run(t, e, session.Config{Full: true, Method: m}, true)
		require.Equal(t, fixed.Profile(), adaptive.Profile())
		require.Equal(t, fixed.Profile(), shuffled.Profile())
		require.Equal(t, collectGiven(fixed), collectGiven(adaptive))
	})
}

// A run that goes back and changes answers counts the same as one that gave
// the last answers from the start and never those that were switched off.
func TestBackAndChangeLeavesNoTrace(t *testing.T) {
	check(t, func(t *rapid.T) {
		p := pack(t)
		e, err := engine.New(p)
		require.NoError(t, err)
		m := weighingMethod(t)
		s := start(t, e, engine.Profile{}, session.Config{Full: true, Fixed: true, Method: m})
		for range rapid.IntRange(5, 40).Draw(t, "steps") {
			q, err := s.Next(background)
			require.NoError(t, err)
			if q == nil {
				if !s.Back() {
					break
				}
				continue
			}
			step(t, s, q, func(q *session.Question) {
				_, err := s.Answer(background, draw(t, p, q)...)
				require.NoError(t, err)
			})
		}
		final := s.Profile()
		for _, id := range s.Inactive() {
			delete(final.Facts, id)
			require.NotContains(t, final.Weights, id, "a rating of what was not chosen")
		}
		final.Unfinished.Pairs = nil // those of what was not chosen too
		require.Equal(t, counted(t, e, final), counted(t, e, s.Profile()))
		fresh := start(t, e, final, session.Config{Full: true, Fixed: true, Method: m})
		require.Empty(t, fresh.Inactive())
		require.Equal(t, final.Facts, fresh.Profile().Facts)
		require.Equal(t, final.Weights, fresh.Profile().Weights)
		require.Equal(t, final.WeightsFrom, fresh.Profile().WeightsFrom)
	})
}

// What an answer switched off is named once, stays in the profile, and comes
// back when the answer is taken back.
func TestChangesAreTold(t *testing.T) {
	check(t, func(t *rapid.T) {
		p := pack(t)
		e, err := engine.New(p)
		require.NoError(t, err)
		x := script{}
		s := x.run(t, e, session.Config{Full: true, Fixed: true, Method: weighingMethod(t)}, false)
		before := s.Inactive()
		said := s.Review()
		target := rapid.SampledFrom(said).Draw(t, "target").Question
		require.NoError(t, s.Edit(target.ID))
		change, err := s.Answer(background, draw(t, p, target)...)
		require.NoError(t, err)
		after := s.Inactive()
		require.ElementsMatch(t, after, append(removeIDs(before, change.SwitchedOn), change.SwitchedOff...))
		for _, id := range change.SwitchedOff {
			a := s.Profile().Facts[id]
			_, stays := a.Known()
			_, rated := s.Profile().Weights[id]
			require.True(t, stays || !rated, "%s is kept", id)
		}
		require.NoError(t, s.Edit(target.ID))
		switch target.Given.State {
		case session.Answered:
			_, err = s.Answer(background, target.Given.Values...)
		case session.Unknown:
			_, err = s.Unknown(background)
		case session.NotApplicable:
			_, err = s.NotApplicable(background)
		default:
			_, err = s.Skip(background)
		}
		require.NoError(t, err)
		require.Equal(t, before, s.Inactive())
	})
}

func removeIDs(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(id string) bool { return slices.Contains(other, id) })
}

// "Nothing still open can change this" holds to the end of the questionnaire.
func TestSettledStaysSettled(t *testing.T) {
	check(t, func(t *rapid.T) {
		p := pack(t)
		e, err := engine.New(p)
		require.NoError(t, err)
		s := start(t, e, engine.Profile{}, session.Config{Full: true, Method: weighingMethod(t)})
		settled, option := false, ""
		for {
			q, err := s.Next(background)
			require.NoError(t, err)
			if q == nil {
				break
			}
			switch rapid.IntRange(0, 7).Draw(t, "state") {
			case 0:
				_, err = s.Skip(background)
			case 1:
				_, err = s.Unknown(background)
			default:
				_, err = s.Answer(background, draw(t, p, q)...)
			}
			require.NoError(t, err)
			r, err := s.Peek(background)
			require.NoError(t, err)
			if settled && len(s.Inactive()) == 0 {
				require.Equal(t, option, r.Option)
			}
			can, err := s.CanStillChange(background)
			require.NoError(t, err)
			settled, option = settled || !can, r.Option
			if !settled {
				option = ""
			}
		}
	})
}
