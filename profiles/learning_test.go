package profiles_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// Answers to what is open in presets and documented decisions, and answers given there
// once more after they were forgotten, seldom lower a word where they keep the advice, and
// never without a reason that can be seen.
func TestAnswersSeldomLowerAWord(t *testing.T) {
	t.Parallel()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	answers, kinds, places, turn := 0, map[string]int{}, map[string]int{}, 0
	try := func(name string, p engine.Profile, fact string, answer engine.Answer, before *engine.Recommendation) *engine.Recommendation {
		// Every so many, which are others in each profile.
		if turn++; turn%max(1, 600/testkit.Times(20)) != 0 {
			return before
		}
		if before == nil {
			before, err = e.Analyse(t.Context(), p)
			require.NoError(t, err, name)
		}
		told := p.Clone()
		told.Facts[fact] = answer
		after, err := e.Analyse(t.Context(), told)
		require.NoError(t, err, name)
		if before.Option == "" || after.Form != before.Form {
			return before
		}
		answers++
		for _, level := range listLowered(before, after) {
			kind := level + ": " + explainLowering(before, after, level)
			require.NotContains(t, kind, "nothing", "%s: %s = %s", name, fact, answer)
			kinds[kind]++
			places[name+" "+fact]++
		}
		return before
	}
	visit := func(name string, p engine.Profile) {
		var before *engine.Recommendation
		for i := range rules.Core().Facts {
			f := &rules.Core().Facts[i]
			if said, ok := p.Facts[f.ID]; ok && said != engine.Unknown {
				forgotten := p.Clone()
				delete(forgotten.Facts, f.ID)
				try(name, forgotten, f.ID, said, nil)
				continue
			}
			for _, v := range f.ValueIDs() {
				before = try(name, p, f.ID, engine.Value(v), before)
			}
		}
	}
	for _, info := range profiles.Presets() {
		p, err := profiles.Preset(info.Name)
		require.NoError(t, err)
		visit(info.Name, p)
	}
	for _, info := range profiles.Cases() {
		p, err := profiles.Case(info.Name)
		require.NoError(t, err)
		visit(info.Name, p)
	}
	lowerings := 0
	for _, n := range kinds {
		lowerings += n
	}
	t.Log(answers, "answers that keep the advice,", len(places), "of them lower a word:", fmt.Sprint(kinds))
	require.LessOrEqual(t, float64(len(places)), mostLowered*float64(answers))
}

// mostLowered is the greatest share of answers that keep the advice and still may lower a
// word.
const mostLowered = 0.02

// listLowered names the levels of which the word fell.
func listLowered(before, after *engine.Recommendation) []string {
	order := []engine.Robustness{engine.Thin, engine.Close, engine.Leaning, engine.Clear}
	x, y := &before.Sensitivity.Robustness, &after.Sensitivity.Robustness
	var out []string
	for _, l := range []struct {
		name     string
		was, now engine.Robustness
	}{{"stance", x.Stance, y.Stance}, {"option", x.Option, y.Option}, {"form", x.Form, y.Form}} {
		if slices.Index(order, l.now) < slices.Index(order, l.was) {
			out = append(out, l.name)
		}
	}
	return out
}

// explainLowering says what an answer did that made a word fall.
func explainLowering(before, after *engine.Recommendation, level string) string {
	x, y := &before.Sensitivity.Robustness, &after.Sensitivity.Robustness
	share := func(s *engine.LevelShares) float64 {
		return map[string]float64{"stance": s.Stance, "option": s.Option, "form": s.Form}[level]
	}
	switch {
	case y.Stance == engine.Thin:
		return "the situation gives less, so that one priority decides alone"
	case countForms(after) > countForms(before):
		return "it makes another form possible"
	case share(&y.OverJudgements) < share(&x.OverJudgements):
		return "it speaks for a rival"
	case after.RunnerUp.Gap < before.RunnerUp.Gap:
		return "it brings a rival within the margin"
	case len(after.Sensitivity.FlipFacts) > 0:
		return "another answer can now turn it alone"
	}
	return "nothing"
}

func countForms(r *engine.Recommendation) int {
	n := 0
	for i := range r.Options {
		for _, f := range r.Options[i].Forms {
			if f.Available {
				n++
			}
		}
	}
	return n
}
