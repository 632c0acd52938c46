package session_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit/scribble"
)

// handedOut is everything that a session gives away.
type handedOut struct {
	Next, Rating, Set, Priorities *session.Question
	Review                        []session.ReviewedQuestion
	Missing, Inactive, Ahead      []string
	OptionTitle                   rules.Text
	Profile                       engine.Profile
	Peek                          *engine.Recommendation
	Method                        *session.MethodResult
}

func handOut(t *testing.T, s *session.Session) *handedOut {
	q, err := s.Next(t.Context())
	require.NoError(t, err)
	r, err := s.Peek(t.Context())
	require.NoError(t, err)
	return &handedOut{
		q, s.QuestionByID("adoption_reach"), s.QuestionByID("revenue_source"), s.QuestionByID(rules.PrioritiesID),
		s.Review(), s.Missing(), s.Inactive(), s.Ahead(), s.OptionTitle("open_core"), s.Profile(), r, s.MethodResult(),
	}
}

// Whoever overwrites what a session gives, or what it was made from, changes
// nothing that it gives later.
func TestScribblingReachesNothing(t *testing.T) {
	t.Parallel()
	for _, method := range elicit.Methods() {
		base := engine.Profile{
			Weights: map[string]float64{"adoption_reach": 10, "data_privacy": 10, "ip_secrecy": 10},
			Facts:   map[string]engine.Answer{"kind": engine.Value("model"), "contains_data_or_trained_part": engine.Yes},
			Limits:  []engine.Limit{{Exclude: []string{"open_core"}, Because: "no"}},
			Notes:   map[string]engine.Note{"kind": {Text: "a note"}},
			Layers:  []string{"a layer"},
			Unfinished: engine.Unfinished{
				Pairs: []elicit.Judgement{{A: "adoption_reach", B: "ip_secrecy", Times: 3}}, Unrated: []string{"ip_secrecy"},
				BestWorst: &elicit.BestWorstInput{Best: "adoption_reach", Worst: "ip_secrecy", BestOver: map[string]float64{"ip_secrecy": 4}},
			},
		}
		given := base.Clone()
		config := session.Config{Full: true, Method: method, Precedents: []engine.Profile{base.Clone()}}
		s, untouched := core(t, given, config), core(t, base, session.Config{Full: true, Method: method, Precedents: []engine.Profile{base.Clone()}})
		scribble.Over(&given)
		scribble.Over(&config.Precedents)
		for step := 0; step < 12; step++ {
			require.Equal(t, marshal(t, handOut(t, untouched)), marshal(t, handOut(t, s)), "method %d, step %d", method, step)
			scribble.Over(handOut(t, s))
			q := next(t, untouched)
			if q.Kind != session.OneOf {
				_, err := untouched.Skip(t.Context())
				require.NoError(t, err)
				_, err = s.Skip(t.Context())
				require.NoError(t, err)
				continue
			}
			said := []string{q.Choices[0].ID}
			effect, want := say(t, s, q.ID, said...), say(t, untouched, q.ID, q.Choices[0].ID)
			require.Equal(t, want, effect)
			scribble.Over(&said)
			scribble.Over(&effect)
		}
	}
}

func marshal(t *testing.T, v any) string {
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data)
}
