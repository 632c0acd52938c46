package output

import (
	"fmt"
	"io"

	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

// View is how a document is to look in a format.
type View struct {
	Lang string
	// Langs are all languages that were asked for, for a format that takes several.
	Langs []string
	Look  page.Look
	// ToFile: it goes to a file, to be kept, and not to standard output.
	ToFile bool
	// Path is where it goes, and Old what stands there, of a format that is put into what
	// is there; Old is empty if nothing is.
	Path string
	Old  []byte
}

// Writer writes what a verb has to say in one format.
type Writer[D any] struct {
	Format *Format
	Write  func(D, io.Writer, View) error
}

// Writers are all formats of documents of one kind, the usual one first. A
// format and its writer stand side by side, so there is none without the other.
type Writers[D any] []Writer[D]

// Formats lists the formats.
func (list Writers[D]) Formats() []*Format {
	out := make([]*Format, len(list))
	for i := range list {
		out[i] = list[i].Format
	}
	return out
}

// Document makes the document of a verb.
func (list Writers[D]) Document(verb string, content D) Document {
	d := Document{Verb: verb, formats: list.Formats()}
	for _, one := range list {
		d.write = append(d.write, func(w io.Writer, v View) error { return one.Write(content, w, v) })
	}
	return d
}

// Document is what a verb has to say. Make it with [Writers.Document].
type Document struct {
	Verb string
	// OneLanguage says that "--lang all" does not double it: it is the same in every
	// language, or a second would not fit in.
	OneLanguage bool
	// Long says that a person at a terminal reads it with a pager.
	Long    bool
	formats []*Format
	write   []func(io.Writer, View) error // by format
}

// Paged is a document with a page for people and data for programs.
type Paged struct {
	Page func(lang string) *page.Page
	Data func(lang string) any
}

// PageWriters write what has a page and data.
var PageWriters = Writers[Paged]{
	{Text, func(d Paged, w io.Writer, v View) error { return WritePage(w, d.Page(v.Lang), v) }},
	{JSON, func(d Paged, w io.Writer, v View) error { return WriteJSON(w, d.Data(v.Lang)) }},
	{Markdown, func(d Paged, w io.Writer, v View) error {
		_, err := io.WriteString(w, d.Page(v.Lang).DrawMarkdown())
		return err
	}},
}

// WritePage draws a page.
func WritePage(w io.Writer, p *page.Page, v View) error {
	_, err := fmt.Fprint(w, p.Draw(v.Look))
	return err
}

// WriteJSON writes data as JSON.
func WriteJSON(w io.Writer, data any) error {
	text, err := plain.EncodeJSON(data)
	if err == nil {
		_, err = w.Write(text)
	}
	return err
}
