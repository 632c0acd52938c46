package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

// Answers that exclude each other are named, and only by what is known.
func TestAnswersThatExcludeEachOther(t *testing.T) {
	t.Parallel()
	e := build(t, rules.Core())
	facts := map[string]engine.Answer{"release_status": engine.Value("open_already"), "present_terms": engine.Value("proprietary"), "distribution": engine.Value("internal")}
	r := decide(t, e, engine.Profile{Facts: facts})
	want := []engine.Contradiction{
		{ID: "open_under_closed_terms", Facts: []string{"present_terms", "release_status"}},
		{ID: "public_but_internal", Facts: []string{"distribution", "release_status"}},
	}
	require.Equal(t, want, r.Contradictions)
	found, err := e.FindContradictions(engine.Profile{Facts: facts})
	require.NoError(t, err)
	require.Equal(t, want, found)

	facts["release_status"] = engine.Unknown
	require.Empty(t, decide(t, e, engine.Profile{Facts: facts}).Contradictions, "what is not known contradicts nothing")
	facts["release_status"] = engine.NotApplicable
	require.Empty(t, decide(t, e, engine.Profile{Facts: facts}).Contradictions)
	_, err = e.FindContradictions(engine.Profile{Facts: map[string]engine.Answer{"no_such_fact": engine.Yes}})
	require.ErrorContains(t, err, "no_such_fact")
}

// Data that is public and may not be passed on is common, and no contradiction.
func TestOddAnswersAreNoContradiction(t *testing.T) {
	t.Parallel()
	r := decide(t, build(t, rules.Core()), engine.Profile{Facts: map[string]engine.Answer{
		"kind": engine.Value("model"), "training_data_sensitivity": engine.Value("public"), "training_data_shareable": engine.Value("no"),
	}})
	require.Empty(t, r.Contradictions)
}

// Exclusions that hold are told, and change nothing else.
func TestExclusionsChangeNoResult(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		without := p.Clone()
		without.Exclusions = nil
		before, after := decide(t, build(t, without), profile), decide(t, e, profile)
		require.Equal(t, dump(before, "Contradictions"), dump(after, "Contradictions"))
		var hold, told []string
		for _, x := range p.Exclusions {
			if p.ReadAnswers(texts(profile)).Truth(x.When) == rules.True {
				hold = append(hold, x.ID)
			}
		}
		for _, c := range after.Contradictions {
			told = append(told, c.ID)
		}
		require.Equal(t, hold, told)
	})
}
