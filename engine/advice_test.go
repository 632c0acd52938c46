package engine_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

// toy is the core pack with advice of its own, in which every mixed option is
// available with one form that gives the code and keeps the data.
func toy(t *testing.T, change func(*rules.Pack)) *engine.Engine {
	t.Helper()
	p := rules.Core().Clone()
	p.Bars, p.Duties, p.Standards, p.Choices, p.Compatible, p.Steps, p.Counsel, p.Sheet = nil, nil, nil, nil, nil, nil, nil, nil
	p.Components = []rules.Component{{ID: "code"}, {ID: "data"}, {ID: "name"}, {ID: "weights"}}
	for i := range p.Options {
		o := &p.Options[i]
		o.Requires = nil
		o.Forms = nil
		if o.Stance == rules.Mixed {
			o.Forms = []rules.Form{{
				ID:    o.ID + "_split",
				Gives: []string{"code"}, Keeps: []string{"data"}, Text: rules.Text{{"en", "code for data"}}, Source: o.Source,
			}}
		}
	}
	change(p)
	return build(t, p)
}

// only makes a profile to which nothing but one option is left.
func only(option string) engine.Profile {
	l := engine.Limit{Because: "a test"}
	for _, o := range rules.Core().Options {
		if o.ID != option {
			l.Exclude = append(l.Exclude, o.ID)
		}
	}
	return engine.Profile{
		Weights: map[string]float64{"adoption_reach": 5},
		Facts:   map[string]engine.Answer{"kind": engine.Value("model"), "recall_needed": engine.No},
		Limits:  []engine.Limit{l},
	}
}

func is(fact string, values ...string) *rules.Condition {
	return &rules.Condition{Fact: fact, Test: rules.Is, Values: values}
}

// advised writes the advice on all parts as "part: advice by rule".
func advised(r *engine.Recommendation) []string {
	var out []string
	for _, c := range r.Components {
		out = append(out, c.ID+": "+string(c.Advice)+" by "+c.Rule)
	}
	return out
}

func TestFirstAdviceThatIsMeantAndHolds(t *testing.T) {
	t.Parallel()
	e := toy(t, func(p *rules.Pack) {
		p.Components[0].Advice = []rules.ComponentAdvice{
			{ID: "not_meant", Advise: rules.AdviseKeep, For: []string{"closed", "open_copyleft"}},
			{ID: "not_known", Advise: rules.AdviseKeep, When: is("must_recoup", "true")},
			{ID: "false_here", Advise: rules.AdviseKeep, When: is("recall_needed", "true")},
			{ID: "this_one", Advise: rules.AdviseRestrict, For: []string{"open_permissive"}, When: is("kind", "model")},
			{ID: "too_late", Advise: rules.AdviseOpen},
		}
		p.Components[1].Applies = is("kind", "software")
		p.Components[1].Advice = []rules.ComponentAdvice{{ID: "no_such_part", Advise: rules.AdviseOpen}}
		p.Components[2].Advice = []rules.ComponentAdvice{{ID: "name_kept", Advise: rules.AdviseKeep, For: []string{"open"}}}
		p.Components[3].Advice = []rules.ComponentAdvice{{ID: "weights_out", Advise: rules.AdviseOpen}}
	})
	r := decide(t, e, only("open_permissive"))
	require.Equal(t, []string{"weights: open by weights_out", "code: restrict by this_one", "name: keep by name_kept"}, advised(r))
	require.Equal(t, []string{"kind"}, r.Components[1].Facts)
}

func TestFormGoesBeforeAdvice(t *testing.T) {
	t.Parallel()
	keep := func(id string, a rules.Advice) []rules.ComponentAdvice {
		return []rules.ComponentAdvice{{ID: id, Advise: a}}
	}
	e := toy(t, func(p *rules.Pack) {
		p.Components[0].Applies = is("must_recoup", "true") // not known, but the split names it
		p.Components[0].Advice = append(keep("code_kept", rules.AdviseKeep), keep("code_in_part", rules.AdviseRestrict)...)
		p.Components[1].Advice = keep("data_out", rules.AdviseOpen)
		p.Components[2].Advice = []rules.ComponentAdvice{{ID: "for_the_split", Advise: rules.AdviseKeep, For: []string{"open_core_split"}}}
	})
	require.Equal(t, []string{"code: restrict by code_in_part", "data: keep by open_core_split", "name: keep by for_the_split"}, advised(decide(t, e, only("open_core"))))
	require.Equal(t, []string{"code: restrict by code_in_part", "data: keep by dual_licence_split"}, advised(decide(t, e, only("dual_licence"))))
	require.Equal(t, []string{"data: open by data_out"}, advised(decide(t, e, only("closed_product"))))
	r := decide(t, toy(t, func(*rules.Pack) {}), only("open_core"))
	require.Equal(t, []string{"code: open by open_core_split", "data: keep by open_core_split"}, advised(r), "the split alone")
	require.Equal(t, rules.FormRule, r.Components[0].Kind)
	r = decide(t, toy(t, func(p *rules.Pack) { p.Components[0].Applies = is("kind", "software") }), only("open_core"))
	require.Equal(t, []string{"data: keep by open_core_split"}, advised(r), "a model has no such part, whatever splits of its kind give")
}

// A form of a mixed option may be named like it: advice for it is not for the
// option's other forms.
func TestAdviceForOneForm(t *testing.T) {
	t.Parallel()
	e := toy(t, func(p *rules.Pack) {
		i := slices.IndexFunc(p.Options, func(o rules.Option) bool { return o.ID == "open_core" })
		other := p.Options[i].Forms[0]
		other.ID, other.Requires = "open_core", &rules.Condition{Op: rules.Any}
		p.Options[i].Forms = append(p.Options[i].Forms, other)
		p.Components[2].Advice = []rules.ComponentAdvice{{ID: "for_the_other", Advise: rules.AdviseKeep, For: []string{"open_core"}}}
	})
	require.NotContains(t, advised(decide(t, e, only("open_core"))), "name: keep by for_the_other")
}

// A part that a bar binds is never given out, though the option stays.
func TestBarGoesBeforeAdvice(t *testing.T) {
	t.Parallel()
	e := toy(t, func(p *rules.Pack) {
		p.Components[1].Kind = "data"
		p.Components[1].Advice = []rules.ComponentAdvice{{ID: "data_out", Advise: rules.AdviseOpen}}
		p.Bars = []rules.Bar{{ID: "not_yours", When: is("kind", "model"), Forbids: []string{"publish"}, On: []string{"data"}, Source: p.Facts[0].Source}}
	})
	r := decide(t, e, only("open_permissive"))
	require.Equal(t, []string{"data: restrict by not_yours"}, advised(r), "what may not be published may go to some")
	require.Equal(t, rules.BarRule, r.Components[0].Kind)
	require.True(t, r.Ready, "the bar binds the data alone")
	unsure := only("open_permissive")
	unsure.Facts["kind"] = engine.Unknown
	require.Equal(t, []string{"data: open by data_out"}, advised(decide(t, e, unsure)), "a bar that may not hold binds nothing")
}

func TestLicencesFitWhatIsAdvised(t *testing.T) {
	t.Parallel()
	e := toy(t, func(p *rules.Pack) {
		for i, a := range []rules.Advice{rules.AdviseOpen, rules.AdviseKeep, rules.AdviseOpen} {
			p.Components[i].Advice = []rules.ComponentAdvice{{ID: p.Components[i].ID + "_advice", Advise: a}}
		}
		all := []string{"code", "data", "name"}
		p.Choices = []rules.LicenceChoice{
			{ID: "second", Order: 2, Licences: []string{"MIT", "Apache-2.0"}, Parts: all},
			{ID: "first", Order: 1, Licences: []string{"Apache-2.0"}, Parts: []string{"code"}, When: is("kind", "model")},
			{ID: "for_sale", Order: 3, Licences: []string{"LicenseRef-commercial"}, Parts: all},
			{ID: "elsewhere", Order: 4, Licences: []string{"BSD-3-Clause"}, Parts: all, For: []string{"closed"}},
			{ID: "not_known", Order: 5, Licences: []string{"BSD-3-Clause"}, Parts: all, When: is("must_recoup", "true")},
		}
	})
	r := decide(t, e, only("open_permissive"))
	require.Equal(t, []string{"Apache-2.0", "MIT"}, r.Components[0].Terms)
	require.Equal(t, []string{"MIT", "Apache-2.0"}, r.Components[1].Terms)
	require.Equal(t, []string{"LicenseRef-commercial"}, r.Components[2].Terms)
	var got []string
	for _, l := range r.Licences {
		got = append(got, l.ID)
	}
	require.Equal(t, []string{"first", "second", "for_sale"}, got)
	require.Equal(t, []string{"code", "name"}, r.Licences[1].Parts)

	e = toy(t, func(p *rules.Pack) {
		p.Components[0].Advice = []rules.ComponentAdvice{{ID: "code_out", Advise: rules.AdviseOpen}}
		p.Components[1].Advice = []rules.ComponentAdvice{{ID: "data_out", Advise: rules.AdviseOpen}}
		p.Choices = []rules.LicenceChoice{
			{ID: "not_binding_here", Order: 1, Licences: []string{"BSD-3-Clause"}, Parts: []string{"code"}, Binding: true, When: is("kind", "software")},
			{ID: "binding", Order: 2, Licences: []string{"Apache-2.0"}, Parts: []string{"code"}, Binding: true},
			{ID: "after", Order: 3, Licences: []string{"MIT"}, Parts: []string{"code", "data"}},
		}
	})
	r = decide(t, e, only("open_permissive"))
	require.Equal(t, []string{"Apache-2.0"}, r.Components[0].Terms, "a binding choice leaves no other")
	require.Equal(t, []string{"MIT"}, r.Components[1].Terms, "and binds its own parts alone")
	require.Equal(t, []string{"data"}, r.Licences[1].Parts)
}

// What stands behind advice are the answers that make it hold, not all that its
// condition could read.
func TestFactsBehindAdvice(t *testing.T) {
	t.Parallel()
	oneOf := func(of ...rules.Condition) *rules.Condition { return &rules.Condition{Op: rules.Any, Of: of} }
	facts := func(when *rules.Condition, given map[string]engine.Answer) []string {
		e := toy(t, func(p *rules.Pack) {
			p.Components[0].Advice = []rules.ComponentAdvice{{ID: "code_out", Advise: rules.AdviseOpen, When: when}}
		})
		p := only("open_permissive")
		maps.Copy(p.Facts, given)
		r := decide(t, e, p)
		require.Equal(t, []string{"code: open by code_out"}, advised(r))
		return r.Components[0].Facts
	}
	model, recall, recoup := *is("kind", "model"), *is("recall_needed", "true"), *is("must_recoup", "true")
	require.Equal(t, []string{"kind"}, facts(oneOf(recall, model, recoup), nil), "one part is false, one is not known")
	require.Equal(t, []string{"kind", "must_recoup"}, facts(oneOf(recall, model, recoup), map[string]engine.Answer{"must_recoup": engine.Yes}))
	not := &rules.Condition{Op: rules.Not, Of: []rules.Condition{{Op: rules.All, Of: []rules.Condition{recall, recoup}}}}
	require.Equal(t, []string{"recall_needed"}, facts(not, nil), "what is not known is no ground")
	require.Empty(t, facts(not, map[string]engine.Answer{"recall_needed": engine.NotApplicable}), "nor is what does not apply")
	require.Empty(t, facts(nil, nil))
}

func TestStandards(t *testing.T) {
	t.Parallel()
	level := func(id string, needs ...string) rules.StandardLevel {
		return rules.StandardLevel{ID: id, Needs: needs}
	}
	with := func(weights, code, data rules.Advice) *engine.Recommendation {
		return decide(t, toy(t, func(p *rules.Pack) {
			p.Standards = []rules.Standard{{ID: "ladder", About: "weights", Levels: []rules.StandardLevel{level("low", "weights"), level("mid", "code"), level("high", "data")}}}
			for i, a := range map[int]rules.Advice{0: code, 1: data, 3: weights} {
				p.Components[i].Advice = []rules.ComponentAdvice{{ID: p.Components[i].ID + "_advice", Advise: a}}
			}
		}), only("open_permissive"))
	}
	o, r, k := rules.AdviseOpen, rules.AdviseRestrict, rules.AdviseKeep
	require.Empty(t, with(k, o, o).Standards, "about a part that is kept the measure says nothing")
	got := with(r, o, o).Standards[0]
	require.Empty(t, got.Reached)
	require.Equal(t, []string{"weights"}, got.Missing)
	got = with(o, r, o).Standards[0]
	require.Equal(t, "low", got.Reached)
	require.Equal(t, []string{"code"}, got.Missing)
	got = with(o, o, o).Standards[0]
	require.Equal(t, "high", got.Reached)
	require.Empty(t, got.Missing)
}

func TestStepsAndResultsWithoutOption(t *testing.T) {
	t.Parallel()
	e := toy(t, func(p *rules.Pack) {
		p.Steps = []rules.Step{
			{ID: "third", Order: 3, When: is("kind", "model")},
			{ID: "first", Order: 1, For: []string{"none", "open"}},
			{ID: "second", Order: 2, For: []string{"closed"}},
		}
		p.Components[0].Advice = []rules.ComponentAdvice{{ID: "code_out", Advise: rules.AdviseOpen}}
	})
	steps := func(p engine.Profile) (ids []string) {
		for _, s := range decide(t, e, p).NextSteps {
			ids = append(ids, s.ID)
		}
		return ids
	}
	require.Equal(t, []string{"first", "third"}, steps(only("open_permissive")))
	require.Equal(t, []string{"second", "third"}, steps(only("in_house")))
	require.Equal(t, []string{"first", "third"}, steps(only("no such option")))
	none := decide(t, e, only("no such option"))
	require.Equal(t, engine.None, none.Stance)
	require.Empty(t, none.Components)
	require.Empty(t, steps(engine.Profile{}), "without a basis there is nothing to do")
}

// Advice changes no verdict, and says nothing against its split.
func TestAdviceFollowsTheVerdict(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := decide(t, e, profile)
		bare := p.Clone()
		bare.Standards, bare.Licences, bare.Choices, bare.Compatible, bare.Steps, bare.Counsel, bare.Sheet = nil, nil, nil, nil, nil, nil, nil
		for i := range bare.Components {
			bare.Components[i].Advice, bare.Components[i].Applies = nil, nil
		}
		after := []string{"Duties", "Components", "Licences", "Clashes", "Standards", "Plan", "NextSteps", "Counsel", "Unknown"}
		require.Equal(t, dump(decide(t, build(t, bare), profile), after...), dump(r, after...))
		for _, c := range r.Components {
			f := p.Option(r.Option).Form(r.Form)
			if slices.Contains(f.Gives, c.ID) && c.Kind != rules.BarRule {
				require.NotEqual(t, rules.AdviseKeep, c.Advice)
			}
			if slices.Contains(f.Keeps, c.ID) && !slices.Contains(f.Gives, c.ID) {
				require.Equal(t, rules.AdviseKeep, c.Advice)
			}
		}
	})
}
