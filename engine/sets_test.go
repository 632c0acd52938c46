package engine_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

// states says of each value of a set whether it is in an answer; all are open in one
// that is not known.
func states(f *rules.Fact, said engine.Answer) map[string]rules.Truth {
	out := map[string]rules.Truth{}
	members, known := said.Members()
	truths := members.Truths(f)
	for i, v := range f.Values {
		out[v.ID] = rules.Unknown
		if known {
			out[v.ID] = truths[i]
		}
	}
	return out
}

// answerOf gives the states as an answer.
func answerOf(f *rules.Fact, states map[string]rules.Truth) engine.Answer {
	var in []string
	for _, v := range f.Values {
		switch states[v.ID] {
		case rules.Unknown:
			return engine.PartOfSet(states)
		case rules.True:
			in = append(in, v.ID)
		}
	}
	return engine.Set(in...)
}

// changesOf lists the other answers that one change of a fact makes: another value, or
// one member of a set more or less.
func changesOf(f *rules.Fact, said engine.Answer) []engine.Answer {
	var out []engine.Answer
	if f.Type != rules.SetFact || said == engine.Unknown || said == engine.NotApplicable {
		values := f.ValueIDs()
		if f.Type == rules.NumberFact {
			values = slices.DeleteFunc(gen.DistinctAnswers(f), func(v string) bool { return v == "na" })
		}
		for _, v := range values {
			out = append(out, engine.Value(v))
		}
		return out
	}
	for _, v := range f.Values {
		for _, to := range []rules.Truth{rules.True, rules.False} {
			next, holds := states(f, said), false
			next[v.ID] = to
			for _, other := range f.Values {
				if other.ID != v.ID && to == rules.True && (v.Alone || other.Alone) {
					next[other.ID] = rules.False
				}
				holds = holds || next[other.ID] != rules.False
			}
			if i := slices.IndexFunc(f.Values, func(x rules.FactValue) bool { return x.Alone }); !holds && i >= 0 {
				next[f.Values[i].ID], holds = rules.True, true
			}
			if a := answerOf(f, next); holds && a != answerOf(f, states(f, said)) && !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	return out
}

// singleAnswers lists the changes of one open fact that contradict nothing that is
// known.
func singleAnswers(f *rules.Fact, said engine.Answer) []engine.Answer {
	now := states(f, said)
	out := slices.DeleteFunc(changesOf(f, said), func(a engine.Answer) bool {
		for v, t := range states(f, a) {
			if f.Type == rules.SetFact && now[v] != rules.Unknown && now[v] != t {
				return true
			}
		}
		return false
	})
	if said == engine.Unknown {
		out = append(out, engine.NotApplicable)
	}
	return out
}

// answersTo lists the answers to the question about an open fact: single values, which
// go with what is known of a set.
func answersTo(f *rules.Fact, said engine.Answer) []engine.Answer {
	if said == engine.Unknown {
		return changesOf(f, said)
	}
	var known []string
	for v, t := range states(f, said) {
		if t == rules.True {
			known = append(known, v)
		}
	}
	var out []engine.Answer
	if len(known) > 0 {
		out = append(out, engine.Set(known...))
	}
	for v, t := range states(f, said) {
		if t == rules.Unknown {
			out = append(out, engine.Set(append(slices.Clone(known), v)...))
		}
	}
	return out
}

// moreOf says all that two answers to a set do, which contradict each other nowhere.
func moreOf(f *rules.Fact, a, b engine.Answer) engine.Answer {
	out := states(f, a)
	for v, t := range states(f, b) {
		if t != rules.Unknown {
			out[v] = t
		}
	}
	return answerOf(f, out)
}

// What a set may not be is refused with its place in the list of mistakes.
func TestSetsThatCannotBeAreRefused(t *testing.T) {
	t.Parallel()
	p := rules.Core().Clone()
	f := p.Fact("kind")
	f.Type = rules.SetFact
	f.Values[0].Alone = true
	e := build(t, p)
	for _, c := range []struct {
		answer engine.Answer
		want   string
	}{
		{engine.Set(f.Values[0].ID, f.Values[1].ID), "AJ306"},
		{engine.Set(), "AJ306"},
		{engine.Set("modle"), `AJ303 "modle" is not a value of "kind"; did you mean "model"?`},
	} {
		_, err := e.Recommend(background, engine.Profile{Facts: map[string]engine.Answer{"kind": c.answer}})
		require.ErrorContains(t, err, c.want)
	}
}
