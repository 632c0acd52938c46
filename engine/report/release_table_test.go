package report_test

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
)

// openLibrary is a profile for which everything is opened, with parts of its owner.
func openLibrary(parts ...engine.Part) engine.Profile {
	p := engine.Profile{
		Weights: map[string]float64{"adoption_reach": 9, "community_contribution": 9},
		Facts: map[string]engine.Answer{
			"kind": engine.Value("software"), "rights_cleared": engine.Value("full"), "upstream_terms": engine.Value("none_permissive"),
			"files_hold_personal_data": engine.No, "contains_data_or_trained_part": engine.No, "confidentiality_duty": engine.No, "secrets_removable": engine.Yes,
			"export_controlled": engine.No, "patents_unfiled": engine.No, "others_claim": engine.Value("none"), "release_status": engine.Value("unreleased"),
			"contributor_rights": engine.Value("sole_owner"), "maintainer_capacity": engine.Value("dedicated"), "contributor_interest": engine.Value("high"),
		},
		Parts: parts,
	}
	for _, id := range []string{"in_house", "closed_product", "hosted_api", "gated_access", "source_available", "open_core", "dual_licence", "open_copyleft", "open_model"} {
		p.Limits = append(p.Limits, engine.Limit{Exclude: []string{id}, Because: "a test"})
	}
	return p
}

func decideCore(t require.TestingT, p engine.Profile) decision {
	e, err := core()
	require.NoError(t, err)
	return recommend(t, e, p)
}

// csvRows reads the release table as a program would, by the keys of its columns.
func csvRows(t require.TestingT, text string) (rows []map[string]string) {
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	require.NoError(t, err, text)
	require.Equal(t, []string{"part", "like", "decision", "terms", "alternatives", "when", "first", "title", "because"}, all[0])
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, key := range all[0] {
			row[key] = cells[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// The table as CSV says what the document says, one row a part.
func requireSameInCSV(t *rapid.T, r decision, lang string) {
	doc := document(t, r, lang)
	rows := csvRows(t, written(t, r, report.CSV, report.Lang(lang)))
	require.Len(t, rows, len(doc.Parts))
	for i, p := range doc.Parts {
		require.Equal(t, []string{p.ID, p.Like, string(p.Advice), p.When}, []string{rows[i]["part"], rows[i]["like"], rows[i]["decision"], rows[i]["when"]})
		require.Equal(t, len(p.Bars) > 0, p.When == report.PartAfter)
		require.Len(t, p.First, len(p.Bars))
		for _, s := range p.First {
			require.Contains(t, rows[i]["first"], s.Text)
		}
		for _, id := range p.Choice {
			if rows[i]["terms"] != "" {
				require.Contains(t, rows[i]["terms"], id)
			}
		}
	}
}

func TestCSVHasTheLinesOfItsStandard(t *testing.T) {
	t.Parallel()
	got := written(t, decideCore(t, openLibrary()), report.CSV)
	require.True(t, strings.HasPrefix(got, "part,like,decision,"))
	require.NotContains(t, got, "\r")
	require.True(t, strings.HasSuffix(got, "\n"))
}

// What a stranger writes stays text: in a spreadsheet, in Markdown, on a terminal.
func TestStrangersPartIsText(t *testing.T) {
	t.Parallel()
	for _, title := range []string{"=HYPERLINK(1)", "+1", "-1", "@x", "  =1", "\t=1", "＝1", "a\"b,c\r\nd", attack, "| x | y |"} {
		r := decideCore(t, openLibrary(engine.Part{ID: "mine", Title: title, Like: "documents", Note: attack}))
		rows := csvRows(t, written(t, r, report.CSV))
		i := slices.IndexFunc(rows, func(row map[string]string) bool { return row["part"] == "mine" })
		require.NotRegexp(t, `^[\s\x{00a0}\x{3000}]*[=+\-@＝＋－＠]`, rows[i]["title"], title)
		require.NotRegexp(t, `[\x00-\x1f\x{202e}\x{2028}]`, rows[i]["title"])
		require.NotRegexp(t, `[\x1b\x{202e}\x{2028}\r]`, written(t, r, report.Text))
		text := written(t, r, report.Markdown)
		require.NotContains(t, text, "<img")
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, "| ") && strings.Contains(line, "(mine)") {
				require.Equal(t, 5, strings.Count(strings.ReplaceAll(line, `\|`, ""), "|"), line)
			}
		}
	}
}

// A part waits by itself: its row has the number of what it waits for, which names the
// part, and the rest goes out.
func TestPartWaitsByItself(t *testing.T) {
	t.Parallel()
	r := decideCore(t, openLibrary(
		engine.Part{ID: "app", Title: "The app", Like: "application_code"},
		engine.Part{ID: "old/tests", Title: "Old tests", Like: "application_code", Facts: map[string]engine.Answer{"files_hold_personal_data": engine.Yes}},
		engine.Part{ID: "book", Title: "Handbook", Like: "documents", Facts: map[string]engine.Answer{"files_hold_personal_data": engine.Unknown}},
	))
	got := written(t, r, report.Markdown)
	require.Regexp(t, `\| The app \(app\) \| open \| [^|]* \| now \|`, got)
	require.Regexp(t, `\| Old tests \(old/tests\) \| open \| [^|]* \| after 1 \|`, got)
	require.Regexp(t, `\| Handbook \(book\) \| open \| [^|]* \| now, if 2 allows it \|`, got)
	require.Contains(t, got, `- 1\. Take personal data out of code`)
	require.Contains(t, got, "This concerns Old tests (old/tests).")
	require.Contains(t, got, `- 2\. Answer this: `+r.Pack.Fact("files_hold_personal_data").Question.In("en"))
	doc := document(t, r, "en")
	i := slices.IndexFunc(doc.Parts, func(p report.PartAdvice) bool { return p.ID == "old/tests" })
	require.Equal(t, "application_code", doc.Parts[i].Like)
	require.True(t, doc.Parts[i].Own)
	require.Equal(t, report.PartAfter, doc.Parts[i].When)
	require.Equal(t, engine.NeedAct, doc.Parts[i].First[0].Need)
	require.Equal(t, engine.Yes, doc.Profile.Parts[1].Facts["files_hold_personal_data"])
	zh := written(t, r, report.Text, report.Lang("zh"), report.Width(1000))
	require.Contains(t, zh, "涉及：Old tests（old/tests）")
}

// An answer of a part that does not count there is told.
func TestInactiveAnswerOfAPart(t *testing.T) {
	t.Parallel()
	r := decideCore(t, openLibrary(engine.Part{ID: "app", Like: "application_code", Facts: map[string]engine.Answer{"training_data_sensitivity": engine.Value("personal")}}))
	require.Contains(t, written(t, r, report.Text, report.Width(1000)), "does not arise, so your answer to it does not count")
	require.Equal(t, []string{"training_data_sensitivity"}, document(t, r, "en").Parts[0].Inactive)
}

// CSV is the release table alone: no other document is written so.
func TestCSVIsTheReleaseTableAlone(t *testing.T) {
	t.Parallel()
	r := decided(t, "open")
	require.Error(t, report.WriteSensitivity(&strings.Builder{}, r.Pack, r.Recommendation, report.CSV))
	require.NotContains(t, report.Formats(), report.CSV)
	require.Equal(t, "part,like,decision,terms,alternatives,when,first,title,because\n", written(t, decided(t, "no_basis"), report.CSV))
	require.Equal(t, []string{".csv"}, report.CSV.Extensions())
}
