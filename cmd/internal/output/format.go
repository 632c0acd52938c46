package output

import (
	"bytes"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/adr"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Format is one form in which documents are written. A document says itself how
// it is written in a format, see [Writers].
type Format struct {
	Name       string
	Extensions []string // of files that are written in it
	// join puts the same document in several languages into one; nil where
	// there is no way to.
	join func(parts [][]byte) ([]byte, error)
	// multilingual: one document is in all languages by itself.
	multilingual bool
	// keep are sequences of the format's own, see [plain.Guard].
	keep []string
	// merge puts a new document into the file of this format that is there, which people
	// wrote into; nil where a new one takes its place.
	merge func(name string, old, fresh []byte) ([]byte, error)
}

// joins say how documents in several languages are put into one. A format that
// is not here is written in one language only.
var joins = map[string]func([][]byte) ([]byte, error){
	"text": joinTexts, "md": joinTexts, "github": joinTexts, "json": joinJSON,
}

// Levels are those of annotations in the format "github".
const (
	NoticeLevel  = "notice"
	WarningLevel = "warning"
	ErrorLevel   = "error"
)

// ownSequences are what formats write that would mean something to a runner or terminal:
// that is their purpose. What stands in them is escaped by their writers.
var ownSequences = map[string][]string{
	"github": {"::" + NoticeLevel + " ", "::" + WarningLevel + " ", "::" + ErrorLevel + " "},
}

// all are the formats: first those of package report, then those of a decision and those
// of a check.
var all = append(listReportFormats(),
	newFormat(string(report.CSV), report.CSV.Extensions()...),
	&Format{Name: "html", Extensions: []string{".html", ".htm"}, multilingual: true},
	newFormat("svg", ".svg"),
	&Format{Name: "adr", merge: adr.Merge},
	newFormat("github"),
	newFormat("junit", ".xml"),
	newFormat("sarif", ".sarif"),
)

// The formats that verbs name.
var (
	Text     = FormatOf(report.Text)
	JSON     = FormatOf(report.JSON)
	Markdown = FormatOf(report.Markdown)
	CSV      = FormatOf(report.CSV)
	HTML     = findFormat("html")
	SVG      = findFormat("svg")
	ADR      = findFormat("adr")
	GitHub   = findFormat("github")
	JUnit    = findFormat("junit")
	SARIF    = findFormat("sarif")
)

func newFormat(name string, extensions ...string) *Format {
	return &Format{Name: name, Extensions: extensions, join: joins[name], keep: ownSequences[name]}
}

func listReportFormats() (out []*Format) {
	for _, f := range report.Formats() {
		out = append(out, newFormat(string(f), f.Extensions()...))
	}
	return out
}

// All lists all formats.
func All() []*Format { return slices.Clone(all) }

// FormatOf gives the format of package report as one of ours.
func FormatOf(f report.Format) *Format { return findFormat(string(f)) }

// ListNames gives the names of formats.
func ListNames(list []*Format) []string {
	names := make([]string, len(list))
	for i, f := range list {
		names[i] = f.Name
	}
	return names
}

// findFormat gives the format of a name, nil if there is none.
func findFormat(name string) *Format {
	return findFormatWhere(func(f *Format) bool { return f.Name == name })
}

// findFormatByExtension gives the format of a file with the extension, nil if it tells none.
func findFormatByExtension(extension string) *Format {
	return findFormatWhere(func(f *Format) bool { return slices.Contains(f.Extensions, strings.ToLower(extension)) })
}

func findFormatWhere(test func(*Format) bool) *Format {
	if i := slices.IndexFunc(all, test); i >= 0 {
		return all[i]
	}
	return nil
}

// joinTexts puts texts one after the other.
func joinTexts(parts [][]byte) ([]byte, error) { return bytes.Join(parts, []byte("\n")), nil }

// joinJSON puts JSON documents in one.
func joinJSON(parts [][]byte) ([]byte, error) {
	bundle := documents.Bundle{Schema: documents.BundleSchema}
	for _, p := range parts {
		bundle.Documents = append(bundle.Documents, p)
	}
	return plain.EncodeJSON(bundle)
}
