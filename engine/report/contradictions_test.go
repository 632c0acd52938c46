package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules/diag"
)

// contradictory gives answers that exclude each other, from two layers, with
// their places.
func contradictory(t *testing.T) (decision, report.WriteOption) {
	t.Helper()
	e, err := core()
	require.NoError(t, err)
	d := recommend(t, e, engine.Profile{
		Facts: map[string]engine.Answer{
			"release_status": engine.Value("open_already"), "present_terms": engine.Value("proprietary"),
			"must_recoup": engine.Yes, "revenue_source": engine.Value("none"),
		},
		Notes: map[string]engine.Note{"release_status": {Layer: "release.ajar.yaml"}, "present_terms": {Layer: "set"}},
	})
	return d, report.Positions(map[string]diag.Pos{"release_status": {File: "x/release.ajar.yaml", Line: 12}, "present_terms": {File: "--set"}})
}

// Every page names answers that exclude each other with both places.
func TestPagesTellContradictions(t *testing.T) {
	t.Parallel()
	d, at := contradictory(t)
	for lang, wants := range map[string][]string{
		"en": {"exclude each other: Present terms (present_terms; set) and Status today (release_status; release.ajar.yaml:12).", "are seldom true together: Must repay its cost (must_recoup) and Source of income (revenue_source)."},
		"zh": {"以下回答互相排斥：现行条款（present_terms；set）和目前状态（release_status；release.ajar.yaml:12）。", "以下回答很少同时成立："},
	} {
		for _, f := range []report.Format{report.Text, report.Markdown} {
			var whole, brief, sensitivity, whatIf bytes.Buffer
			opts := []report.WriteOption{report.Lang(lang), report.Width(1000), at}
			require.NoError(t, report.Write(&whole, d.Pack, d.Recommendation, f, opts...))
			require.NoError(t, report.WriteBrief(&brief, d.Pack, d.Recommendation, f, opts...))
			require.NoError(t, report.WriteSensitivity(&sensitivity, d.Pack, d.Recommendation, f, opts...))
			require.NoError(t, report.WriteWhatIf(&whatIf, d.Pack, d.Recommendation, d.Recommendation, f, opts...))
			for _, b := range []*bytes.Buffer{&whole, &brief, &sensitivity, &whatIf} {
				text := strings.ReplaceAll(b.String(), "\\_", "_")
				for _, want := range wants {
					require.Contains(t, text, want, "%s %s", lang, f)
				}
			}
		}
	}
}

// Documents have them with the rule and the places of the answers.
func TestDocumentsHoldContradictions(t *testing.T) {
	t.Parallel()
	d, at := contradictory(t)
	var doc report.Result
	require.NoError(t, json.Unmarshal([]byte(written(t, d, report.JSON, at)), &doc))
	list, err := report.Contradictions(d.Pack, d.Recommendation, at)
	require.NoError(t, err)
	require.Len(t, list, 2)
	require.Equal(t, list, doc.Warnings[:2])
	require.Equal(t, "open_under_closed_terms", *list[0].Rule)
	require.Equal(t, "present_terms", list[0].Answers[0].ID)
	require.Equal(t, "set", *list[0].Answers[0].Layer)
	require.Nil(t, list[0].Answers[0].Line)
	require.Equal(t, 12, *list[0].Answers[1].Line)
	require.Equal(t, "repaid_without_income", *list[1].Rule)
	require.Nil(t, list[1].Answers[0].Layer, "nobody said where")

	e, err := toy()
	require.NoError(t, err)
	_, err = report.Contradictions(e.Pack(), d.Recommendation)
	require.ErrorContains(t, err, "was made by the pack core")
}

// Comparisons that contradict one another are told as long as the weights are
// what they come to.
func TestComparisonsThatContradict(t *testing.T) {
	t.Parallel()
	e, err := core()
	require.NoError(t, err)
	more := func(a, b string, times float64) elicit.Judgement { return elicit.Judgement{A: a, B: b, Times: times} }
	for want, in := range map[string]elicit.Input{
		"go round in a circle": {Pairs: []elicit.Judgement{
			more("adoption_reach", "ip_secrecy", 3), more("ip_secrecy", "data_privacy", 3), more("data_privacy", "low_overhead", 3), more("low_overhead", "adoption_reach", 3),
		}},
		"named as the most important: by them": {BestWorst: &elicit.BestWorstInput{
			Best: "adoption_reach", Worst: "ip_secrecy", BestOver: map[string]float64{"data_privacy": 1, "low_overhead": 5, "ip_secrecy": 2}, OverWorst: map[string]float64{"data_privacy": 9, "low_overhead": 1},
		}},
		"named as the least important: by them": {BestWorst: &elicit.BestWorstInput{
			Best: "adoption_reach", Worst: "ip_secrecy", BestOver: map[string]float64{"data_privacy": 2, "low_overhead": 9, "ip_secrecy": 2}, OverWorst: map[string]float64{"data_privacy": 1, "low_overhead": 1},
		}},
		"contradict one another, most of all on": {Pairs: []elicit.Judgement{more("adoption_reach", "ip_secrecy", 9), more("ip_secrecy", "data_privacy", 9), more("adoption_reach", "data_privacy", 1.5)}},
	} {
		weights, err := in.Weights()
		require.NoError(t, err)
		p := engine.Profile{Weights: weights, WeightsFrom: in}
		list, err := report.Contradictions(e.Pack(), recommend(t, e, p).Recommendation)
		require.NoError(t, err)
		require.Len(t, list, 1, want)
		require.Equal(t, "comparisons", list[0].ID)
		require.Contains(t, list[0].Text, want)
		require.NotEmpty(t, list[0].Answers)
		p.Weights["adoption_reach"] /= 2
		list, err = report.Contradictions(e.Pack(), recommend(t, e, p).Recommendation)
		require.NoError(t, err)
		require.Empty(t, list, "other weights were stated since")
	}
}

// What was chosen and waits for comparisons or ratings is told.
func TestUnfinishedIsTold(t *testing.T) {
	t.Parallel()
	e, err := core()
	require.NoError(t, err)
	p := engine.Profile{Weights: map[string]float64{"data_privacy": 5}}
	p.Unfinished.Unrated = []string{"data_privacy"}
	p.Unfinished.Pairs = []elicit.Judgement{{A: "adoption_reach", B: "ip_secrecy", Times: 3}}
	require.Contains(t, written(t, recommend(t, e, p), report.Text, report.Width(1000)), "wait for comparisons or ratings: Adoption and influence (adoption_reach), Data privacy (data_privacy) and Protected know-how (ip_secrecy).")
}
