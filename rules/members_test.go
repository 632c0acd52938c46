package rules_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// incomes is a set with a value that stands alone.
var incomes = rules.Fact{ID: "income", Type: rules.SetFact, Values: []rules.FactValue{{ID: "sales"}, {ID: "none", Alone: true}, {ID: "grants"}}}

// A comparison with a set goes by its members, each known or not by itself.
func TestConditionsOnSets(t *testing.T) {
	t.Parallel()
	p := &rules.Pack{Facts: []rules.Fact{incomes}}
	const no, open, yes = rules.False, rules.Unknown, rules.True
	type truths struct{ isSales, isEither, isNotSales, isNotEither, onlySales rules.Truth }
	compare := func(test rules.Test, values ...string) *rules.Condition {
		return &rules.Condition{Fact: "income", Test: test, Values: values}
	}
	for answer, want := range map[string]truths{
		"sales":                  {yes, yes, no, no, yes},
		"grants, sales":          {yes, yes, no, no, no},
		"none":                   {no, no, yes, yes, no},
		"grants":                 {no, yes, yes, no, no},
		"sales: yes":             {yes, yes, no, no, open},
		"sales: no":              {no, open, yes, open, no},
		"none: yes":              {no, no, yes, yes, no},
		"grants: no":             {open, open, open, open, open},
		"grants: no, sales: yes": {yes, yes, no, no, yes}, // so it is not none
		"unknown":                {open, open, open, open, open},
		"na":                     {no, no, no, no, no},
	} {
		r := p.ReadAnswers(map[string]string{"income": answer})
		require.Equal(t, want, truths{
			r.Truth(compare(rules.Is, "sales")), r.Truth(compare(rules.Is, "sales", "grants")),
			r.Truth(compare(rules.IsNot, "sales")), r.Truth(compare(rules.IsNot, "sales", "grants")), r.Truth(compare(rules.IsOnly, "sales")),
		}, answer)
	}
	feared := compare(rules.Is, "sales", "grants")
	feared.Precaution = true
	require.Equal(t, yes, p.ReadAnswers(map[string]string{"income": "sales: no"}).PrudentTruth(feared))
	require.Equal(t, no, p.ReadAnswers(map[string]string{"income": "none"}).PrudentTruth(feared))
}

func TestSetsThatCannotBe(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"sales, none":                     `AJ306 "none" of "income" excludes the other values`,
		"none: yes, sales: yes":           `AJ306 "none" of "income" excludes the other values`,
		"sale":                            `AJ303 "sale" is not a value of "income"; did you mean "sales"?`,
		"":                                `AJ306 the answer to "income" has none of its values`,
		"grants: no, none: no, sales: no": `AJ306 the answer to "income" has none of its values`,
	} {
		list := rules.ParseMembers(text).Check(&incomes, diag.Pos{})
		require.Len(t, list, 1, text)
		require.Contains(t, list[0].Error(), want)
	}
	for _, text := range []string{"sales", "grants, sales", "none", "none: no", "grants: no, none: no", "none: yes, sales: no"} {
		require.Empty(t, rules.ParseMembers(text).Check(&incomes, diag.Pos{}), text)
		require.Equal(t, text, rules.ParseMembers(text).String())
	}
}

// A pack says what a set needs.
func TestChecksOfSets(t *testing.T) {
	t.Parallel()
	mistakes := func(change func(*rules.Pack)) string {
		p := rules.Core().Clone()
		change(p)
		err := p.Check()
		if err == nil {
			return ""
		}
		return err.Error()
	}
	set := func(p *rules.Pack) *rules.Fact {
		f := p.Fact("kind")
		f.Type = rules.SetFact
		return f
	}
	require.Empty(t, mistakes(func(p *rules.Pack) { set(p).Values[0].Alone = true }))
	require.Contains(t, mistakes(func(p *rules.Pack) {
		f := set(p)
		for len(f.Values) <= rules.MaxMembers {
			f.Values = append(f.Values, rules.FactValue{ID: f.Values[len(f.Values)-1].ID + "x"})
		}
	}), `set "kind" needs 2 to 20 values`)
	require.Contains(t, mistakes(func(p *rules.Pack) { p.Fact("kind").Values[0].Alone = true }), `fact "kind" marks a value as alone but is no set`)
	only := func(values ...string) *rules.Condition {
		return &rules.Condition{Fact: "kind", Test: rules.IsOnly, Values: values}
	}
	require.Contains(t, mistakes(func(p *rules.Pack) { p.Bars[0].When = only("model") }), `is_only is for sets, and "kind" is none`)
	require.Contains(t, mistakes(func(p *rules.Pack) { set(p); p.Bars[0].When = only("model", "software") }), `is_only takes one value`)
	require.Contains(t, mistakes(func(p *rules.Pack) { set(p); p.Bars[0].When = only("modl") }), `"modl"`)
}
