// Package html writes a recommendation as one HTML file for those who decide: a sheet of
// paper, then figures and all else. The file has no script, asks for nothing outside of
// itself and says so in its own content policy. It is a package of its own, since only
// whoever writes HTML should carry the templates of Go.
package html

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the style
	"encoding/base64"
	"html/template"
	"io"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/figure"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

//go:embed style.css
var style string

//go:embed document.tmpl
var documentTemplate string

//go:embed figure.tmpl
var figureTemplate string

var templates = template.Must(template.Must(template.New("figure").Parse(figureTemplate)).New("document").Parse(documentTemplate))

// document is what the template of a document shows.
type document struct {
	Title  string
	Style  template.CSS
	Policy string
	Parts  []part
}

// Write writes a recommendation as one document in one or several languages, the first of
// which comes first. With the same recommendation, languages and options it writes the
// same bytes. Options and errors are those of [report.Write]; [report.Lang] makes no
// difference.
func Write(w io.Writer, pack *rules.Pack, r *engine.Recommendation, langs []string, opts ...report.WriteOption) error {
	return WritePages(w, langs, func(code string) (*page.Page, error) {
		return report.ComposeBoard(pack, r, append(slices.Clone(opts), report.Lang(code))...)
	})
}

// WritePages writes a page as one document in one or several languages, the first of which
// comes first. What stands behind a [page.Break] is folded, part by part. The error is that
// of w or of compose, which makes the page in one language.
func WritePages(w io.Writer, langs []string, compose func(code string) (*page.Page, error)) error {
	doc := document{Style: template.CSS(wholeStyle()), Policy: writePolicy(wholeStyle())} // our own style
	for _, code := range langs {
		p, err := compose(code)
		if err != nil {
			return err
		}
		one := arrange(p, code)
		if doc.Title == "" {
			doc.Title = one.Sheet.Title
		}
		doc.Parts = append(doc.Parts, one)
	}
	return execute(w, "document", doc)
}

// WriteFigure writes one figure as an SVG file.
func WriteFigure(w io.Writer, f *figure.Figure) error {
	d := draw(f, "")
	d.Style = template.CSS(figureStyle) // our own style
	return execute(w, "figure", d)
}

// execute writes a whole document or nothing, with nothing in it that a terminal or a log
// would act on.
func execute(w io.Writer, name string, data any) error {
	var b bytes.Buffer
	if err := templates.ExecuteTemplate(&b, name, data); err != nil {
		return err
	}
	_, err := w.Write(plain.Guarded(b.Bytes()))
	return err
}

// writePolicy lets a browser take nothing but the one style.
func writePolicy(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}

// wholeStyle is the style of a document and of the figures in it.
func wholeStyle() string { return figureStyle + style }
