package report_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/figure"
	markup "github.com/ajar-decision/ajar/engine/report/html"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// drawnDocument gives the document in some languages.
func drawnDocument(t *testing.T, r decision, langs []string, opts ...report.WriteOption) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, markup.Write(&b, r.Pack, r.Recommendation, langs, opts...))
	return b.String()
}

func TestGoldenDocument(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"mixed", "precaution", "none", "no_basis"} {
		golden(t, "testdata/"+name+".html", []byte(testkit.MaskStyle(drawnDocument(t, decided(t, name), languages))))
	}
}

func TestGoldenFigures(t *testing.T) {
	t.Parallel()
	r := decided(t, "mixed")
	for _, id := range report.FigureIDs() {
		for _, lang := range languages {
			f, err := report.ComposeFigure(r.Pack, r.Recommendation, id, report.Lang(lang))
			require.NoError(t, err)
			require.NotNil(t, f, id)
			var b bytes.Buffer
			require.NoError(t, markup.WriteFigure(&b, f))
			golden(t, "testdata/figures/"+id+"."+lang+".svg", []byte(testkit.MaskStyle(b.String())))
		}
	}
}

// seenDocument is what a browser makes of a document.
type seenDocument struct {
	elements map[string]int
	links    []string
	text     string
	policy   string
	headings []string // their levels
}

func seeDocument(t *testing.T, text string) seenDocument {
	t.Helper()
	out := seenDocument{elements: map[string]int{}}
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(text)); z.Next() != html.ErrorToken; {
		switch x := z.Token(); x.Type {
		case html.StartTagToken, html.SelfClosingTagToken:
			out.elements[x.Data]++
			if regexp.MustCompile(`^h[1-6]$`).MatchString(x.Data) {
				out.headings = append(out.headings, x.Data)
			}
			for _, a := range x.Attr {
				switch a.Key {
				case "href", "src", "xlink:href", "action", "data", "srcset", "poster":
					out.links = append(out.links, a.Val)
				case "content":
					if strings.Contains(a.Val, "default-src") {
						out.policy = a.Val
					}
				}
				require.False(t, strings.HasPrefix(a.Key, "on") || a.Key == "style", "%s=%s", a.Key, a.Val)
			}
		case html.TextToken:
			b.WriteString(x.Data)
		}
	}
	out.text = b.String()
	return out
}

// A document runs nothing and asks for nothing: its policy allows its one style and no more.
func TestDocumentAsksForNothing(t *testing.T) {
	t.Parallel()
	for name := range situations {
		text := drawnDocument(t, decided(t, name), languages)
		seen := seeDocument(t, text)
		for _, element := range []string{"script", "link", "img", "iframe", "object", "embed", "form", "base", "image", "use", "foreignObject"} {
			require.Zero(t, seen.elements[element], element)
		}
		require.Equal(t, 1, seen.elements["style"])
		for _, link := range seen.links {
			require.Regexp(t, `^(#(en|zh)|https://[a-z0-9.-]+\.[a-z]+(/.*)?)$`, link)
		}
		begin := strings.Index(text, "<style>") + len("<style>")
		style := text[begin:strings.Index(text, "</style>")]
		require.NotRegexp(t, `@import|url\(|expression`, style)
		sum := sha256.Sum256([]byte(style))
		require.Equal(t, "default-src 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'; base-uri 'none'; form-action 'none'", seen.policy)
		for _, lang := range languages {
			require.Contains(t, text, `<article id="`+lang+`" lang="`+lang+`">`)
		}
		require.Equal(t, text, drawnDocument(t, decided(t, name), languages), "the same bytes each time")
		before := "h0"
		for _, h := range seen.headings {
			require.LessOrEqual(t, h[1], before[1]+1, "%s after %s", h, before)
			before = h
		}
	}
}

func TestStrangersTextIsNoMarkupOfADocument(t *testing.T) {
	t.Parallel()
	clean := seeDocument(t, drawnDocument(t, decided(t, "none"), languages))
	got := seeDocument(t, drawnDocument(t, attacked(t), languages))
	require.Equal(t, clean.elements["h2"], got.elements["h2"])
	for _, element := range []string{"script", "img", "em", "strong", "code"} {
		require.Zero(t, got.elements[element])
	}
	require.Contains(t, got.text, plain.Escape("<img src=x onerror=alert(1)>"), "it reads as it is")
	for _, link := range got.links {
		require.NotContains(t, link, "evil")
	}
	for _, r := range hostileDecisions(t) {
		text := drawnDocument(t, r, []string{"en"})
		seen := seeDocument(t, text)
		require.Zero(t, seen.elements["script"]+seen.elements["img"]+seen.elements["a"])
		require.Equal(t, text, string(plain.Guarded([]byte(text))), "nothing that a terminal or a log acts on")
	}
}

// The sheet says what the card says, both sides at equal length, and leaves room for names.
func TestSheet(t *testing.T) {
	t.Parallel()
	r := decided(t, "mixed")
	p, err := report.ComposeBoard(r.Pack, r.Recommendation)
	require.NoError(t, err)
	blocks := p.Blocks()
	sheet := blocks[:slices.IndexFunc(blocks, func(b page.Block) bool { return b.Kind == page.Break })]
	var tables []*page.Table
	for _, b := range sheet {
		if b.Table != nil {
			tables = append(tables, b.Table)
		}
	}
	require.Len(t, tables, 4)
	require.NotEmpty(t, r.Conditions)
	require.Len(t, tables[0].Rows, len(r.Conditions), "each condition, with what to do first about it")
	for _, row := range tables[0].Rows {
		require.NotContains(t, row.Cells, "")
	}
	tables = tables[1:]
	require.Equal(t, []string{"Speaks for open", "Speaks for closed"}, tables[0].Head)
	for _, row := range tables[0].Rows {
		require.NotEqual(t, []string{"", ""}, row.Cells)
	}
	for _, row := range tables[1].Rows {
		require.Equal(t, []string{"", ""}, row.Cells[2:], "owner and day are for people")
	}
	require.Equal(t, []string{"", "", ""}, tables[2].Rows[0].Cells, "nobody has decided yet")
}

// A decision is told on the sheet with what stands against it, and is never shown as advice.
func TestSheetTellsWhatWasDecided(t *testing.T) {
	t.Parallel()
	r := decided(t, "mixed")
	same := drawnDocument(t, r, []string{"en"}, report.Decided(report.Resolution{Status: report.StatusAccepted, Form: r.Form, Deciders: []string{"Mei", "Jo"}, Because: "We agree."}))
	require.Contains(t, same, "We agree.")
	require.Contains(t, same, "Mei; Jo")
	require.NotContains(t, same, "This is not what ajar advises")
	other := drawnDocument(t, r, []string{"en"}, report.Decided(report.Resolution{Status: report.StatusAccepted, Form: "private", Deciders: []string{"Mei"}, Because: "Not now."}))
	require.Contains(t, other, `<li class="alert">This is not what ajar advises.`)
	require.Contains(t, other, "MIXED.", "the advice stays what it is")
}

// Each figure shows what its table says: places follow from the result.
func TestFiguresShowTheResult(t *testing.T) {
	t.Parallel()
	for name := range situations {
		r := decided(t, name)
		compose := func(id string) *figure.Figure {
			f, err := report.ComposeFigure(r.Pack, r.Recommendation, id)
			if err != nil {
				require.ErrorIs(t, err, report.ErrNothingToDraw)
			}
			return f
		}
		if f := compose("leans"); f != nil {
			requireLeans(t, r, f)
		}
		if f := compose("shares"); f != nil {
			for _, row := range f.Rows {
				i := slices.IndexFunc(r.Sensitivity.Acceptability, func(a engine.Acceptability) bool { return r.Pack.Option(a.Option).Title.In("en") == row.Name })
				require.InDelta(t, r.Sensitivity.Acceptability[i].Share, row.Bars[0].To, 1e-12)
				require.InDelta(t, float64(r.Sensitivity.Acceptability[i].OverJudgements), row.Bars[1].To, 1e-12)
			}
		}
		if f := compose("weights"); f != nil {
			least := 0.0
			for _, row := range f.Rows {
				mark := row.Bars[len(row.Bars)-1]
				require.Equal(t, figure.Mark, mark.Look)
				smallest := 2.0
				for _, b := range row.Bars[:len(row.Bars)-1] {
					require.InDelta(t, mark.From, b.From, 0, "from the weight of today")
					smallest = min(smallest, max(b.To-b.From, b.From-b.To))
				}
				require.GreaterOrEqual(t, smallest, least, "the smallest change stands first")
				least = smallest
			}
		}
		if f := compose("values"); f != nil {
			solid := 0
			for _, row := range f.Rows {
				if row.Bars[0].Look == figure.Solid {
					solid++
					require.Equal(t, r.Pack.Option(r.Option).Form(r.Form).Title.In("en"), row.Name)
				}
			}
			require.LessOrEqual(t, solid, 1)
		}
	}
	r := decided(t, "no_basis")
	for _, id := range []string{"leans", "weights", "shares", "none"} {
		_, err := report.ComposeFigure(r.Pack, r.Recommendation, id)
		require.ErrorIs(t, err, report.ErrNothingToDraw, id)
	}
}

func requireLeans(t *testing.T, r decision, f *figure.Figure) {
	t.Helper()
	widest := 0.0
	for i := range r.Dimensions {
		widest = max(widest, r.Dimensions[i].Importance)
	}
	require.Len(t, f.Rows, len(r.Dimensions))
	for i, row := range f.Rows {
		d := &r.Dimensions[i]
		if row.Unknown {
			require.False(t, d.Lean.Exists())
			require.Empty(t, row.Bars, "unknown is no zero")
			continue
		}
		require.InDelta(t, 0.5, row.Bars[0].From, 0)
		require.InDelta(t, 0.5+d.Contribution/widest/2, row.Bars[0].To, 1e-9)
		if d.Lean.Low < d.Lean.High {
			require.LessOrEqual(t, row.Bars[1].From, row.Bars[0].To)
			require.GreaterOrEqual(t, row.Bars[1].To, row.Bars[0].To)
		}
	}
}

// A report for the public knows nothing of what is private, and says how much that is.
func TestPublicReportTellsNothingPrivate(t *testing.T) {
	t.Parallel()
	e, err := toy()
	require.NoError(t, err)
	mixed := situations["mixed"]
	p := mixed.Clone()
	p.Layers = []string{"SECRET.yaml"}
	p.Notes = map[string]engine.Note{
		"revenue": {Sure: "high", Text: "SECRET", By: "SECRET", Layer: "SECRET.yaml"},
		"users":   {Private: true, Text: "SECRET"},
	}
	p.Facts["users"] = engine.Number(77777)
	p.Parts = []engine.Part{{ID: "api", Like: e.Pack().Components[0].ID, Note: "SECRET", Facts: facts{"users": engine.Number(77777)}}}
	public, left := p.Public()
	require.Equal(t, engine.Omissions{Notes: 3, Names: 1, Answers: 1}, left)
	r := recommend(t, e, public)
	text := drawnDocument(t, r, languages, report.LeftOut(left))
	require.NotContains(t, text, "SECRET")
	require.NotContains(t, text, "77777")
	require.Contains(t, text, "3 notes, 1 name and 1 private answer, which are not for the public.")
	require.Contains(t, written(t, r, report.Markdown, report.LeftOut(left)), "1 private answer")
	require.Equal(t, engine.Number(77777), p.Facts["users"], "the profile itself is left alone")
}

func TestUnfoldedForATeam(t *testing.T) {
	t.Parallel()
	r := decided(t, "open")
	require.NotContains(t, drawnDocument(t, r, languages), "<details open>")
	require.NotContains(t, drawnDocument(t, r, languages, report.Unfolded(true)), "<details>")
}
