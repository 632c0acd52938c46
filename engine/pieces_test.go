package engine_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// As many values and thresholds as a fact may have are all told apart, in what is
// recommended and in the flat form that decides many profiles; one more is refused. They
// are bits of one word, of which two are taken.
func TestAllPiecesOfAFactAreToldApart(t *testing.T) {
	t.Parallel()
	small, err := rules.Load(testkit.FilesOfSmallPack())
	require.NoError(t, err)
	for _, one := range []struct {
		kind  rules.FactType
		most  int
		test  rules.Test
		below string // under the last one by a step
	}{
		{rules.EnumFact, rules.MaxValuesOfFact, rules.Is, "v60"},
		{rules.OrderedFact, rules.MaxValuesOfFact, rules.AtLeast, "v60"},
		{rules.NumberFact, rules.MaxThresholds, rules.AtLeast, "29.5"},
	} {
		build := func(n int) (*engine.Engine, string, error) {
			p := small.Clone()
			f := rules.Fact{ID: "wide", Type: one.kind, Source: p.Facts[0].Source}
			last := "v" + strconv.Itoa(n-1)
			for i := range n {
				f.Values = append(f.Values, rules.FactValue{ID: "v" + strconv.Itoa(i)})
			}
			if one.kind == rules.NumberFact {
				f.Values, f.Max, last = nil, 100, strconv.Itoa(n)
				for i := 1; i < n; i++ {
					p.Duties = append(p.Duties, rules.Duty{ID: "d" + strconv.Itoa(i), Acts: p.Duties[0].Acts, When: &rules.Condition{Fact: "wide", Test: one.test, Values: []string{strconv.Itoa(i)}}})
				}
			}
			p.Facts = append(p.Facts, f)
			p.Option("public").Requires = &rules.Condition{Fact: "wide", Test: one.test, Values: []string{last}}
			e, err := engine.New(p)
			return e, last, err
		}
		_, _, err := build(one.most + 1)
		require.ErrorContains(t, err, "AJ113", one.kind)
		e, last, err := build(one.most)
		require.NoError(t, err, one.kind)
		for answer, want := range map[string]rules.Truth{last: rules.True, one.below: rules.False} {
			profile := engine.Profile{Weights: map[string]float64{"reach": 10}, Facts: map[string]engine.Answer{"wide": engine.Value(answer), "rights": engine.Value("full")}}
			require.Equal(t, want, resultOf(t, decide(t, e, profile), "public").Possible, "%s %s", one.kind, answer)
			requireOutcome(t, e, engine.NewEvaluator(e), &profile)
		}
	}
}
