package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

// recordsFor are records of every word, with priorities and on facts only.
func recordsFor(said, same int) []report.WordRecord {
	var out []report.WordRecord
	for _, word := range engine.Robustnesses() {
		out = append(out,
			report.WordRecord{Cases: 40, Word: word, Said: said, Same: same},
			report.WordRecord{Cases: 40, Word: word, Said: said + 1, Same: same, FactsOnly: true})
	}
	return out
}

// oneLine is a document without its line breaks.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func TestWordIsToldWithItsRecord(t *testing.T) {
	t.Parallel()
	r := decided(t, "mixed")
	word := report.RobustnessText(r.Sensitivity.Robustness.Stance, "en")
	for _, x := range []struct {
		said, same int
		want       string
	}{
		{21, 19, "Of 40 documented decisions, ajar calls the stance " + word + " in 21; in 19 of these the owners did the same."},
		{5, 0, "Of 40 documented decisions, ajar calls the stance " + word + " in 5; in 0 of these the owners did the same."},
		{4, 4, "Of 40 documented decisions, ajar calls the stance " + word + " in only 4, too few to judge that word by; in 4 of these the owners did the same."},
		{0, 0, "Of 40 documented decisions, ajar calls the stance " + word + " in none, so nothing tells how often that word is right."},
	} {
		records := report.Records(r.Pack.Identity(), recordsFor(x.said, x.same))
		require.Contains(t, oneLine(written(t, r, report.Text, records)), x.want)
		require.Contains(t, written(t, r, report.Markdown, records), x.want)
	}
	records := report.Records(r.Pack.Identity(), recordsFor(21, 19))
	zh := written(t, r, report.Markdown, records, report.Lang("zh"))
	require.Contains(t, zh, "在 40 个有记录可查的决定中，ajar 有 21 次称立场“"+report.RobustnessText(r.Sensitivity.Robustness.Stance, "zh")+"”，其中 19 次所有者正是这样做的。")

	var brief, full bytes.Buffer
	require.NoError(t, report.Write(&brief, r.Pack, r.Recommendation, report.Text, records, report.Length(report.CardExtent)))
	require.NotContains(t, brief.String(), "40 documented")
	require.NoError(t, report.WriteSensitivity(&full, r.Pack, r.Recommendation, report.Text, records))
	require.Contains(t, oneLine(full.String()), "Of 40 documented decisions")
}

// A profile without priorities is held against the cases that were judged without any.
func TestRecordOfFactsOnly(t *testing.T) {
	t.Parallel()
	e, err := toy()
	require.NoError(t, err)
	p := situations["closed"]
	for _, weights := range []weights{nil, {"revenue": 0}} {
		p.Weights = weights
		r := recommend(t, e, p)
		require.Equal(t, engine.Closed, r.Stance)
		got := oneLine(written(t, r, report.Text, report.Records(r.Pack.Identity(), recordsFor(21, 19))))
		require.Contains(t, got, "Of 40 documented decisions judged by their facts alone, ajar calls the stance")
		require.Contains(t, got, "in 22; in 19 of these")
	}
}

// Next to no basis claims nothing that could be right.
func TestThinWordIsToldWithoutRecord(t *testing.T) {
	t.Parallel()
	e, err := toy()
	require.NoError(t, err)
	r := recommend(t, e, engine.Profile{Weights: weights{"revenue": 10}})
	require.Equal(t, engine.Thin, r.Sensitivity.Robustness.Stance)
	require.NotContains(t, written(t, r, report.Text, report.Records(r.Pack.Identity(), recordsFor(21, 19))), "documented")
}

func TestRecordInData(t *testing.T) {
	t.Parallel()
	read := func(r decision, opts ...report.WriteOption) any {
		var doc map[string]any
		require.NoError(t, json.Unmarshal([]byte(written(t, r, report.JSON, opts...)), &doc))
		require.NoError(t, schema().Validate(doc))
		require.Contains(t, doc, "calibration")
		return doc["calibration"]
	}
	r := decided(t, "open")
	records := report.Records(r.Pack.Identity(), recordsFor(21, 19))
	require.Equal(t, map[string]any{
		"cases": 40.0, "word": string(r.Sensitivity.Robustness.Stance), "said": 21.0, "same": 19.0, "facts_only": false,
	}, read(r, records))
	require.Nil(t, read(r))
	require.Nil(t, read(decided(t, "none"), records), "no word is said")
	require.Nil(t, read(decided(t, "no_basis"), records), "no word is said")
}

// What was counted with one pack says nothing of another.
func TestRecordOfAnotherPackIsNotTold(t *testing.T) {
	t.Parallel()
	r := decided(t, "open")
	other := r.Pack.Identity()
	other.Digest = rules.Core().Digest
	for _, f := range []report.Format{report.Text, report.Markdown, report.JSON} {
		require.Equal(t, written(t, r, f), written(t, r, f, report.Records(other, recordsFor(21, 19))))
	}
}
