package profiles_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// tableHeadings are the heading of the release table and the one after it.
var tableHeadings = map[string][2]string{
	"en": {"Release table", "What to release and what to withhold"}, "zh": {"发布清单", "对外提供什么、保留什么"},
}

// cutTable cuts the release table out of a report.
func cutTable(t *testing.T, text, lang string) string {
	t.Helper()
	_, after, ok := strings.Cut(text, tableHeadings[lang][0]+"\n")
	require.True(t, ok)
	table, _, ok := strings.Cut(after, tableHeadings[lang][1])
	require.True(t, ok)
	return strings.TrimSuffix(strings.TrimSpace(table), "\n\n##") + "\n"
}

// Three release tables as their owners get them: a vendor whose client is to be open, a
// hospital's model, a ministry that looks for fraud.
func TestGoldenReleaseTables(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	for _, name := range []string{"vendor", "hospital", "ministry"} {
		path := filepath.Join("testdata", "tables", name)
		p, err := profiles.Load(path + ".yaml")
		require.NoError(t, err)
		r, err := e.Analyse(t.Context(), p)
		require.NoError(t, err)
		write := func(f report.Format, opts ...report.WriteOption) string {
			var b bytes.Buffer
			require.NoError(t, report.Write(&b, rules.Core(), r, f, opts...))
			return b.String()
		}
		for lang := range tableHeadings {
			in := report.Lang(lang)
			testkit.Golden(t, path+"."+lang+".csv", write(report.CSV, in))
			testkit.Golden(t, path+"."+lang+".md", cutTable(t, write(report.Markdown, in), lang))
			testkit.Golden(t, path+"."+lang+".text", cutTable(t, write(report.Text, in, report.Width(80)), lang))
			testkit.Golden(t, path+"."+lang+".40.text", cutTable(t, write(report.Text, in, report.Width(40)), lang))
		}
	}
}

// What the three owners cannot act on is not in their tables: every part that goes out
// has terms and, if it waits, a first step; what one part may not do holds back that
// part alone.
func TestReleaseTablesCanBeActedOn(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	for _, name := range []string{"vendor", "hospital", "ministry"} {
		p, err := profiles.Load(filepath.Join("testdata", "tables", name+".yaml"))
		require.NoError(t, err)
		r, err := e.Recommend(t.Context(), p)
		require.NoError(t, err)
		doc, err := report.Document(rules.Core(), r, "en", "")
		require.NoError(t, err)
		own := 0
		for _, c := range doc.Parts {
			if c.Advice != rules.AdviseKeep {
				require.NotEmpty(t, c.Choice, "%s: %s has no terms", name, c.ID)
			}
			require.Equal(t, c.When == report.PartAfter, len(c.First) > 0, "%s: %s", name, c.ID)
			if c.Own {
				own++
			}
			require.Empty(t, c.Inactive, "%s: %s", name, c.ID)
		}
		require.Equal(t, len(p.Parts), own)
	}
}
