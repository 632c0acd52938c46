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

func TestPlanGoesByPhaseThenOrder(t *testing.T) {
	t.Parallel()
	r := decide(t, toy(t, func(p *rules.Pack) {
		p.Steps = []rules.Step{
			{ID: "look_back", Order: 1, Phase: rules.AfterRelease, By: rules.MaintainersRole},
			{ID: "older", Order: 5},
			{ID: "first", Order: 2, Phase: rules.BeforeRelease, By: rules.LegalRole},
			{ID: "publish", Order: 3, Phase: rules.AtRelease, By: rules.SecurityRole, For: []string{"open"}, NotFor: []string{"open_copyleft"}},
			{ID: "hide", Order: 4, For: []string{"open"}, NotFor: []string{"closed", "open_permissive"}},
		}
	}), only("open_permissive"))
	step := func(id string, phase rules.Phase, by rules.Role) engine.PlanStep {
		return engine.PlanStep{ID: id, Kind: rules.StepRule, Phase: phase, By: by}
	}
	require.Equal(t, []engine.PlanStep{
		step("first", rules.BeforeRelease, rules.LegalRole), step("older", rules.BeforeRelease, rules.ProductRole),
		step("publish", rules.AtRelease, rules.SecurityRole), step("look_back", rules.AfterRelease, rules.MaintainersRole),
	}, r.Plan)
	require.Len(t, r.NextSteps, 4)
}

// A step about an act is for forms that do it, and not for those that may.
func TestPlanAsksWhatTheReleaseDoes(t *testing.T) {
	t.Parallel()
	e := toy(t, func(p *rules.Pack) {
		p.Steps = []rules.Step{{ID: "ask_authors", Order: 1, Acts: []string{"relicense", "bind"}}, {ID: "serve_well", Order: 2, Acts: []string{"serve"}}}
		p.Steps = append(p.Steps, rules.Step{ID: "tell_all", Order: 3, Acts: []string{"serve"}, ActsIf: []rules.StepActs{{Acts: []string{"publish"}, When: is("present_terms", "permissive")}}})
		for i := range p.Options {
			o := &p.Options[i]
			o.Acts, o.ActsIf = rules.Acts{{Key: "model", Value: []string{"publish"}}}, []rules.ConditionalActs{{Acts: []string{"relicense"}, On: []string{"model"}, When: is("present_terms", "strong_copyleft")}}
		}
	})
	plan := func(terms string) (ids []string) {
		p := only("open_permissive")
		if terms != "" {
			p.Facts["present_terms"] = engine.Value(terms)
		}
		for _, s := range decide(t, e, p).Plan {
			ids = append(ids, s.ID)
		}
		return ids
	}
	require.Equal(t, []string{"ask_authors"}, plan("strong_copyleft"))
	require.Equal(t, []string{"tell_all"}, plan("permissive"))
	p := only("open_permissive")
	p.Facts["present_terms"] = engine.Value("permissive")
	require.Equal(t, []string{"present_terms"}, decide(t, e, p).Plan[0].Facts, "what makes it an act is a ground")
	require.Empty(t, plan(""), "nobody knows whether it does")
	none := decide(t, e, only("no such option"))
	require.Equal(t, engine.None, none.Stance)
	require.Empty(t, none.Plan, "no release does anything")
}

// What must come first stands first: by the steps about it, else as its bar says.
func TestPlanBeginsWithTheConditions(t *testing.T) {
	t.Parallel()
	bar := func(id string, order int) rules.Bar {
		return rules.Bar{
			ID: id, Order: order, When: is("kind", "model"), Forbids: []string{"publish"},
			Escapes: []rules.Escape{{Do: is("must_recoup", "true"), Text: rules.Text{{"en", "Do it."}}}}, Jurisdiction: rules.AnyJurisdiction,
		}
	}
	r := decide(t, toy(t, func(p *rules.Pack) {
		p.Bars = []rules.Bar{bar("secret", 1), bar("foreign", 2), bar("unfiled", 3)}
		p.Steps = []rules.Step{
			{ID: "anything", Order: 1}, {ID: "list_parts", Order: 2, About: []string{"foreign"}}, {ID: "file", Order: 3, About: []string{"unfiled"}, Phase: rules.AfterRelease},
			{ID: "clear_parts", Order: 4, About: []string{"foreign", "secret_of_others"}, By: rules.LegalRole},
		}
		p.Options[0].Acts = nil // a bar leaves something
		for i := 1; i < len(p.Options); i++ {
			p.Options[i].Acts = rules.Acts{{Key: "model", Value: []string{"publish"}}}
		}
		p.Bars = append(p.Bars, rules.Bar{ID: "secret_of_others", When: is("kind", "software"), Forbids: []string{"run"}, Jurisdiction: rules.AnyJurisdiction})
	}), only("open_permissive"))
	require.False(t, r.Ready)
	var got []string
	for _, s := range r.Plan {
		got = append(got, string(s.Kind)+" "+s.ID)
	}
	require.Equal(t, []string{"bar secret", "step list_parts", "step clear_parts", "bar unfiled", "step anything", "step file"}, got)
	require.Equal(t, engine.PlanStep{ID: "secret", Kind: rules.BarRule, Phase: rules.BeforeRelease, By: rules.LegalRole, Facts: []string{"kind"}, Bars: []string{"secret"}}, r.Plan[0])
	require.Equal(t, []string{"foreign"}, r.Plan[2].Bars, "a bar that no option meets is no reason")
	require.Len(t, r.NextSteps, 4, "bars are no steps")
}

// On random packs: phases follow each other, every condition is met before anything
// else is done.
func TestPlanOnRandomPacks(t *testing.T) {
	check(t, func(t *rapid.T) {
		_, e, profile := drawn(t, gen.Usual)
		r := decide(t, e, profile)
		if r.Stance == engine.NoBasis {
			require.Empty(t, r.Plan)
			return
		}
		phase := func(s engine.PlanStep) int { return slices.Index(rules.Phases(), s.Phase) }
		require.True(t, slices.IsSortedFunc(r.Plan, func(a, b engine.PlanStep) int { return phase(a) - phase(b) }))
		other := slices.IndexFunc(r.Plan, func(s engine.PlanStep) bool { return !isAboutConditions(r, s) })
		for i, s := range r.Plan {
			require.False(t, other >= 0 && i > other && isAboutConditions(r, s), "%s comes late", s.ID)
		}
		for _, c := range r.Conditions {
			require.True(t, slices.ContainsFunc(r.Plan, func(s engine.PlanStep) bool { return s.Phase == rules.BeforeRelease && slices.Contains(s.Bars, c.ID) }), c.ID)
		}
	})
}

func isAboutConditions(r *engine.Recommendation, s engine.PlanStep) bool {
	return s.Phase == rules.BeforeRelease && slices.ContainsFunc(r.Conditions, func(c engine.BarResult) bool { return slices.Contains(s.Bars, c.ID) })
}
