package report_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// sheetOf composes the release sheet.
func sheetOf(t require.TestingT, d decision, opts ...report.WriteOption) *page.Page {
	p, err := report.ComposeReleaseSheet(d.Pack, d.Recommendation, opts...)
	require.NoError(t, err)
	return p
}

func TestGoldenReleaseSheet(t *testing.T) {
	t.Parallel()
	for name := range stances {
		d := decided(t, name)
		for _, lang := range languages {
			p := sheetOf(t, d, report.Lang(lang))
			golden(t, "testdata/sheet/"+name+"."+lang+".md", []byte(p.DrawMarkdown()))
			golden(t, "testdata/sheet/"+name+"."+lang+".text", []byte(p.Draw(page.Look{Width: 80})))
			require.Equal(t, p.DrawMarkdown(), sheetOf(t, decided(t, name), report.Lang(lang)).DrawMarkdown(), "the same bytes each time")
		}
	}
}

// Whatever is answered, each question of the pack stands on the sheet; what nobody knows
// is open, in its line and in its question; and no rule that holds back is left out.
func TestReleaseSheetHidesNothing(t *testing.T) {
	t.Parallel()
	e, err := core()
	require.NoError(t, err)
	pack := rules.Core()
	testkit.Check(t, func(t *rapid.T) {
		p := engine.Profile{Weights: weights{"adoption_reach": 8, "predictable_revenue": 5}, Facts: facts{}, Notes: map[string]engine.Note{}}
		for i := range pack.Facts {
			f := &pack.Facts[i]
			if !rapid.Bool().Draw(t, "stated") {
				continue
			}
			values := append(f.ValueIDs(), "unknown", "na")
			switch v := rapid.SampledFrom(values).Draw(t, f.ID); v {
			case "unknown":
				p.Facts[f.ID] = engine.Unknown
			case "na":
				p.Facts[f.ID] = engine.NotApplicable
			default:
				p.Facts[f.ID] = engine.Value(v)
			}
		}
		d := recommend(t, e, p)
		lines, questions := report.ListSheetLines(d.Pack, d.Recommendation)
		require.Len(t, questions, len(pack.Sheet))
		for i := range questions {
			require.Equal(t, pack.Sheet[i].ID, questions[i].Question)
			told := []string{}
			for _, l := range lines {
				if l.Question != questions[i].Question || l.Fact == "" {
					continue
				}
				told = append(told, l.Fact)
				require.False(t, l.Open && !questions[i].Open && !questions[i].Blocked, "%s is open and its question is not", l.Fact)
				require.False(t, !l.Done && !l.Off && questions[i].Done, "%s is not settled and its question is", l.Fact)
			}
			require.Equal(t, pack.Sheet[i].FactIDs(), told)
		}
		for _, l := range lines {
			if slices.Contains(d.Unknown, l.Fact) {
				require.True(t, l.Open, "%s is not known", l.Fact)
			}
			if _, known := d.Profile.Facts[l.Fact].Known(); known && l.Fact != rules.PrioritiesID {
				require.False(t, l.Off, "%s is stated and is not shown as if it did not count", l.Fact)
			}
		}
		text := sheetOf(t, d).DrawMarkdown()
		for _, list := range [][]engine.BarResult{d.Conditions, d.Cautions} {
			for i := range list {
				require.Contains(t, text, list[i].ID)
			}
		}
		for i := range d.Duties {
			require.Contains(t, text, d.Duties[i].ID)
		}
	})
}

// What holds the release back keeps a question from being settled, though its answers are
// good, and a part that differs speaks for itself.
func TestReleaseSheetHeedsBarsAndParts(t *testing.T) {
	t.Parallel()
	e, err := core()
	require.NoError(t, err)
	p := engine.Profile{Weights: weights{"adoption_reach": 9}, Facts: facts{
		"kind": engine.Value("software"), "rights_cleared": engine.Value("full"), "upstream_terms": engine.Value("none_permissive"),
	}, Parts: []engine.Part{{ID: "vendored", Like: "inherited_parts", Facts: facts{"rights_cleared": engine.Value("no"), "upstream_terms": engine.Unknown}}}}
	lines, _ := report.ListSheetLines(rules.Core(), recommend(t, e, p).Recommendation)
	at := map[string][]report.SheetLine{}
	for _, l := range lines {
		at[l.Fact] = append(at[l.Fact], l)
	}
	require.Len(t, at["rights_cleared"], 2)
	require.True(t, at["rights_cleared"][0].Done)
	require.True(t, at["rights_cleared"][1].Blocked)
	require.True(t, at["upstream_terms"][1].Open)
}

// An answer that its owner is not sure of is not settled, and one that the rules pass over
// is told all the same.
func TestReleaseSheetTellsDoubtfulAnswers(t *testing.T) {
	t.Parallel()
	d := decided(t, "mixed") // not sure whether it is sold
	lines, _ := report.ListSheetLines(d.Pack, d.Recommendation)
	for _, l := range lines {
		require.False(t, l.Fact == "sold" && l.Done, "nobody is sure of it")
	}
	e, err := toy()
	require.NoError(t, err)
	p := situations["none"] // no right to publish, so it is not asked whether a core can be separated
	require.Contains(t, p.Facts, "separable")
	text := sheetOf(t, recommend(t, e, p)).DrawMarkdown()
	require.Contains(t, text, "A useful core can be separated (does not count in the advice, since: Right to publish: There is no right to publish it)")
	p.Facts = maps.Clone(p.Facts)
	delete(p.Facts, "separable")
	text = sheetOf(t, recommend(t, e, p)).DrawMarkdown()
	require.Contains(t, text, "| passed over, since: Right to publish: There is no right to publish it | not asked |")
}

func TestReleaseSheetNeedsQuestions(t *testing.T) {
	t.Parallel()
	e, err := toy()
	require.NoError(t, err)
	pack := e.Pack().Clone()
	pack.Sheet = nil
	bare, err := engine.New(pack)
	require.NoError(t, err)
	_, err = report.ComposeReleaseSheet(bare.Pack(), recommend(t, bare, situations["open"]).Recommendation)
	require.ErrorContains(t, err, "AJ449")
	_, err = report.ComposeReleaseSheet(rules.Core(), decided(t, "open").Recommendation)
	require.ErrorContains(t, err, "the recommendation was made by the pack toy")
	_, err = report.ComposeReleaseSheet(nil, nil)
	require.ErrorIs(t, err, report.ErrMissing)
}

// A sheet of strangers' texts holds neither a command nor markup.
func TestHostileReleaseSheet(t *testing.T) {
	t.Parallel()
	for _, d := range hostileDecisions(t) {
		for _, lang := range languages {
			p := sheetOf(t, d, report.Lang(lang))
			require.Empty(t, testkit.CommandsIn(string(plain.Guarded([]byte(p.Draw(page.Look{Width: 80})))), nil))
			for _, r := range testkit.MarkdownReaders() {
				html, err := r.Render(p.DrawMarkdown())
				require.NoError(t, err)
				seen, err := testkit.SeeHTML(html)
				require.NoError(t, err)
				require.Empty(t, seen.Links)
				require.Empty(t, seen.FindReferences())
				for _, element := range []string{"img", "del", "em", "input", "comment", "sup", "dl", "blockquote", "ol", "script"} {
					require.Zero(t, seen.Elements[element], "%s: %s", r.Name, element)
				}
			}
		}
	}
}

// The sheet of the core pack asks what release forms ask.
func TestCoreSheetCoversUsualForms(t *testing.T) {
	t.Parallel()
	var ids []string
	for _, q := range rules.Core().Sheet {
		ids = append(ids, q.ID)
	}
	for _, want := range strings.Fields("business_reason rights_in_the_work third_party_parts licence patents export secrets personal_data flaw_reports security_review maintainers budget free_name house_rules") {
		require.Contains(t, ids, want)
	}
}
