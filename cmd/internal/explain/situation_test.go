package explain

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// situations are recommendations of three kinds: typical, barred, and without a basis.
func situations(t *testing.T) map[string]*engine.Recommendation {
	t.Helper()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	startup, err := profiles.Preset("model_startup")
	require.NoError(t, err)
	barred, err := profiles.Preset("one_person_library", profiles.WithAssignments("rights_cleared=no", "upstream_terms=strong_copyleft", "hosting_rivals=", "kind=both"))
	require.NoError(t, err)
	barred.Limits = []engine.Limit{{Exclude: []string{"in_house"}, Because: "it is out already"}}
	out := map[string]*engine.Recommendation{}
	for name, p := range map[string]engine.Profile{"startup": startup, "barred": barred, "empty": {}} {
		out[name], err = e.Analyse(context.Background(), p)
		require.NoError(t, err)
	}
	return out
}

// Every id has something to say about every profile, in both languages.
func TestEveryIDSaysWhatItDid(t *testing.T) {
	t.Parallel()
	for name, rec := range situations(t) {
		for _, lang := range []string{"en", "zh"} {
			s := newSituation(rules.Core(), lang, rec)
			for i := range s.things {
				about := &s.things[i]
				sections := tell(s, about)
				require.Equal(t, "here", sections[0].Key)
				for _, part := range sections {
					require.Contains(t, headings, part.Key)
					for _, row := range part.Rows {
						require.NotEmpty(t, row.ID, "%s: %s", name, about.id)
						require.NotEmpty(t, row.Text, "%s: %s, %s", name, about.id, row.ID)
					}
				}
				text := sections[0].Text
				require.NotEmpty(t, text, "%s: %s", name, about.id)
				require.NotContains(t, text, "{{", about.id)
				require.True(t, strings.ContainsAny(text[len(text)-1:], ".?!") || strings.HasSuffix(text, "。") || strings.HasSuffix(text, "）"), "%s: %s: %s", name, about.id, text)
			}
		}
	}
}

// What is said agrees with the recommendation, and with the conditions of the pack.
func TestOutcomesAgreeWithTheRecommendation(t *testing.T) {
	t.Parallel()
	for name, rec := range situations(t) {
		s := newSituation(rules.Core(), "en", rec)
		counted := map[string]bool{}
		for _, d := range rec.Dimensions {
			for _, a := range d.Arguments {
				counted["argument "+a.ID] = true
			}
			for _, m := range d.Moderators {
				counted["moderator "+m.ID] = true
			}
		}
		for _, d := range rec.Duties {
			counted["duty "+d.ID] = true
		}
		for _, b := range rec.Conditions {
			counted["bar "+b.ID] = true
		}
		for _, p := range rec.Plan {
			counted["step "+p.ID] = p.Kind == rules.StepRule
		}
		for i := range s.things {
			about := &s.things[i]
			o := findOutcome(s, about)
			key := about.kind + " " + about.id
			switch about.kind {
			case "argument", "moderator", "duty", "step":
				require.Equal(t, counted[key], o.counts, "%s: %s", name, key)
			case "bar":
				require.True(t, o.counts || !counted[key], "%s: %s", name, key)
			}
			if about.rule == nil {
				continue
			}
			switch x := about.rule.Of.(type) {
			case *rules.Argument:
				if x.When != nil && o.counts {
					require.Equal(t, rules.True, s.reading.Truth(x.When), key)
				}
				if x.When != nil && s.reading.Truth(x.When) == rules.False {
					require.Equal(t, s.words.HereConditionFalse(), o.text, key)
				}
				if x.When == nil && !o.counts && len(o.rows) > 0 && o.text == s.words.HereArgumentNoWish() {
					for _, id := range x.Shares.Keys() {
						require.Zero(t, rec.Profile.Weights[id], key)
					}
				}
			case *rules.Bar:
				if s.reading.PrudentTruth(x.When) == rules.False {
					require.False(t, o.counts, key)
				}
			case *rules.Fact:
				require.Equal(t, s.reading.Answer(x.ID) != "unknown", o.counts, key)
			case *rules.Option:
				require.Equal(t, x.ID == rec.Option, strings.Contains(o.text, "is what is advised"), key)
			}
			// What decides a condition are facts of the pack, each named once.
			for _, id := range o.facts {
				require.NotNil(t, s.pack.Fact(id), key)
			}
			require.Len(t, slices.Compact(slices.Sorted(slices.Values(o.facts))), len(o.facts), key)
		}
	}
}

// The answers that are named decide: with these alone the condition has the same truth.
func TestDecidingAnswersDecide(t *testing.T) {
	t.Parallel()
	for name, rec := range situations(t) {
		s := newSituation(rules.Core(), "en", rec)
		for r := range s.pack.Rules() {
			for _, c := range r.Conditions {
				truth := s.reading.Truth(c)
				if truth == rules.Unknown || truth != s.reading.PrudentTruth(c) {
					continue
				}
				answers := map[string]string{}
				for _, id := range findDeciding(s, c) {
					if answers[id] = s.reading.Answer(id); answers[id] == "unknown" {
						delete(answers, id)
					}
				}
				alone := s.pack.ReadAnswers(answers)
				if s.guardsHold(alone, answers) {
					require.Equal(t, truth, alone.PrudentTruth(c), "%s: %s", name, r.ID)
				}
			}
		}
	}
}

// guardsHold reports whether the answers count without those that lead to them.
func (s *situation) guardsHold(r *rules.Reading, answers map[string]string) bool {
	for id, a := range answers {
		if r.Answer(id) != a {
			return false
		}
	}
	return true
}
