package report_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

// conditionPack has one fact of each type.
func conditionPack() *rules.Pack {
	text := func(en, zh string) rules.Text { return rules.Text{{"en", en}, {"zh", zh}} }
	return &rules.Pack{Facts: []rules.Fact{
		{ID: "size", Type: rules.OrderedFact, Title: text("Size", "规模"), Values: []rules.FactValue{
			{ID: "small", Label: text("It is small", "很小")}, {ID: "middle", Label: text("It is middling", "中等")}, {ID: "large", Label: text("It is large", "很大")},
		}},
		{ID: "paid", Type: rules.BoolFact, Title: text("Paid", "付费"), Values: []rules.FactValue{
			{ID: "true", Label: text("People pay", "有人付费")}, {ID: "false", Label: text("Nobody pays", "无人付费")},
		}},
		{ID: "staff", Type: rules.NumberFact, Title: text("Staff", "人数"), Unit: text("people", "人"), Max: 100},
		{ID: "data", Type: rules.SetFact, Title: text("Data", "数据"), Values: []rules.FactValue{
			{ID: "public", Label: text("Public data", "公开数据"), Alone: true}, {ID: "health", Label: text("Health data", "健康数据")}, {ID: "other", Label: text("Other data", "其他数据")},
		}},
	}}
}

func lines(list []report.ConditionLine) string {
	var b strings.Builder
	for _, l := range list {
		fmt.Fprintf(&b, "%s%s|%s\n", strings.Repeat("  ", l.Depth), l.Text, l.Fact)
	}
	return b.String()
}

func TestCondition(t *testing.T) {
	t.Parallel()
	is := func(fact string, test rules.Test, values ...string) rules.Condition {
		return rules.Condition{Op: rules.Compare, Fact: fact, Test: test, Values: values}
	}
	group := func(op rules.Op, of ...rules.Condition) rules.Condition { return rules.Condition{Op: op, Of: of} }
	careful := is("size", rules.AtLeast, "large")
	careful.Precaution = true
	for _, c := range []struct {
		name   string
		c      rules.Condition
		en, zh string
	}{
		{"one value", is("paid", rules.Is, "true"), "Paid: \"People pay\"|paid\n", "付费：“有人付费”|paid\n"},
		{
			"one of three", is("size", rules.Is, "small", "middle", "large"),
			"Size: \"It is small\", \"It is middling\" or \"It is large\"|size\n", "规模：“很小”、“中等”或“很大”|size\n",
		},
		{"but", is("size", rules.IsNot, "small"), "Size: anything but \"It is small\"|size\n", "规模：除“很小”以外|size\n"},
		{"number", is("staff", rules.AtMost, "5"), "Staff: at most 5 people|staff\n", "人数：至多为5 人|staff\n"},
		{"among", is("data", rules.Is, "health", "other"), "Data: among them \"Health data\" or \"Other data\"|data\n", "数据：其中包括“健康数据”或“其他数据”|data\n"},
		{"without", is("data", rules.IsNot, "health"), "Data: without \"Health data\"|data\n", "数据：不包括“健康数据”|data\n"},
		{"only", is("data", rules.IsOnly, "public"), "Data: only \"Public data\"|data\n", "数据：仅有“公开数据”|data\n"},
		{
			"precaution", careful,
			"Size: at least \"It is large\" (counts as so while it is not known)|size\n", "规模：至少为“很大”（尚不清楚时视为成立）|size\n",
		},
		{"not one", group(rules.Not, is("paid", rules.Is, "true")), "not so: Paid: \"People pay\"|paid\n", "并非如此：付费：“有人付费”|paid\n"},
		{
			"nested", group(rules.Any, group(rules.All, is("paid", rules.Is, "true"), is("staff", rules.AtLeast, "2")), group(rules.Not, group(rules.Any, is("size", rules.Is, "small")))),
			"at least one of these holds:|\n  all of these hold:|\n    Paid: \"People pay\"|paid\n    Staff: at least 2 people|staff\n  not so:|\n    Size: \"It is small\"|size\n",
			"以下至少一项成立：|\n  以下各项同时成立：|\n    付费：“有人付费”|paid\n    人数：至少为2 人|staff\n  以下说法不成立：|\n    规模：“很小”|size\n",
		},
		{"always", group(rules.All), "always|\n", "始终成立|\n"},
		{"never", group(rules.Any), "never|\n", "始终不成立|\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.en, lines(report.ConditionLines(conditionPack(), &c.c, "en")))
			require.Equal(t, c.zh, lines(report.ConditionLines(conditionPack(), &c.c, "zh")))
		})
	}
	require.Nil(t, report.ConditionLines(conditionPack(), nil, "en"))
}

// Every condition of the core pack names every fact that it reads.
func TestConditionNamesEveryFact(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	check := func(c *rules.Condition) {
		for _, lang := range []string{"en", "zh"} {
			var named []string
			for _, l := range report.ConditionLines(pack, c, lang) {
				require.NotEmpty(t, l.Text)
				if l.Fact != "" {
					named = append(named, l.Fact)
				}
			}
			for _, id := range c.Facts(nil) {
				require.Contains(t, named, id)
			}
		}
	}
	for r := range pack.Rules() {
		for _, c := range r.Conditions {
			check(c)
		}
	}
}
