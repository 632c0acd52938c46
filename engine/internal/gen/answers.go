package gen

import (
	"slices"
	"strconv"

	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// DistinctAnswers lists one answer for everything that conditions can tell apart on a
// fact, "does not apply" among them.
func DistinctAnswers(f *rules.Fact) []string {
	if f.Type == rules.SetFact {
		out := []string{"na"}
		for _, a := range ListSets(f) {
			out = append(out, a.String())
		}
		return out
	}
	if f.Type != rules.NumberFact {
		return append(f.ValueIDs(), "na")
	}
	out := []string{"na"}
	for i, s := range thresholds {
		out = append(out, s)
		if i > 0 {
			x, _ := strconv.ParseFloat(s, 64)
			out = append(out, strconv.FormatFloat(x-0.5, 'g', -1, 64))
		}
	}
	return out
}

// ListAnswers lists everything that a fact may turn out to be, "does not apply" among
// it, once something is said: what is known of a set stays.
func ListAnswers(f *rules.Fact, said engine.Answer) []engine.Answer {
	if f.Type != rules.SetFact {
		var out []engine.Answer
		for _, s := range DistinctAnswers(f) {
			out = append(out, ParseAnswer(s))
		}
		return out
	}
	part, ok := said.Members()
	if !ok {
		return append(ListSets(f), engine.NotApplicable)
	}
	known := part.Truths(f)
	return slices.DeleteFunc(ListSets(f), func(a engine.Answer) bool {
		whole, _ := a.Members()
		for i, t := range whole.Truths(f) {
			if known[i] != rules.Unknown && known[i] != t {
				return true
			}
		}
		return false
	})
}

// drawAnswer draws one of what conditions can tell apart on a fact.
func drawAnswer(t *rapid.T, f *rules.Fact) engine.Answer {
	if f.Type == rules.SetFact {
		return rapid.SampledFrom(listSubsets(f)).Draw(t, "answer").makeAnswer(f)
	}
	return ParseAnswer(rapid.SampledFrom(DistinctAnswers(f)).Draw(t, "answer"))
}
