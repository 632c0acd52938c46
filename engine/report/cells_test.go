package report_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// Each of the cells of the core pack is named in the justification of its
// dimension once a priority that it serves has a weight.
func TestEveryCellReachesTheReport(t *testing.T) {
	t.Parallel()
	e, err := core()
	require.NoError(t, err)
	named := 0
	for _, d := range rules.Core().Dimensions {
		for _, a := range d.Arguments {
			if a.Shares == nil {
				continue
			}
			if named++; named%testkit.Stride() > 0 {
				continue
			}
			p := engine.Profile{Weights: weights{}}
			for _, id := range a.Shares.Keys() {
				p.Weights[id] = 5
			}
			r := recommend(t, e, p)
			for _, lang := range languages {
				for _, f := range []report.Format{report.Text, report.Markdown, report.JSON} {
					got := strings.ReplaceAll(written(t, r, f, report.Lang(lang), report.Width(10000)), "&#39;", "'")
					require.Contains(t, got, strings.TrimRight(a.Text.In(lang), ".。"), "%s %s", a.ID, f)
					require.Contains(t, got, a.ID)
				}
			}
		}
	}
	require.Equal(t, 44, named)
}

// In a Chinese report on the core pack no English sentence is left, nor Chinese
// in an English one. Works keep their titles, so sources are left out.
func TestCoreReportsKeepToTheirLanguage(t *testing.T) {
	t.Parallel()
	e, err := core()
	require.NoError(t, err)
	p := engine.Profile{Weights: weights{}, Facts: facts{}}
	for _, x := range rules.Core().Priorities {
		p.Weights[x.ID] = 5
	}
	for i := range rules.Core().Facts {
		f := &rules.Core().Facts[i]
		if ids := f.ValueIDs(); len(ids) > 0 {
			p.Facts[f.ID] = engine.Value(ids[len(ids)-1])
		}
	}
	english := regexp.MustCompile(`[A-Za-z']+( [A-Za-z']+){3,}`)
	for _, profile := range []engine.Profile{p, {Weights: p.Weights}, {Facts: p.Facts}, {}} {
		r := recommend(t, e, profile)
		en, _, _ := strings.Cut(written(t, r, report.Text, report.Width(10000)), "\nSources\n")
		require.NotRegexp(t, `\p{Han}|[，。；：（）]`, en)
		zh, _, _ := strings.Cut(written(t, r, report.Text, report.Lang("zh"), report.Width(10000)), "\n出处\n")
		require.NotRegexp(t, english, zh)
	}
}
