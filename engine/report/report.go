package report

import (
	"fmt"
	"io"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
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

// WriteOption changes how [Write] writes.
type WriteOption func(*writeSettings)

type writeSettings struct {
	lang       string
	width      int
	color      bool
	accessible bool
	version    string
}

// Lang chooses the language: "zh" for Simplified Chinese, English for anything
// else and by default. Ids are the same in every language.
func Lang(l string) WriteOption { return func(s *writeSettings) { s.lang = l } }

// Width is the greatest number of terminal columns of a line of [Text], 80 by
// default; less than 20 counts as 20. Only an id longer than that is wider.
func Width(n int) WriteOption { return func(s *writeSettings) { s.width = max(n, minWidth) } }

// Color turns colours of [Text] on; they are off by default and never the only
// sign of anything.
func Color(on bool) WriteOption { return func(s *writeSettings) { s.color = on } }

// Accessible writes [Text] for screen readers: no bars and no tables, one
// statement a line. It is off by default.
func Accessible(on bool) WriteOption { return func(s *writeSettings) { s.accessible = on } }

// Version names the program in the report, "" (the default) leaves it out.
func Version(v string) WriteOption { return func(s *writeSettings) { s.version = v } }

const (
	minWidth     = 20
	defaultWidth = 80
)

// Write writes the recommendation in one of the formats, with the texts of the
// pack that made it, as [engine.Engine.Pack] gives it or [rules.Load] reads it. The same
// recommendation and options give the same bytes. The error is that of w, or
// says that there is no such format or that the pack is another. How settled the result is, and what would
// change it, is written if [engine.Engine.Analyse] made the recommendation.
func Write(w io.Writer, pack *rules.Pack, r *engine.Recommendation, f Format, opts ...WriteOption) error {
	return writeReport(w, pack, r, f, opts, func(about *resultWriter) any { return about.buildDocument() }, (*resultWriter).composePage)
}

// WriteBrief writes what fits a screen or two: the advice, how settled it is,
// which way each dimension pulls, what would change it and what to answer next.
// JSON leaves nothing out; it is that of [Write].
func WriteBrief(w io.Writer, pack *rules.Pack, r *engine.Recommendation, f Format, opts ...WriteOption) error {
	return writeReport(w, pack, r, f, opts, func(about *resultWriter) any { return about.buildDocument() }, (*resultWriter).composeBriefPage)
}

// writeReport writes a document or a page about a recommendation.
func writeReport(w io.Writer, pack *rules.Pack, r *engine.Recommendation, f Format, opts []WriteOption, document func(*resultWriter) any, page func(*resultWriter) []pageBlock) error {
	if f != JSON && f != Text && f != Markdown {
		return fmt.Errorf("format %q: there is no such format; use %q, %q or %q", f, Text, Markdown, JSON)
	}
	if err := checkPack(pack, r); err != nil {
		return err
	}
	s := writeSettings{lang: "en", width: defaultWidth}
	for _, o := range opts {
		o(&s)
	}
	about := newResultWriter(pack, r, s.lang, s.version)
	switch f {
	case Text:
		return writeText(w, about.Tongue, page(about), &s)
	case Markdown:
		return writeMarkdown(w, about.Tongue, page(about))
	}
	data, err := plain.EncodeJSON(document(about))
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// checkPack refuses a pack that did not make the recommendation: its texts would
// be about other rules, or missing.
func checkPack(pack *rules.Pack, r *engine.Recommendation) error {
	if have := pack.Identity(); have != r.Rules {
		return fmt.Errorf("report: the recommendation was made by the pack %s@%s (%s); this pack is %s@%s (%s)",
			r.Rules.Name, r.Rules.Version, r.Rules.Digest, have.Name, have.Version, have.Digest)
	}
	return nil
}
