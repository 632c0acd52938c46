package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// packOfQuestions advises "half", which is open like "public" but gives less. That the work
// is secret turns the stance, one answer in two; the kind, two answers in three, turns the
// option alone; the others turn nothing, but one narrows the score more. The ids stand
// against all that.
func packOfQuestions() *rules.Pack {
	p := testkit.BarePack("a_minor", "b_more", "b_more_2", "d_secret")
	kind := p.Facts[0]
	kind.ID, kind.Type = "c_kind", rules.EnumFact
	for _, id := range []string{"one", "other", "none"} {
		kind.Values = append(kind.Values, rules.FactValue{ID: id, Label: p.Options[0].Text})
	}
	p.Facts = append(p.Facts, kind)
	testkit.ArgueClosed(p, "minor", 0.01, testkit.Holds("a_minor"))
	testkit.ArgueClosed(p, "more", 0.02, testkit.Holds("b_more"))
	testkit.ArgueClosed(p, "more_2", 0.02, testkit.Holds("b_more_2"))
	testkit.ArgueClosed(p, "secret", 1, testkit.Holds("d_secret"))

	half, public := p.Options[1], &p.Options[1]
	half.ID, half.Step, half.Class, half.Captures.Open = "half", 1, 1, 0.7
	needs := testkit.Holds("c_kind", "one", "other")
	public.Requires, public.RequiresText = &needs, p.Options[0].Text
	p.Options = append(p.Options, half)
	return p
}

func askedIn(r *engine.Recommendation) (ids []string) {
	for _, q := range r.Sensitivity.Questions {
		ids = append(ids, q.Fact)
	}
	return ids
}

// What turns the stance comes before what turns the option by more of its answers, then
// what narrows the score, then the id.
func TestWhatTurnsMoreIsAskedFirst(t *testing.T) {
	t.Parallel()
	e := build(t, packOfQuestions())
	r := analyse(t, e, reachAlone)
	require.Equal(t, "half", r.Option)
	questions := r.Sensitivity.Questions
	require.Equal(t, []string{"d_secret", "c_kind", "b_more", "b_more_2", "a_minor"}, askedIn(r))
	require.Equal(t, []string{"private"}, questions[0].CouldChangeTo)
	require.Equal(t, []string{"public"}, questions[1].CouldChangeTo)
	require.Empty(t, questions[2].CouldChangeTo)
	require.Zero(t, questions[1].NarrowsBy, "the kind is read by no argument")

	// Of two that turn the option, the one of which more answers do.
	p := packOfQuestions()
	p.Fact("d_secret").AskedIf = &rules.Condition{Op: rules.Not, Of: []rules.Condition{testkit.Holds("a_minor")}}
	require.Equal(t, []string{"c_kind", "a_minor", "b_more", "b_more_2"}, askedIn(analyse(t, build(t, p), reachAlone)),
		"the secret cannot be asked yet; what it hangs on narrows most, since it may take it away")
}

// An answer of which the owner is not sure is asked again among the others, if it turns
// something; how little it narrows says nothing.
func TestUnsureAnswersAreAskedAgainInTheirPlace(t *testing.T) {
	t.Parallel()
	e := build(t, packOfQuestions())
	profile := reachAlone
	profile.Facts = map[string]engine.Answer{"d_secret": engine.No, "a_minor": engine.No}
	profile.Notes = map[string]engine.Note{"d_secret": {Sure: engine.LowSureness}, "a_minor": {Sure: engine.LowSureness}}
	r := analyse(t, e, profile)
	require.Equal(t, []string{"d_secret", "c_kind", "b_more", "b_more_2"}, askedIn(r))
	require.True(t, r.Sensitivity.Questions[0].Confirm)
	require.Zero(t, r.Sensitivity.Questions[0].NarrowsBy)
	profile.Notes = nil
	require.Equal(t, []string{"c_kind", "b_more", "b_more_2"}, askedIn(analyse(t, e, profile)))
}
