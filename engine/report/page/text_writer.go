package page

import (
	"strings"

	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules/lang"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Look says how to draw a page as text.
type Look struct {
	Width int
	Color bool
	// Accessible puts one statement a line and no columns side by side, for those
	// who hear the page.
	Accessible bool
}

// textWriter lays a page out in columns.
type textWriter struct {
	Look
	tongue lang.Tongue
	b      strings.Builder
	indent string // of what stands under the heading of a section
	line   []byte // of a table, in the making
}

const indent = "  "

// writeStatements wraps statements, one after another or, if accessible, each on
// lines of its own, and colours each line by itself.
func (t *textWriter) writeStatements(style Style, first, rest string, statements []string) {
	if t.Accessible && len(statements) > 1 {
		for _, s := range statements {
			t.writeLines(style, first, rest, s)
		}
		return
	}
	t.writeLines(style, first, rest, t.tongue.Sentences(statements))
}

// writeWrapped wraps one text without a style.
func (t *textWriter) writeWrapped(first, rest, text string) { t.writeLines("", first, rest, text) }

// writeLines wraps a text with one prefix before the first line and another before the rest.
func (t *textWriter) writeLines(style Style, first, rest, text string) {
	prefix, wrote := first, false
	for line := range layout.Lines(plain.Escape(text), t.roomBeside(first), t.roomBeside(rest)) {
		t.writeLine(style, prefix, line)
		prefix, wrote = rest, true
	}
	if !wrote {
		t.writeLine(style, strings.TrimRight(first, " "), "")
	}
}

// roomBeside gives the columns that a prefix leaves, at least one.
func (t *textWriter) roomBeside(prefix string) int {
	return max(t.Width-layout.TextWidth(prefix), 1)
}

func (t *textWriter) writeLine(style Style, prefix, line string) {
	if t.Color && style != "" {
		prefix, line = "", Painter(true).Paint(style, prefix+line)
	}
	t.b.WriteString(prefix)
	t.b.WriteString(line)
	t.b.WriteByte('\n')
}
