package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	markup "github.com/ajar-decision/ajar/engine/report/html"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// FuzzReport puts any text wherever an owner may write one, and writes the report in any
// format, length and look, as a document and in figures: what leaves is whole characters,
// whole JSON, CSV or XML, and nothing that a terminal, a browser, the reader of a log or one
// of Markdown obeys.
func FuzzReport(f *testing.F) {
	names := slices.Sorted(maps.Keys(situations))
	for i, text := range slices.Concat(testkit.HostileTexts(), testkit.OrdinaryTexts(), []string{"", attack, "\xff", "a\x00b", strings.Repeat("长", 300)}) {
		for kind := range 4 {
			f.Add(uint8(i*17), uint8(kind|i%64<<2), text)
		}
	}
	e, err := toy()
	require.NoError(f, err)
	bases := map[string]decision{}
	for _, name := range names {
		p := situations[name]
		p.Parts = []engine.Part{{ID: "mine", Like: "core"}}
		bases[name] = recommend(f, e, p)
	}
	f.Fuzz(func(t *testing.T, which, flags uint8, text string) {
		if len(text) > 2000 {
			return // longer texts find nothing else
		}
		d := sayInProfile(t, e, bases[names[int(which)%len(names)]], text)
		format := append(report.Formats(), report.CSV)[flags&3]
		opts := lookOf(flags >> 2)
		write := report.Write
		if which&128 > 0 && format != report.CSV {
			write = report.WriteSensitivity
		}
		var b bytes.Buffer
		require.NoError(t, write(&b, d.Pack, d.Recommendation, format, opts...))
		readers := testkit.MarkdownReaders()
		requireHarmless(t, format, b.Bytes(), readers[int(which>>4)%len(readers)])
		requireHarmlessDocument(t, d, opts)
	})
}

// requireHarmlessDocument wants a document and figures with no more elements than those of
// our own, and nothing that a browser, a terminal or the reader of a log obeys.
func requireHarmlessDocument(t *testing.T, d decision, opts []report.WriteOption) {
	t.Helper()
	document := drawnDocument(t, d, []string{"en"}, opts...)
	seen := seeDocument(t, document)
	for _, element := range []string{"script", "img", "a", "em", "strong", "code", "iframe", "form", "link"} {
		require.Zero(t, seen.elements[element], element)
	}
	require.Equal(t, document, string(plain.Guarded([]byte(document))))
	for _, id := range report.FigureIDs() {
		f, err := report.ComposeFigure(d.Pack, d.Recommendation, id, opts...)
		if err != nil {
			require.ErrorIs(t, err, report.ErrNothingToDraw)
			continue
		}
		var b bytes.Buffer
		require.NoError(t, markup.WriteFigure(&b, f))
		require.NoError(t, xml.Unmarshal(b.Bytes(), new(struct{})), id)
		require.True(t, utf8.Valid(b.Bytes()))
		require.NotContains(t, b.String(), "<script")
		require.Equal(t, b.String(), string(plain.Guarded(b.Bytes())))
	}
}

// sayInProfile gives a decision whose profile says a text wherever it may. No result hangs
// on it, so the decision is that of the profile without it.
func sayInProfile(t *testing.T, e *engine.Engine, base decision, text string) decision {
	t.Helper()
	r := *base.Recommendation
	p := r.Profile.Clone()
	p.Name, p.Rules, p.ReviewBy, p.Layers = text, text, text, []string{text}
	p.Notes = map[string]engine.Note{}
	for id := range p.Facts {
		p.Notes[id] = engine.Note{Text: text, By: text, Layer: text, Sure: engine.AnswerSureness(text)}
	}
	for i := range p.Limits {
		p.Limits[i].Because = text
	}
	p.Parts[0].Title, p.Parts[0].Note = text, text
	r.Profile = p
	return decision{&r, e.Pack()}
}

// lookOf gives what bits say of how a report looks.
func lookOf(bits uint8) []report.WriteOption {
	extents := report.Extents()
	return []report.WriteOption{
		report.Lang([]string{"en", "zh"}[bits&1]), report.Width([]int{20, 80}[bits>>1&1]), report.Color(bits&4 > 0), report.Accessible(bits&8 > 0),
		report.Length(extents[int(bits>>4)%len(extents)]),
	}
}

// requireHarmless wants a report that is whole and steers nothing.
func requireHarmless(t *testing.T, format report.Format, data []byte, reader testkit.MarkdownReader) {
	t.Helper()
	out := string(data)
	require.True(t, utf8.ValidString(out))
	if format == report.Text {
		for _, mark := range page.Marks() {
			out = strings.ReplaceAll(out, mark, "")
		}
	}
	require.Empty(t, testkit.CommandsIn(out, nil))
	switch format {
	case report.JSON:
		require.True(t, json.Valid(data))
	case report.CSV:
		_, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		require.NoError(t, err)
	case report.Markdown:
		requireUnmarked(t, out, reader)
	}
}

// requireUnmarked wants Markdown in which no stranger's text is a link, a reference or HTML.
func requireUnmarked(t *testing.T, markdown string, reader testkit.MarkdownReader) {
	t.Helper()
	html, err := reader.Render(markdown)
	require.NoError(t, err)
	seen, err := testkit.SeeHTML(html)
	require.NoError(t, err)
	require.Empty(t, seen.Links)
	require.Empty(t, seen.FindReferences())
	for _, element := range []string{"img", "del", "em", "input", "comment", "sup", "dl", "blockquote", "ol"} {
		require.Zero(t, seen.Elements[element], element)
	}
}
