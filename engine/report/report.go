package report

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/ajar-decision/ajar/engine"
)

// Format is a form that a recommendation can be written in.
type Format string

// The formats: Text for a terminal or a plain file, Markdown (GitHub's
// tables), and JSON as described by [Result].
const (
	Text     Format = "text"
	Markdown Format = "md"
	JSON     Format = "json"
)

// Option changes how [Write] writes.
type Option func(*settings)

type settings struct {
	lang       string
	width      int
	color      bool
	accessible bool
	version    string
	brief      bool
}

// Lang chooses the language: "zh" for Simplified Chinese, English for anything
// else and by default. Ids are the same in every language.
func Lang(l string) Option { return func(s *settings) { s.lang = l } }

// Width is the greatest number of terminal columns of a line of [Text], 80 by
// default; less than 20 counts as 20. Only an id longer than that is wider.
func Width(n int) Option { return func(s *settings) { s.width = max(n, narrowest) } }

// Color turns colours of [Text] on; they are off by default and never the only
// sign of anything.
func Color(on bool) Option { return func(s *settings) { s.color = on } }

// Accessible writes [Text] for screen readers: no bars and no tables, one
// statement a line. It is off by default.
func Accessible(on bool) Option { return func(s *settings) { s.accessible = on } }

// Version names the program in the report, "" (the default) leaves it out.
func Version(v string) Option { return func(s *settings) { s.version = v } }

// Brief writes of [Text] and [Markdown] what fits a screen: the advice, how
// settled it is, which way each dimension pulls, and by which rules. It is off
// by default.
func Brief(on bool) Option { return func(s *settings) { s.brief = on } }

const (
	narrowest    = 20
	defaultWidth = 80
)

// Write writes the recommendation in one of the formats. The same
// recommendation and options give the same bytes. The error is that of w, or
// says that there is no such format.
func Write(w io.Writer, r *engine.Recommendation, f Format, opts ...Option) error {
	s := settings{lang: "en", width: defaultWidth}
	for _, o := range opts {
		o(&s)
	}
	if s.lang != "zh" {
		s.lang = "en"
	}
	switch f {
	case JSON:
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(Document(r, s.lang, s.version))
	case Text:
		about := newWriter(r, s.lang, s.version)
		return writeText(w, about.Tongue, about.page(s.brief), &s)
	case Markdown:
		about := newWriter(r, s.lang, s.version)
		return writeMarkdown(w, about.Tongue, about.page(s.brief))
	}
	return fmt.Errorf("format %q: there is no such format; use %q, %q or %q", f, Text, Markdown, JSON)
}
