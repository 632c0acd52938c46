package rules_test

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
)

// A condition that Rules leaves out would be read by no engine, tested by no
// pack test and counted nowhere.
func TestRulesHaveAllConditionsOfThePack(t *testing.T) {
	t.Parallel()
	p := *rules.Core()
	p.Asking = nil // says when to ask; it is no rule
	want := map[*rules.Condition]bool{}
	collectConditions(reflect.ValueOf(p), want)
	require.NotEmpty(t, want)
	for r := range p.Rules() {
		for _, c := range r.Conditions {
			require.True(t, want[c], "%s %s has a condition of its own, once", r.Kind, r.ID)
			delete(want, c)
		}
	}
	require.Empty(t, want)
}

func collectConditions(v reflect.Value, to map[*rules.Condition]bool) {
	if c, ok := v.Interface().(*rules.Condition); ok {
		if c != nil {
			to[c] = true
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			collectConditions(v.Field(i), to)
		}
	case reflect.Slice:
		for i := range v.Len() {
			collectConditions(v.Index(i), to)
		}
	}
}

func TestRulesWithAConditionAreThoseThatOweTests(t *testing.T) {
	t.Parallel()
	tested, err := rules.TestPack(rules.CoreFiles())
	require.NoError(t, err)
	n := 0
	for r := range rules.Core().Rules() {
		if r.HasCondition() {
			n++
		}
	}
	require.Equal(t, tested.Rules, n)
}

func TestRulesKnowWhereTheyBelong(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	for r := range p.Rules() {
		require.NotEmpty(t, r.ID)
		require.NotZero(t, r.At.Line, r.ID)
		require.NotEmpty(t, r.Title.In("en"), r.ID)
		switch r.Kind {
		case rules.ArgumentRule, rules.ModeratorRule:
			require.NotNil(t, p.Dimension(r.Within), r.ID)
		case rules.FormRule:
			require.Same(t, p.Option(r.Within).Form(r.ID), r.Of)
		case rules.AdviceRule:
			require.NotNil(t, p.Component(r.Within), r.ID)
		default:
			require.Empty(t, r.Within, r.ID)
		}
	}
	for range p.Rules() {
		break // a reader may stop early
	}
}

func TestHoldsReadsBarsAndAdviceWithPrecaution(t *testing.T) {
	t.Parallel()
	careful := &rules.Condition{Fact: "risk", Test: rules.Is, Values: []string{"true"}, Precaution: true}
	part := &rules.Condition{Fact: "part", Test: rules.Is, Values: []string{"true"}}
	p := rules.Pack{
		Facts: []rules.Fact{{ID: "risk", Type: rules.BoolFact}, {ID: "part", Type: rules.BoolFact}},
		Bars:  []rules.Bar{{ID: "v", When: careful, Escapes: []rules.Escape{{ID: "separate", Do: part}}}},
		Steps: []rules.Step{{ID: "s", When: careful}},
	}
	r := p.ReadAnswers(map[string]string{"part": "false"})
	for rule := range p.Rules() {
		switch rule.Kind {
		case rules.BarRule:
			require.Equal(t, rules.True, r.Holds(&rule), "unknown counts, and what lifts it is another question")
		case rules.StepRule:
			require.Equal(t, rules.True, r.Holds(&rule), "advice that only an answer makes foolish is given while there is none")
		}
	}
}
