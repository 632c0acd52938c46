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
// withoutMarks takes the marks of Markdown away that these texts have.
var withoutMarks = strings.NewReplacer(`\_`, "_", "`", "")

func TestPagesTellContradictions(t *testing.T) {
	t.Parallel()
	d, at := contradictory(t)
	onCard := map[string]string{"en": "Present terms and Status today exclude each other", "zh": "现行条款和目前状态互相排斥"}
	for lang, wants := range map[string][]string{
		"en": {"exclude each other: Present terms (present_terms; set) and Status today (release_status; release.ajar.yaml:12).", "are seldom true together: Need to repay its cost (must_recoup) and Source of income (revenue_source)."},
		"zh": {"以下回答互相排斥：现行条款（present_terms；set）和目前状态（release_status；release.ajar.yaml:12）。", "以下回答很少同时成立："},
	} {
		for _, f := range []report.Format{report.Text, report.Markdown} {
			var whole, card, sensitivity, whatIf bytes.Buffer
			opts := []report.WriteOption{report.Lang(lang), report.Width(1000), at}
			require.NoError(t, report.Write(&whole, d.Pack, d.Recommendation, f, opts...))
			require.NoError(t, report.Write(&card, d.Pack, d.Recommendation, f, append(opts, report.Length(report.CardExtent))...))
			require.Contains(t, card.String(), onCard[lang])
			require.NoError(t, report.WriteSensitivity(&sensitivity, d.Pack, d.Recommendation, f, opts...))
			require.NoError(t, report.WriteWhatIf(&whatIf, d.Pack, d.Recommendation, d.Recommendation, f, opts...))
			for _, b := range []*bytes.Buffer{&whole, &sensitivity, &whatIf} {
				text := withoutMarks.Replace(b.String())
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

// inconsistent are comparisons of each kind that contradict one another, by the kind.
func inconsistent() map[elicit.ContradictionKind]elicit.Input {
	more := func(a, b string, times float64) elicit.Judgement { return elicit.Judgement{A: a, B: b, Times: times} }
	bestWorst := func(bestOver, overWorst map[string]float64) elicit.Input {
		return elicit.Input{BestWorst: &elicit.BestWorstInput{Best: "adoption_reach", Worst: "ip_secrecy", BestOver: bestOver, OverWorst: overWorst}}
	}
	return map[elicit.ContradictionKind]elicit.Input{
		elicit.Circle: {Pairs: []elicit.Judgement{
			more("adoption_reach", "ip_secrecy", 3), more("ip_secrecy", "data_privacy", 3), more("data_privacy", "low_overhead", 3), more("low_overhead", "adoption_reach", 5),
		}},
		elicit.BestIsNotBest:   bestWorst(map[string]float64{"data_privacy": 1, "low_overhead": 2, "ip_secrecy": 3}, map[string]float64{"data_privacy": 9, "low_overhead": 2}),
		elicit.WorstIsNotWorst: bestWorst(map[string]float64{"data_privacy": 2, "low_overhead": 9, "ip_secrecy": 2}, map[string]float64{"data_privacy": 1, "low_overhead": 1}),
		elicit.TwoOrders:       bestWorst(map[string]float64{"data_privacy": 2, "low_overhead": 4, "ip_secrecy": 8}, map[string]float64{"data_privacy": 2, "low_overhead": 4}),
		elicit.Inconsistent:    {Pairs: []elicit.Judgement{more("adoption_reach", "ip_secrecy", 9), more("ip_secrecy", "data_privacy", 9), more("adoption_reach", "data_privacy", 1.5)}},
	}
}

// Comparisons that contradict one another are told with what contradicts what, where,
// and which one to look at again, as long as the weights are what they come to.
func TestComparisonsThatContradict(t *testing.T) {
	t.Parallel()
	e, err := core()
	require.NoError(t, err)
	wants := map[elicit.ContradictionKind]map[string]string{
		elicit.Circle: {
			"en": `These comparisons go round in a circle, so not all can be right: "Adoption and influence" is 3 times "Protected know-how" (p.yaml:3); "Protected know-how" is 3 times "Data privacy" (p.yaml); ` +
				`"Data privacy" is 3 times "Low coordination burden" (p.yaml); "Low coordination burden" is 5 times "Adoption and influence" (p.yaml:6). The weights are a compromise. ` +
				`Look first at whether "Low coordination burden" is 5 times "Adoption and influence": by the others, "Adoption and influence" is 9 times "Low coordination burden".`,
			"zh": "以下比较绕成了一圈，不可能都对：",
		},
		elicit.BestIsNotBest: {
			"en": `"Adoption and influence" is named as the most important, but by the comparisons "Data privacy" matters more: "Adoption and influence" is 3 times "Protected know-how" (p.yaml:3); "Adoption and influence" is as much as "Data privacy" (p.yaml);`,
			"zh": "“普及与影响力”被选为最重要的一项，但按各项比较，“数据安全与隐私”更重要：",
		},
		elicit.WorstIsNotWorst: {
			"en": `"Protected know-how" is named as the least important, but by the comparisons "Low coordination burden" matters still less:`,
			"zh": "“知识产权与保密”被选为最不重要的一项，但按各项比较，",
		},
		elicit.TwoOrders: {
			"en": `Compared with the most important priority, "Data privacy" comes before "Low coordination burden"; compared with the least important one, it comes after it:`,
			"zh": "与最重要的一项相比，“数据安全与隐私”排在",
		},
		elicit.Inconsistent: {
			"en": `These comparisons lie too far apart to be true together: "Adoption and influence" is 1.5 times "Data privacy" (p.yaml); "Adoption and influence" is 9 times "Protected know-how" (p.yaml:3); "Protected know-how" is 9 times "Data privacy" (p.yaml). ` +
				`The weights are a compromise. Look first at whether "Adoption and influence" is 1.5 times "Data privacy": by the others, "Adoption and influence" is 9 times "Data privacy".`,
			"zh": "以下比较相差太远，不可能同时成立：",
		},
	}
	at := report.Positions(map[string]diag.Pos{
		"adoption_reach / ip_secrecy": {File: "p.yaml", Line: 3}, "low_overhead / adoption_reach": {File: "p.yaml", Line: 6},
	})
	for kind, in := range inconsistent() {
		weights, err := in.Weights()
		require.NoError(t, err)
		p := engine.Profile{Weights: weights, WeightsFrom: in, Notes: map[string]engine.Note{}}
		for id := range weights {
			p.Notes[id] = engine.Note{Layer: "p.yaml"}
		}
		d := recommend(t, e, p)
		require.Equal(t, kind, d.Comparisons.Kind)
		for lang, want := range wants[kind] {
			list, err := report.Contradictions(e.Pack(), d.Recommendation, at, report.Lang(lang))
			require.NoError(t, err)
			require.Len(t, list, 1, kind)
			requireComparisonsData(t, d.Comparisons, &list[0])
			require.Contains(t, list[0].Text, want)
			for _, f := range []report.Format{report.Text, report.Markdown} {
				text := withoutMarks.Replace(written(t, d, f, at, report.Lang(lang), report.Width(2000)))
				require.Equal(t, 1, strings.Count(text, list[0].Text), "once in %s %s", lang, f)
				require.Less(t, strings.Index(text, list[0].Text), strings.Index(text, map[string]string{"en": "How settled", "zh": "确定程度"}[lang]), "before the word that rests on it")
			}
		}
		p.Weights["adoption_reach"] /= 2
		list, err := report.Contradictions(e.Pack(), recommend(t, e, p).Recommendation)
		require.NoError(t, err)
		require.Empty(t, list, "other weights were stated since")
	}
	require.Len(t, wants, len(elicit.ContradictionKinds()))
}

// requireComparisonsData compares what a document says with what the engine found.
func requireComparisonsData(t *testing.T, c *elicit.Contradiction, got *report.Warning) {
	t.Helper()
	require.Equal(t, "comparisons", got.ID)
	require.Len(t, got.Answers, len(c.IDs))
	require.Len(t, got.Comparisons, len(c.Comparisons))
	for i, j := range c.Comparisons {
		x := got.Comparisons[i]
		require.Equal(t, j, elicit.Judgement{A: x.More, B: x.Less, Times: x.Times})
		require.Equal(t, "p.yaml", *x.Layer)
		require.Equal(t, j.A == "adoption_reach" && j.B == "ip_secrecy" || j.A == "low_overhead" && j.B == "adoption_reach", x.Line != nil)
	}
	x := got.Reconsider
	require.Equal(t, c.Reconsider.Judgement, elicit.Judgement{A: x.More, B: x.Less, Times: x.Times})
	require.InDelta(t, c.Reconsider.Suggested, x.Suggested, 0)
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
