package session_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules/testkit/scribble"
)

// merged is what MergeAnswers gives.
type merged struct {
	Taken   []*session.Question
	Clashes []shownClash
}

// shownClash is what a clash shows.
type shownClash struct {
	Mine, Theirs            *session.Question
	MyWeights, TheirWeights map[string]float64
}

// Sessions on one engine share its pack. Whatever a session gives is its caller's own, its
// texts too, whoever else asks.
func TestEverythingASessionGivesIsOnesOwnAtOnce(t *testing.T) {
	t.Parallel()
	base := engine.Profile{
		Weights: map[string]float64{"adoption_reach": 9, "data_privacy": 3},
		Facts:   map[string]engine.Answer{"kind": engine.Value("model"), "release_status": engine.Value("open_already")},
	}
	theirs := base.Clone()
	theirs.Facts["kind"], theirs.Facts["build_cost"] = engine.Value("both"), engine.Unknown
	mine := base.Clone()
	mine.Facts["kind"] = engine.Value("software")
	full := session.Config{Full: true, Fixed: true}
	given := []any{base, theirs, mine}
	before := scribble.Describe(given)
	begin := func() *session.Session { return core(t, base, full) }
	answer := func(id string, values ...string) any {
		s := begin()
		must(0, s.Edit(id))
		effect := must(s.Answer(background, values...))
		return &effect
	}
	scribble.RequireOwn(t, map[string]func() any{
		"Next":         func() any { return must(begin().Next(background)) },
		"adaptive":     func() any { return must(core(t, base, session.Config{}).Next(background)) },
		"QuestionByID": func() any { return begin().QuestionByID("adoption_reach") },
		"priorities":   func() any { return begin().QuestionByID("priorities") },
		"a set":        func() any { return begin().QuestionByID("revenue_source") },
		"Review":       func() any { return begin().Review() },
		"Missing":      func() any { return begin().Missing() },
		"Ahead":        func() any { return begin().Ahead() },
		"Profile":      func() any { p := begin().Profile(); return &p },
		"Peek":         func() any { return must(begin().Peek(background)) },
		"OptionTitle":  func() any { return begin().OptionTitle("open_core") },
		"Answer":       func() any { return answer("kind", "software") },
		"contradicted": func() any { return answer("distribution", "internal") },
		"MergeAnswers": func() any {
			s := core(t, mine, full)
			taken, clashes, err := session.MergeAnswers(s, session.Meanwhile{Before: base.Clone(), Now: theirs.Clone()})
			must(0, err)
			out := merged{Taken: taken}
			for _, c := range clashes {
				out.Clashes = append(out.Clashes, shownClash{c.Mine, c.Theirs, c.MyWeights, c.TheirWeights})
			}
			return &out
		},
	})
	require.Equal(t, before, scribble.Describe(given), "what was given stays as it was")
}

// must gives a result that is known to come.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
