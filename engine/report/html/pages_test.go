package html_test

import (
	"bytes"
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/html"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// sheetOf writes the release sheet of the toy pack for a profile that says the text
// wherever it may.
func sheetOf(t *testing.T, text string, langs ...string) (document, digest string) {
	t.Helper()
	pack, err := rules.Load(os.DirFS("../testdata/pack"))
	require.NoError(t, err)
	e, err := engine.New(pack)
	require.NoError(t, err)
	r, err := e.Analyse(t.Context(), engine.Profile{
		Name: text, Weights: map[string]float64{"reach": 6, "scrutiny": 4, "revenue": 7.5},
		Facts: map[string]engine.Answer{"sold": engine.Yes, "rights": engine.Value("partial"), "separable": engine.Yes},
		Notes: map[string]engine.Note{"rights": {Text: text, By: text, Layer: text}},
	})
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, html.WritePages(&b, langs, func(code string) (*page.Page, error) {
		return report.ComposeReleaseSheet(pack, r, report.Lang(code))
	}))
	return b.String(), pack.Digest
}

func TestGoldenReleaseSheet(t *testing.T) {
	t.Parallel()
	got, digest := sheetOf(t, "database", "en", "zh")
	testkit.Golden(t, "testdata/sheet.html", testkit.MaskStyle(testkit.MaskDigest(got, digest)))
	again, _ := sheetOf(t, "database", "en", "zh")
	require.Equal(t, got, again)
	require.NotContains(t, got, "<details", "nothing of it is folded: all of it is signed")
	require.Contains(t, got, "<nav>")
	alone, _ := sheetOf(t, "database", "zh")
	require.NotContains(t, alone, "<nav>", "one language needs no way to another")
	require.Contains(t, alone, `<html lang="zh">`)
}

var tag = regexp.MustCompile(`<[^>]*>`)

// Whatever a profile says stays text: the document has the tags that it has with a harmless
// one, each with the same attributes.
func TestHostileReleaseSheet(t *testing.T) {
	t.Parallel()
	want, _ := sheetOf(t, "database", "en", "zh")
	for _, text := range testkit.HostileTexts() {
		got, _ := sheetOf(t, text, "en", "zh")
		require.Equal(t, tag.FindAllString(want, -1), tag.FindAllString(got, -1), "%q", text)
	}
}

// A page that cannot be made leaves no document behind.
func TestNoDocumentOfAPageThatFails(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	require.ErrorIs(t, html.WritePages(&b, []string{"en"}, func(string) (*page.Page, error) { return nil, report.ErrMissing }), report.ErrMissing)
	require.Empty(t, b.String())
}
