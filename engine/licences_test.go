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

// given makes a toy whose code and data are given openly.
func given(t *testing.T, change func(*rules.Pack)) *engine.Engine {
	t.Helper()
	return toy(t, func(p *rules.Pack) {
		for i := range 2 {
			p.Components[i].Advice = []rules.ComponentAdvice{{ID: p.Components[i].ID + "_out", Advise: rules.AdviseOpen}}
		}
		change(p)
	})
}

func TestOneChoiceOfTermsPerPart(t *testing.T) {
	t.Parallel()
	code := []string{"code"}
	e := given(t, func(p *rules.Pack) {
		p.Choices = []rules.LicenceChoice{
			{ID: "best", Order: 1, Licences: []string{"MPL-2.0", "EPL-2.0"}, Parts: code, Covers: rules.CodeContent},
			{ID: "for_texts", Order: 2, Licences: []string{"CC-BY-4.0"}, Parts: code, Covers: rules.TextContent},
			{ID: "other", Order: 3, Licences: []string{"EPL-2.0", "MIT"}, Parts: []string{"code", "data"}, Covers: rules.CodeContent},
		}
	})
	r := decide(t, e, only("open_permissive"))
	c := r.Components[0]
	require.Equal(t, []engine.PartTerms{
		{For: rules.CodeContent, AnyOf: []string{"MPL-2.0", "EPL-2.0"}, Rule: "best"}, {For: rules.TextContent, AnyOf: []string{"CC-BY-4.0"}, Rule: "for_texts"},
	}, c.TermsFor, "what covers different things applies together")
	require.Equal(t, []string{"MPL-2.0", "CC-BY-4.0"}, c.Choice)
	require.Equal(t, []string{"EPL-2.0", "MIT"}, c.Alternatives)
	require.Equal(t, []string{"MPL-2.0", "EPL-2.0", "CC-BY-4.0", "MIT"}, c.Terms)
	require.Equal(t, []string{"EPL-2.0"}, r.Components[1].Choice)
	i := slices.IndexFunc(r.Licences, func(l engine.LicenceResult) bool { return l.ID == "other" })
	require.Equal(t, []string{"code", "data"}, r.Licences[i].Parts)
	require.Equal(t, []string{"data"}, r.Licences[i].ChosenFor)
}

func TestWhatWasInheritedRulesOutTerms(t *testing.T) {
	t.Parallel()
	code := []string{"code"}
	with := func(profile map[string]engine.Answer, rows ...rules.Compatibility) *engine.Recommendation {
		e := given(t, func(p *rules.Pack) {
			p.Components[2].Advice = []rules.ComponentAdvice{{ID: "name_kept", Advise: rules.AdviseKeep}}
			p.Choices = []rules.LicenceChoice{
				{ID: "first", Order: 1, Licences: []string{"Apache-2.0", "GPL-2.0-only"}, Parts: []string{"code", "data"}},
				{ID: "second", Order: 2, Licences: []string{"GPL-3.0-only"}, Parts: code},
				{ID: "for_sale", Order: 3, Licences: []string{"LicenseRef-commercial"}, Parts: []string{"name"}},
			}
			p.Compatible = rows
		})
		p := only("open_permissive")
		for id, a := range profile {
			p.Facts[id] = a
		}
		return decide(t, e, p)
	}
	two := rules.Compatibility{ID: "two", When: is("kind", "model"), Parts: code, Only: []string{"GPL-2.0-only"}}
	three := rules.Compatibility{ID: "three", When: is("recall_needed", "false"), Parts: []string{"code", "name"}, Only: []string{"GPL-3.0-only"}}
	r := with(nil, two)
	require.Equal(t, []string{"GPL-2.0-only"}, r.Components[0].Choice)
	require.Empty(t, r.Components[0].Alternatives)
	require.Equal(t, []string{"Apache-2.0", "GPL-2.0-only"}, r.Components[1].Terms, "another part is not joined with it")
	require.Equal(t, []engine.ClashResult{{ID: "two", Licences: []string{"Apache-2.0", "GPL-3.0-only"}, Parts: code, Facts: []string{"kind"}}}, r.Clashes)
	require.False(t, r.Components[0].NothingFits)

	r = with(nil, two, three)
	require.True(t, r.Components[0].NothingFits, "the two fit nowhere together")
	require.Empty(t, r.Components[0].Terms)
	require.Empty(t, r.Components[0].Choice)
	require.Len(t, r.Clashes, 2)
	require.False(t, r.Components[2].NothingFits, "what is kept goes to nobody")
	require.Equal(t, []string{"LicenseRef-commercial"}, r.Components[2].Choice)

	r = with(map[string]engine.Answer{"recall_needed": engine.Unknown}, three)
	require.Equal(t, []string{"Apache-2.0"}, r.Components[0].Choice, "a row that may not hold rules nothing out")
	careful := three
	careful.When = &rules.Condition{Fact: "recall_needed", Test: rules.Is, Values: []string{"false"}, Precaution: true}
	r = with(map[string]engine.Answer{"recall_needed": engine.Unknown}, careful)
	require.Equal(t, []string{"GPL-3.0-only"}, r.Components[0].Choice, "unless it does by precaution")

	never := rules.Compatibility{ID: "never", When: is("kind", "model"), Parts: code, Never: []string{"Apache-2.0"}}
	require.Equal(t, []string{"GPL-2.0-only", "GPL-3.0-only"}, with(nil, never).Components[0].Terms)
}

// Two copyleft licences inside one work: the terms have to fit both, and some fit
// nowhere together.
func TestSeveralInheritedLicencesAtOnce(t *testing.T) {
	t.Parallel()
	p := rules.Core().Clone()
	p.Bars, p.Duties, p.Steps, p.Sheet = nil, nil, nil, nil // what may be done at all is another question
	for _, id := range []string{"upstream_terms", "inherited_licences"} {
		p.Fact(id).Type = rules.SetFact
	}
	e := build(t, p)
	choice := func(upstream, inherited engine.Answer, separable engine.Answer) (choice []string, nothing bool) {
		profile := only("open_copyleft")
		profile.Facts = map[string]engine.Answer{
			"kind": engine.Value("software"), "upstream_terms": upstream, "inherited_licences": inherited,
			"uncleared_parts_separable": separable, "contributor_rights": engine.Value("sole_owner"), "hosting_rivals": engine.Value("none"),
		}
		r := decide(t, e, profile)
		i := slices.IndexFunc(r.Components, func(c engine.ComponentResult) bool { return c.ID == "application_code" })
		return r.Components[i].Choice, r.Components[i].NothingFits
	}
	strong, unknown := engine.Set("strong_copyleft"), engine.Unknown
	for _, c := range []struct {
		inherited []string
		choice    []string
	}{
		{[]string{"gpl_2_0_only", "gpl_3_0_only"}, nil},
		{[]string{"gpl_2_0_only", "lgpl_3_0_or_later"}, nil},
		{[]string{"gpl_2_0_or_later", "gpl_3_0_only"}, []string{"GPL-3.0-only"}},
		{[]string{"gpl_2_0_or_later", "lgpl_3_0_only"}, []string{"GPL-3.0-or-later"}},
		{[]string{"gpl_3_0_only", "epl_2_0"}, nil},
		{[]string{"eupl_1_2", "gpl_2_0_only"}, []string{"GPL-2.0-only"}},
		{[]string{"cecill_2_1", "gpl_3_0_or_later"}, []string{"GPL-3.0-or-later"}},
	} {
		got, nothing := choice(strong, engine.Set(c.inherited...), unknown)
		require.Equal(t, c.choice, got, "%v", c.inherited)
		require.Equal(t, c.choice == nil, nothing, "%v", c.inherited)
	}
	_, nothing := choice(engine.Set("strong_copyleft", "proprietary"), engine.Set("gpl_3_0_only"), unknown)
	require.True(t, nothing, "a whole under the GPL cannot hold proprietary parts")
	got, nothing := choice(strong, engine.Set("gpl_2_0_only", "gpl_3_0_only"), engine.Yes)
	require.False(t, nothing, "what is kept apart binds nothing")
	require.NotEmpty(t, got)
	got, _ = choice(engine.Set("strong_copyleft", "network_copyleft"), engine.Set("gpl_3_0_or_later", "agpl_3_0_only"), unknown)
	require.Equal(t, []string{"AGPL-3.0-only"}, got, "GPL-3.0 joins with AGPL-3.0")
}

// No part is told terms that a row which holds rules out; the choice and the
// alternatives are all terms, each once.
func TestTermsAreWholeAndCompatible(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		answers := map[string]string{}
		for id, a := range profile.Facts {
			answers[id] = a.String()
		}
		reading := p.ReadAnswers(answers)
		r := decide(t, e, profile)
		for _, c := range r.Components {
			require.ElementsMatch(t, c.Terms, append(slices.Clone(c.Choice), c.Alternatives...))
			require.Equal(t, len(c.TermsFor) > 0, len(c.Choice) > 0)
			for i := range p.Compatible {
				x := &p.Compatible[i]
				if c.Advice == rules.AdviseKeep || !slices.Contains(x.Parts, c.ID) || reading.PrudentTruth(x.When) != rules.True {
					continue
				}
				for _, id := range c.Terms {
					require.True(t, x.Allows(id), "%s for %s under %s", id, c.ID, x.ID)
				}
			}
		}
	})
}
