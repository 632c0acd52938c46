package engine_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

// numbers lists every interval of a recommendation. That of an option is the interval
// of the form that stands for it, which an answer may replace by another.
func numbers(r *engine.Recommendation) []engine.Interval {
	out := []engine.Interval{r.Score}
	for _, o := range r.Options {
		for _, f := range o.Forms {
			out = append(out, f.Value)
		}
	}
	for _, d := range r.Dimensions {
		out = append(out, d.Lean)
	}
	return out
}

// switchesOff reports whether an answer stopped counting.
func switchesOff(before, after *engine.Recommendation) bool {
	return slices.ContainsFunc(after.Inactive, func(id string) bool {
		return !slices.Contains(before.Inactive, id)
	})
}

// An answer to an open fact never widens an interval, and what it gives lies
// in the interval that was announced before. An answer that switches off what
// was stated is left out: a stated fact settles its guard, so such an answer
// contradicts the profile and was not among those announced.
func TestLearning(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		open := gen.OpenFacts(p, profile)
		if len(open) == 0 {
			return
		}
		before := decide(t, e, profile)
		f := rapid.SampledFrom(open).Draw(t, "fact")
		answer := rapid.SampledFrom(gen.ListAnswers(f, profile.Facts[f.ID])).Draw(t, "answer")
		if f.Type == rules.SetFact && answer != engine.NotApplicable && rapid.Bool().Draw(t, "in part") {
			answer = moreOf(f, profile.Facts[f.ID], gen.DrawPart(t, f, answer))
		}
		after := decide(t, e, gen.WithAnswer(profile, f.ID, answer))
		if switchesOff(before, after) {
			return
		}
		was := numbers(before)
		for i, now := range numbers(after) {
			require.True(t, within(now, was[i], sums), "%d: %v is not in %v", i, now, was[i])
		}
		for i, o := range after.Options {
			if was := before.Options[i].Possible; was != rules.Unknown {
				require.Equal(t, was, o.Possible, o.ID)
			}
		}
	})
}

// Every way in which the open facts may turn out lies in the intervals, and so
// does the nominal result. All answers to all open facts are tried.
func TestIntervalsHoldEveryRealAnswer(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Small)
		r := decide(t, e, profile)
		announced := numbers(r)
		for i, n := range announced {
			require.True(t, inside(n.Nominal, n, 0), "%d: %v", i, n)
		}
		open := gen.OpenFacts(p, profile)
		var try func(i int, profile engine.Profile)
		try = func(i int, profile engine.Profile) {
			if i < len(open) {
				for _, a := range gen.ListAnswers(open[i], profile.Facts[open[i].ID]) {
					try(i+1, gen.WithAnswer(profile, open[i].ID, a))
				}
				return
			}
			real := decide(t, e, profile)
			if switchesOff(r, real) {
				return // contradicts what was stated: see TestLearning
			}
			for i, n := range numbers(real) {
				require.True(t, inside(n.Nominal, announced[i], sums), "%d: %v is not in %v", i, n.Nominal, announced[i])
			}
		}
		try(0, profile)
	})
}
