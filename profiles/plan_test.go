package profiles_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// knownFacts are answers under which some steps would be foolish, whatever is advised,
// and some are owed; testdata/plan.yaml says what each key means.
type knownFacts struct {
	Why   string            `yaml:"why"`
	Set   map[string]string `yaml:"set"`
	Forms []string          `yaml:"forms"`
	Never []string          `yaml:"never"`
	Wants []string          `yaml:"wants"`
}

// Every form has a way that begins before the release and goes on after it, from
// wherever its owner stands, and none tells anybody to do what a known answer
// makes foolish.
func TestEveryFormHasAWholePlanFromEveryStart(t *testing.T) {
	t.Parallel()
	known := readExamples[knownFacts](t, "testdata/plan.yaml")
	for _, x := range known {
		require.NotEmpty(t, x.Why)
		for _, id := range slices.Concat(x.Never, x.Wants) {
			require.NotNil(t, rules.Core().Step(id), id)
		}
	}
	seen := map[string]bool{}
	for i, form := range listForms() {
		seen[form] = true
		if i%testkit.Stride() > 0 {
			continue
		}
		t.Run(form, func(t *testing.T) {
			t.Parallel()
			e := forceForm(t, form)
			for _, status := range listValues("release_status") {
				for _, terms := range append(listValues("present_terms"), "") {
					start := map[string]string{"kind": "both", "release_status": status, "present_terms": terms}
					requireWholePlan(t, planFrom(t, e, start), start)
					for i := range known {
						if x := &known[i]; x.isFor(form, start) {
							maps.Copy(start, x.Set)
							require.Empty(t, x.findFaults(planFrom(t, e, start)), "%s %v: %s", form, start, x.Why)
							start = map[string]string{"kind": "both", "release_status": status, "present_terms": terms}
						}
					}
				}
			}
		})
	}
	for _, x := range known {
		for _, id := range x.Forms {
			require.True(t, seen[id], "%s is no form", id)
		}
	}
}

func requireWholePlan(t *testing.T, plan []engine.PlanStep, start map[string]string) {
	t.Helper()
	for _, phase := range rules.Phases() {
		require.True(t, slices.ContainsFunc(plan, func(s engine.PlanStep) bool { return s.Phase == phase }), "%v: nothing is done %s", start, phase)
	}
}

// isFor reports whether the form is meant and the start says nothing else.
func (x *knownFacts) isFor(form string, start map[string]string) bool {
	for fact, value := range x.Set {
		if have, ok := start[fact]; ok && have != value {
			return false
		}
	}
	return len(x.Forms) == 0 || slices.Contains(x.Forms, form)
}

// findFaults says what is told or missing although the answers are known.
func (x *knownFacts) findFaults(plan []engine.PlanStep) (faults []string) {
	told := func(id string) bool {
		return slices.ContainsFunc(plan, func(s engine.PlanStep) bool { return s.ID == id })
	}
	for _, id := range x.Never {
		if told(id) {
			faults = append(faults, "foolish: "+id)
		}
	}
	for _, id := range x.Wants {
		if !told(id) {
			faults = append(faults, "missing: "+id)
		}
	}
	return faults
}

func planFrom(t *testing.T, e *engine.Engine, answers map[string]string) []engine.PlanStep {
	t.Helper()
	p := engine.Profile{Weights: map[string]float64{"adoption_reach": 5, "predictable_revenue": 5}, Facts: map[string]engine.Answer{}}
	for fact, value := range answers {
		switch value {
		case "":
		case "true":
			p.Facts[fact] = engine.Yes
		case "false":
			p.Facts[fact] = engine.No
		default:
			p.Facts[fact] = engine.Value(value)
		}
	}
	r, err := e.Recommend(t.Context(), p)
	require.NoError(t, err)
	require.NotEmpty(t, r.Form)
	return r.Plan
}

func listForms() (ids []string) {
	for _, o := range rules.Core().Options {
		if len(o.Forms) == 0 {
			ids = append(ids, o.ID)
		}
		for _, f := range o.Forms {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

func listValues(fact string) (ids []string) {
	for _, v := range rules.Core().Fact(fact).Values {
		ids = append(ids, v.ID)
	}
	return ids
}

// forceForm makes an engine to which one form alone is possible, and no bar stands in
// its way.
func forceForm(t *testing.T, form string) *engine.Engine {
	t.Helper()
	p := rules.Core().Clone()
	impossible := func() *rules.Condition { return &rules.Condition{Op: rules.Any} }
	for i := range p.Bars {
		p.Bars[i].When = impossible()
	}
	for i := range p.Options {
		o := &p.Options[i]
		o.Requires = impossible()
		if o.ID == form && len(o.Forms) == 0 {
			o.Requires = nil
		}
		for j := range o.Forms {
			if o.Forms[j].Requires = impossible(); o.Forms[j].ID == form {
				o.Requires, o.Forms[j].Requires = nil, nil
			}
		}
	}
	e, err := engine.New(p)
	require.NoError(t, err)
	return e
}
