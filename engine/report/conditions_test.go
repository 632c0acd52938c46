package report_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

// library sells software in which everything is cleared, but for what is set.
func library(t *testing.T, set facts) decision {
	t.Helper()
	e, err := core()
	require.NoError(t, err)
	p := engine.Profile{Weights: weights{"predictable_revenue": 9, "competitive_moat": 6}, Facts: facts{
		"kind": engine.Value("software"), "rights_cleared": engine.Value("full"), "upstream_terms": engine.Value("none_permissive"),
		"distribution": engine.Value("binary"), "artefact_is_product": engine.Yes, "revenue_source": engine.Value("licence_sales"),
	}}
	maps.Copy(p.Facts, set)
	return recommend(t, e, p)
}

// section gives the lines of a part of a page, "" if there is no such part.
func section(page, heading string) string {
	_, after, _ := strings.Cut(page, "\n"+heading+"\n")
	var out []string
	for line := range strings.Lines(after) {
		if line != "\n" && !strings.HasPrefix(line, " ") {
			break
		}
		out = append(out, strings.TrimSpace(line))
	}
	return strings.Join(out, " ")
}

// What a bar decided is told by the bar, the answer that makes it hold, and what
// lifts it; no argument stands in for it, and no share of weightings is claimed.
func TestWhatABarDecidedIsToldByTheBar(t *testing.T) {
	t.Parallel()
	r := library(t, facts{"rights_cleared": engine.Value("no"), "uncleared_parts_separable": engine.No})
	require.Equal(t, engine.ByBar, r.DecidedBy.Kind)
	bar := r.Pack.Bar("others_own_parts")
	for _, lang := range languages {
		d := document(t, r, lang)
		require.Contains(t, d.Summary, bar.Text.In(lang))
		require.Contains(t, d.Summary, bar.Lift.In(lang))
		require.Contains(t, d.Summary, strings.TrimRight(r.Pack.Fact("rights_cleared").Value("no").Label.In(lang), "."))
	}
	page := written(t, r, report.Text, report.Lang("en"))
	head, _, _ := strings.Cut(page, "\nWhich way each dimension leans\n")
	require.NotContains(t, head, "main reason")
	require.NotContains(t, head, "100 of 100")
	require.NotContains(t, section(page, "What would change it"), "rights_cleared", "the law is no choice")
	require.Contains(t, section(page, "Answers that would allow more"), "rights_cleared")
}

// To lose the right to publish is no suggestion: it stands under what would then be
// forbidden, with the rule that does so.
func TestForbiddenChangesStandApart(t *testing.T) {
	t.Parallel()
	r := library(t, nil)
	require.True(t, r.Ready)
	page := written(t, r, report.Text, report.Lang("en"))
	require.NotContains(t, section(page, "What would change it"), "rights_cleared")
	require.Contains(t, section(page, "Answers under which a rule would forbid the advice"), `"Right to publish"`)
	require.NotContains(t, section(page, "Answers under which a rule would forbid the advice"), "Others own parts of it", "the owner has it, and is sure")
	r = library(t, facts{"rights_cleared": engine.Unknown})
	require.Contains(t, section(written(t, r, report.Text, report.Lang("en")), "Answers under which a rule would forbid the advice"), "Others own parts of it")
	r = library(t, nil)
	found := false
	for _, f := range document(t, r, "en").Flips.Facts {
		if f.Set["rights_cleared"] == "no" {
			found = true
			require.Equal(t, engine.ByBar, f.By)
			require.Equal(t, "others_own_parts", *f.Bar)
		}
	}
	require.True(t, found)
}

// A release that waits says first what to do about it, in the headline and in order.
func TestNotYetSaysWhatComesFirst(t *testing.T) {
	t.Parallel()
	r := library(t, facts{"rights_cleared": engine.Value("partial")})
	require.Equal(t, rules.BarredUntil, r.Conditions[0].State)
	page := strings.Join(strings.Fields(written(t, r, report.Text, report.Lang("en"))), " ")
	require.Contains(t, page, "NOT YET. First: List the parts that others own. Then: CLOSED (Closed product)")
	require.Contains(t, page, "1. List the parts that others own.")
	require.Contains(t, page, `Until then: "In-house only".`)
	require.Contains(t, page, "(uncleared_parts_separable)", "what it waits for is asked")
	require.Contains(t, strings.Join(strings.Fields(written(t, r, report.Text, report.Lang("zh"))), ""), "暂不可行。首先：列出属于他人的部分。此后：封闭")
	c := document(t, r, "en").Conditions[0]
	require.Equal(t, []string{"rights_cleared"}, c.Because)
	require.Contains(t, c.Questions, report.Question{Fact: "uncleared_parts_separable", Text: r.Pack.Fact("uncleared_parts_separable").Question.In("en")})
}

// Of the cautions that wait for one answer one is told, and never more than three.
func TestCautionsDoNotDrownWhatMatters(t *testing.T) {
	t.Parallel()
	r := library(t, nil)
	require.Greater(t, len(r.Cautions), 3)
	told := section(written(t, r, report.Text, report.Lang("en")), "Rules that may turn out to forbid this")
	require.LessOrEqual(t, strings.Count(told, "It is not known whether that is so"), 3)
	require.LessOrEqual(t, strings.Count(told, "require it to be open?"), 1)
	require.Contains(t, told, "more rules depend on answers that are missing.")
	require.Len(t, document(t, r, "en").Cautions, len(r.Cautions))
}
