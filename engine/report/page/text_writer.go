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
}

const indent = "  "

// writeStatements wraps statements, one after another or, if accessible, each on
// lines of its own, and colours each line by itself.
func (t *textWriter) writeStatements(style Style, first, rest string, statements []string) {
	if t.Accessible && len(statements) > 1 {
		for i := range statements {
			t.writeStatements(style, first, rest, statements[i:i+1])
		}
		return
	}
	wrapped := strings.TrimSuffix(layout.WrapWithPrefixes(first, rest, plain.Escape(t.tongue.Sentences(statements)), t.Width), "\n")
	for line := range strings.SplitSeq(wrapped, "\n") {
		t.b.WriteString(Painter(t.Color).Paint(style, line) + "\n")
	}
}

// writeWrapped wraps one text without a style.
func (t *textWriter) writeWrapped(first, rest, text string) {
	t.b.WriteString(layout.WrapWithPrefixes(first, rest, plain.Escape(text), t.Width))
}
