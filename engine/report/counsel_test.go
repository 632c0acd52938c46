package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/report"
)

// The full report tells counsel under one heading a topic, in both languages, and
// leaves out the heading of a topic on which nothing is to be said.
func TestReportTellsCounsel(t *testing.T) {
	t.Parallel()
	headings := map[string][]string{
		"en": {"Those who take and give nothing back: which terms answer them", "What the other choice would add, and how to get part of it", "Where income can come from"},
		"zh": {"只取用不回馈者：哪些条款能应对", "另一种选择能带来什么，怎样也得到其中一部分", "收入可以来自哪里"},
	}
	items := map[string][]string{
		"en": {"Hosts: Copyleft answers them", "Interfaces: Publish them", "Support: It fits"},
		"zh": {"托管方：著佐权能应对", "接口：予以公布", "技术支持：适合"},
	}
	for situation, told := range map[string][]bool{"open": {true, false, false}, "mixed": {true, false, true}, "closed": {false, true, true}, "no_basis": {false, false, false}} {
		for _, lang := range languages {
			for _, f := range []report.Format{report.Text, report.Markdown} {
				page := written(t, decided(t, situation), f, report.Lang(lang), report.Width(1000))
				for i, is := range told {
					require.Equal(t, is, strings.Contains(page, headings[lang][i]), "%s %s %s: %s", situation, lang, f, headings[lang][i])
					require.Equal(t, is, strings.Contains(page, items[lang][i]), "%s %s %s: %s", situation, lang, f, items[lang][i])
				}
			}
		}
	}
}

// The document has counsel in the order of the pack, with what makes it hold.
func TestDocumentHoldsCounsel(t *testing.T) {
	t.Parallel()
	var doc report.Result
	require.NoError(t, json.Unmarshal([]byte(written(t, decided(t, "mixed"), report.JSON, report.Lang("zh"))), &doc))
	require.Equal(t, []report.Counsel{
		{ID: "riders_of_toys", Topic: "riders", Title: "托管方", Text: "著佐权能应对。", Facts: []string{}, Sources: []string{"study"}},
		{ID: "income_of_toys", Topic: "income", Title: "技术支持", Text: "适合。", Facts: []string{"sold"}, Sources: []string{"essay"}},
	}, doc.Counsel)
	require.NoError(t, json.Unmarshal([]byte(written(t, decided(t, "no_basis"), report.JSON)), &doc))
	require.Equal(t, []report.Counsel{}, doc.Counsel)
}
