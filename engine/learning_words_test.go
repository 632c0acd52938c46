package engine_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// robustnessOrder has the words, the least settled first.
var robustnessOrder = []engine.Robustness{engine.Thin, engine.Close, engine.Leaning, engine.Clear}

// lowered names the levels of which the word fell.
func lowered(before, after *engine.Recommendation) []string {
	x, y := &before.Sensitivity.Robustness, &after.Sensitivity.Robustness
	var out []string
	for _, l := range []struct {
		name     string
		was, now engine.Robustness
	}{{"stance", x.Stance, y.Stance}, {"option", x.Option, y.Option}, {"form", x.Form, y.Form}} {
		if slices.Index(robustnessOrder, l.now) < slices.Index(robustnessOrder, l.was) {
			out = append(out, l.name)
		}
	}
	return out
}

// An answer that changes no value and takes nothing away, whatever becomes of the other
// open facts, lowers no word.
func TestIdleAnswerLowersNoWord(t *testing.T) {
	idle := 0
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Small)
		open := gen.OpenFacts(p, profile)
		if len(open) == 0 {
			return
		}
		f := rapid.SampledFrom(open).Draw(t, "fact")
		answer := rapid.SampledFrom(gen.ListAnswers(f, profile.Facts[f.ID])).Draw(t, "answer")
		others := slices.DeleteFunc(slices.Clone(open), func(o *rules.Fact) bool { return o.ID == f.ID })
		same := true
		each(others, profile, func(full engine.Profile) {
			same = same && sameValues(p, decide(t, e, full), decide(t, e, gen.WithAnswer(full, f.ID, answer)))
		})
		before, after := analyse(t, e, profile), analyse(t, e, gen.WithAnswer(profile, f.ID, answer))
		if same && sameValues(p, before, after) && before.Option != "" {
			idle++
			require.Empty(t, lowered(before, after))
		}
	})
	if !testing.Short() { // ten draws may hold none
		require.Positive(t, idle)
	}
}

func sameValues(p *rules.Pack, a, b *engine.Recommendation) bool {
	x, y := listForms(p, a), listForms(p, b)
	return slices.EqualFunc(x, y, func(f, g formResult) bool {
		return f.Value.Nominal == g.Value.Nominal && f.Available == g.Available
	})
}

// How often an answer that keeps the advice lowers a word, and why.
func TestAnswersThatLowerAWord(t *testing.T) {
	t.Parallel()
	answers, kinds := 0, map[string]int{}
	count := func(p *rules.Pack, e *engine.Engine, profile engine.Profile) {
		before := analyse(t, e, profile)
		if before.Option == "" {
			return
		}
		for _, f := range gen.OpenFacts(p, profile) {
			for _, answer := range gen.ListAnswers(f, profile.Facts[f.ID]) {
				after := analyse(t, e, gen.WithAnswer(profile, f.ID, answer))
				if after.Form != before.Form {
					continue
				}
				answers++
				for _, level := range lowered(before, after) {
					kinds[level+": "+whyLowered(p, before, after, level)]++
				}
			}
		}
	}
	for n := 0; answers < testkit.Times(150); n++ {
		x := exampleOf(n)
		count(x.pack, build(t, x.pack), x.profile)
	}
	lowerings := 0
	for kind, n := range kinds {
		lowerings += n
		require.NotContains(t, kind, "nothing")
	}
	t.Log(answers, "answers that keep the advice,", lowerings, "words lowered:", fmt.Sprint(kinds))
}

func countAvailable(p *rules.Pack, r *engine.Recommendation) int {
	n := 0
	for _, f := range listForms(p, r) {
		if f.Available {
			n++
		}
	}
	return n
}

// whyLowered says what an answer did.
func whyLowered(p *rules.Pack, before, after *engine.Recommendation, level string) string {
	x, y := &before.Sensitivity.Robustness, &after.Sensitivity.Robustness
	share := func(s *engine.LevelShares) float64 {
		return map[string]float64{"stance": s.Stance, "option": s.Option, "form": s.Form}[level]
	}
	switch {
	case y.Stance == engine.Thin:
		return "the situation gives less, so that one priority decides alone"
	case countAvailable(p, after) > countAvailable(p, before):
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

// Answers to what is open in presets and documented decisions, and answers given there
// once more after they were forgotten, seldom lower a word where they keep the advice, and
// never without a reason that can be seen.
func TestAnswersSeldomLowerAWord(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	e, err := engine.New(pack)
	require.NoError(t, err)
	answers, kinds, places, turn := 0, map[string]int{}, map[string]int{}, 0
	analyseOnce := func(p engine.Profile) func() *engine.Recommendation {
		return sync.OnceValue(func() *engine.Recommendation { return analyse(t, e, p) })
	}
	isDue := func() bool { // every so many, which are others in each profile
		turn++
		return turn%max(1, 600/testkit.Times(20)) == 0
	}
	// One more answer makes p into told. Most of what they are is the same in other turns, so
	// that it is analysed once, and not at all where the advice is another.
	try := func(name, fact string, answer engine.Answer, p, told engine.Profile, analyseBefore, analyseAfter func() *engine.Recommendation) {
		quick := decide(t, e, p)
		if quick.Option == "" || decide(t, e, told).Form != quick.Form {
			return
		}
		before, after := analyseBefore(), analyseAfter()
		answers++
		for _, level := range lowered(before, after) {
			kind := level + ": " + whyLowered(pack, before, after, level)
			require.NotContains(t, kind, "nothing", "%s: %s = %s", name, fact, answer)
			kinds[kind]++
			places[name+" "+fact]++
		}
	}
	visit := func(name string, p engine.Profile) {
		analyseAsItIs := analyseOnce(p)
		for i := range pack.Facts {
			f := &pack.Facts[i]
			if said, ok := p.Facts[f.ID]; ok && said != engine.Unknown {
				if isDue() {
					forgotten := p.Clone()
					delete(forgotten.Facts, f.ID)
					try(name, f.ID, said, forgotten, p, analyseOnce(forgotten), analyseAsItIs)
				}
				continue
			}
			for _, v := range f.ValueIDs() {
				if answer := engine.Value(v); isDue() {
					told := gen.WithAnswer(p, f.ID, answer)
					try(name, f.ID, answer, p, told, analyseAsItIs, analyseOnce(told))
				}
			}
		}
	}
	for i := 0; i < len(profiles.Presets()); i += testkit.Stride() {
		name := profiles.Presets()[i].Name
		p, err := profiles.Preset(name)
		require.NoError(t, err)
		visit(name, p)
	}
	for i := 0; i < len(profiles.Cases()); i += testkit.Stride() {
		name := profiles.Cases()[i].Name
		p, err := profiles.Case(name)
		require.NoError(t, err)
		visit(name, p)
	}
	require.Positive(t, answers)
	lowerings := 0
	for _, n := range kinds {
		lowerings += n
	}
	t.Log(answers, "answers that keep the advice,", len(places), "of them lower a word:", fmt.Sprint(kinds))
	if !testing.Short() { // a few answers say nothing about the share
		require.LessOrEqual(t, float64(len(places)), mostLowered*float64(answers))
	}
}

// mostLowered is the greatest share of answers that keep the advice and still may lower a
// word.
const mostLowered = 0.02
