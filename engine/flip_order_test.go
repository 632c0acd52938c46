package engine_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// groupOf finds the group of another answer to a fact from what it takes to get there.
func groupOf(t require.TestingT, p *rules.Pack, e *engine.Engine, profile engine.Profile, f engine.FlipFact) engine.FlipGroup {
	before, err := e.FindContradictions(profile)
	require.NoError(t, err)
	after, err := e.FindContradictions(apply(profile, f))
	require.NoError(t, err)
	for _, c := range after {
		if !slices.ContainsFunc(before, func(x engine.Contradiction) bool { return x.ID == c.ID }) {
			return engine.ExcludesOthers
		}
	}
	group := engine.AnswersOpen
	for _, s := range f.Set {
		def, said := factOf(t, p, s.Fact), profile.Facts[s.Fact]
		g := engine.MayChange
		switch {
		case said == engine.Unknown || gen.IsOpen(def, said) && keepsWhatIsKnown(def, said, s.Answer):
			g = engine.AnswersOpen
		case profile.Notes[s.Fact].Sure == engine.LowSureness || profile.Notes[s.Fact].Sure == engine.MediumSureness:
			g = engine.CorrectsUnsure
		case def.Changes == rules.NeverChanges || s.Answer == engine.NotApplicable:
			g = engine.MakesAnotherCase
		}
		if slices.Index(engine.FlipGroups(), g) > slices.Index(engine.FlipGroups(), group) {
			group = g
		}
	}
	return group
}

// keepsWhatIsKnown reports whether another answer to a set only says more of it.
func keepsWhatIsKnown(f *rules.Fact, said, then engine.Answer) bool {
	a, _ := said.Members()
	b, ok := then.Members()
	for i, was := range a.Truths(f) {
		if ok && was != rules.Unknown && b.Truths(f)[i] != was {
			return false
		}
	}
	return ok
}

// Flips stand by how they could come about, inside a group by what makes them, then by
// what they change, and of one fact the near answers before the far ones.
func TestFlipsStandInOrder(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		profile.Notes = map[string]engine.Note{}
		for i := range p.Facts {
			if word := rapid.SampledFrom(append(engine.AnswerSurenesses(), "")).Draw(t, "sure"); word != "" {
				profile.Notes[p.Facts[i].ID] = engine.Note{Sure: word}
			}
		}
		r := analyse(t, e, profile)
		order := func(f engine.FlipFact) []int {
			place := []int{slices.Index(engine.FlipGroups(), f.Group), 0, 0, 0}
			if f.Group == engine.CorrectsUnsure && profile.Notes[f.Set[0].Fact].Sure == engine.MediumSureness {
				place[1] = 1
			}
			if f.By == engine.ByBar {
				place[2] = 1
			}
			if f.Stance == r.Stance {
				place[3] = 1
			}
			return place
		}
		steps := map[string]int{} // of the fact, in the order so far
		for i, f := range r.Sensitivity.FlipFacts {
			require.Equal(t, groupOf(t, p, e, profile, f), f.Group, "%v", f)
			if i > 0 {
				require.LessOrEqual(t, slices.Compare(order(r.Sensitivity.FlipFacts[i-1]), order(f)), 0, "%v", f)
				if slices.Compare(order(r.Sensitivity.FlipFacts[i-1]), order(f)) < 0 {
					clear(steps)
				}
			}
			def, said := factOf(t, p, f.Set[0].Fact), profile.Facts[f.Set[0].Fact]
			was, known := said.Known()
			value, plain := f.Set[0].Answer.Known()
			if def.Type != rules.OrderedFact || !known || !plain {
				continue
			}
			n := slices.Index(def.ValueIDs(), value) - slices.Index(def.ValueIDs(), was)
			n = max(n, -n)
			require.GreaterOrEqual(t, n, steps[def.ID], "%v", f)
			steps[def.ID] = n
		}
	})
}

// From the lowest answer of a scale a far answer is as far as from any other.
func TestFarAnswersStandBehindNearOnes(t *testing.T) {
	t.Parallel()
	p := testkit.BarePack("a_scale", "b_switch")
	scale := p.Fact("a_scale")
	scale.Type = rules.OrderedFact
	for _, id := range []string{"low", "middle", "high"} {
		scale.Values = append(scale.Values, rules.FactValue{ID: id, Label: scale.Title})
	}
	testkit.ArgueClosed(p, "far", 1, testkit.Holds("a_scale", "high"))
	testkit.ArgueClosed(p, "near", 1, testkit.Holds("b_switch"))
	profile := reachAlone
	profile.Facts = map[string]engine.Answer{"a_scale": engine.Value("low"), "b_switch": engine.No}
	var facts []string
	for _, f := range analyse(t, build(t, p), profile).Sensitivity.FlipFacts {
		facts = append(facts, f.Set[0].Fact)
	}
	require.Equal(t, []string{"b_switch", "a_scale"}, facts)
}
