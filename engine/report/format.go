package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Format is a form that a recommendation can be written in.
type Format string

// CSV is one of the [Tables] as rows of cells, the release table if none is named; [Write] alone writes it.
const CSV Format = "csv"

// The formats of all documents: Text for a terminal or a plain file, Markdown (GitHub's
// tables), and JSON as described by [Result].
const (
	Text     Format = "text"
	JSON     Format = "json"
	Markdown Format = "md"
)

// content is what a function of this package has to say: as data, and as a page.
// Everything that this package writes has both, so a format is written alike for all.
type content struct {
	data func() any
	page func() *page.Page
}

// formats are all formats, with the endings of their files and how they are written.
var formats = []struct {
	format     Format
	extensions []string
	write      func(io.Writer, content, *writeSettings) error
}{
	{Text, []string{".txt"}, func(w io.Writer, c content, s *writeSettings) error {
		_, err := io.WriteString(w, c.page().Draw(page.Look{Width: s.width, Color: s.color, Accessible: s.accessible}))
		return err
	}},
	{JSON, []string{".json"}, func(w io.Writer, c content, _ *writeSettings) error {
		data, err := plain.EncodeJSON(c.data())
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	}},
	{Markdown, []string{".md", ".markdown"}, func(w io.Writer, c content, _ *writeSettings) error {
		_, err := io.WriteString(w, c.page().DrawMarkdown())
		return err
	}},
}

// Formats lists the formats in which this package writes all that it writes.
func Formats() []Format {
	out := make([]Format, len(formats))
	for i, f := range formats {
		out[i] = f.format
	}
	return out
}

// Extensions lists the endings of the names of files in the format, such as ".md".
func (f Format) Extensions() []string {
	if f == CSV {
		return []string{".csv"}
	}
	if i := f.find(); i >= 0 {
		return slices.Clone(formats[i].extensions)
	}
	return nil
}

// find gives the place of a format among all, -1 if there is no such format.
func (f Format) find() int {
	return slices.Index(Formats(), f)
}

// newFormatError says which formats there are.
func newFormatError(f Format) error {
	var names []string
	for _, known := range Formats() {
		names = append(names, strconv.Quote(string(known)))
	}
	last := len(names) - 1
	return fmt.Errorf("format %q: there is no such format; use %s or %s", f, strings.Join(names[:last], ", "), names[last])
}
