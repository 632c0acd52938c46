package report

import (
	"io"
	"strings"

	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules/lang"
	"github.com/ajar-decision/ajar/rules/plain"
)

// writeText writes a page for a terminal or a plain file.
func writeText(out io.Writer, tongue lang.Tongue, page []pageBlock, s *writeSettings) error {
	t := textWriter{writeSettings: s, tongue: tongue}
	for i := range page {
		t.writeBlock(&page[i], i > 0 && page[i-1].kind == page[i].kind)
	}
	_, err := io.WriteString(out, t.b.String())
	return err
}

// textWriter lays a page out in columns.
type textWriter struct {
	*writeSettings
	tongue lang.Tongue
	b      strings.Builder
	indent string // of what stands under a heading
}

// textStyles are the codes of named colours; bold and yellow are readable in every
// theme of a terminal.
var textStyles = map[blockKind]string{titleBlock: "1", headlineBlock: "1", sectionBlock: "1", topicBlock: "1", alertBlock: "33"}

// writeBlock writes one block. Lists and tables hang together: inside a list no
// empty line parts the entries.
func (t *textWriter) writeBlock(b *pageBlock, follows bool) {
	if b.kind != titleBlock && (!follows || b.kind != itemBlock && b.kind != alertBlock) {
		t.b.WriteByte('\n')
	}
	switch b.kind {
	case titleBlock, headlineBlock:
		t.indent = ""
		t.writeLines(b.kind, "", "", b.text)
	case sectionBlock:
		t.indent = ""
		t.writeLines(b.kind, "", "", b.text)
		t.indent = "  "
	case itemBlock, alertBlock:
		t.writeLines(b.kind, t.indent+t.itemPrefix(), t.indent+strings.Repeat(" ", len(t.itemPrefix())), b.text)
	case tableBlock:
		t.writeTable(b.table)
	default:
		t.writeLines(b.kind, t.indent, t.indent, b.text)
	}
}

func (t *textWriter) itemPrefix() string {
	if t.accessible {
		return ""
	}
	return "- "
}

// writeLines wraps statements, one after another or, if accessible, each on lines
// of its own, and colours each line by itself.
func (t *textWriter) writeLines(k blockKind, first, rest string, statements []string) {
	if t.accessible && len(statements) > 1 {
		for i := range statements {
			t.writeLines(k, first, rest, statements[i:i+1])
		}
		return
	}
	wrapped := strings.TrimSuffix(layout.WrapWithPrefixes(first, rest, plain.Escape(t.tongue.Sentences(statements)), t.width), "\n")
	for line := range strings.SplitSeq(wrapped, "\n") {
		if code, ok := textStyles[k]; ok && t.color {
			line = "\x1b[" + code + "m" + line + "\x1b[0m"
		}
		t.b.WriteString(line + "\n")
	}
}

// writeTable writes columns if they fit, else each row in sentences, and before
// them the bars if at least these fit. The words say what bars show, so that
// nothing is lost without them.
func (t *textWriter) writeTable(tab *table) {
	widths := tab.columnWidths()
	total := len(t.indent) + 2*(len(widths)-1)
	for _, n := range widths {
		total += n
	}
	switch {
	case t.accessible:
		t.writeSpokenRows(tab, t.indent)
	case total <= t.width && tab.hasFixedWidths():
		t.writeColumns(tab, widths)
		t.writeBarKey(tab)
	default:
		if n := len(t.indent) + widths[0] + 2 + widths[1]; tab.barColumn == 1 && n <= t.width && tab.hasFixedWidths() {
			t.writeColumns(tab, widths[:2])
			t.writeBarKey(tab)
			t.b.WriteByte('\n')
		}
		t.writeSpokenRows(tab, t.indent+"  ")
	}
}

// writeColumns writes as many columns as there are widths.
func (t *textWriter) writeColumns(tab *table, widths []int) {
	t.writeRow(tab.head, widths)
	for i := range tab.rows {
		t.writeRow(tab.rows[i].cells, widths)
	}
}

// writeBarKey says how to read the bars of a table.
func (t *textWriter) writeBarKey(tab *table) {
	if tab.barColumn != noBarColumn {
		t.b.WriteByte('\n')
		t.writeLines(paragraphBlock, t.indent, t.indent, []string{tab.barKey})
	}
}

// writeSpokenRows writes each row in sentences.
func (t *textWriter) writeSpokenRows(tab *table, rest string) {
	for i := range tab.rows {
		t.writeLines(paragraphBlock, t.indent, rest, tab.rows[i].spoken)
	}
}

func (t *textWriter) writeRow(cells []string, widths []int) {
	var b strings.Builder
	b.WriteString(t.indent)
	for i, c := range cells[:len(widths)] {
		c = plain.Escape(c)
		b.WriteString(c + strings.Repeat(" ", 2+widths[i]-layout.TextWidth(c)))
	}
	t.b.WriteString(strings.TrimRight(b.String(), " ") + "\n")
}

// columnWidths gives the columns that each column of the table takes.
func (tab *table) columnWidths() []int {
	out := make([]int, len(tab.head))
	for _, cells := range append([][]string{tab.head}, tab.rowCells()...) {
		for i, c := range cells {
			out[i] = max(out[i], layout.TextWidth(plain.Escape(c)))
		}
	}
	return out
}

func (tab *table) rowCells() [][]string {
	out := make([][]string, len(tab.rows))
	for i := range tab.rows {
		out[i] = tab.rows[i].cells
	}
	return out
}

// hasFixedWidths reports whether columns align in every terminal: nothing before the
// last column has a width that terminals disagree on.
func (tab *table) hasFixedWidths() bool {
	for _, cells := range append([][]string{tab.head}, tab.rowCells()...) {
		for _, c := range cells[:len(cells)-1] {
			if !layout.HasFixedWidth(c) {
				return false
			}
		}
	}
	return true
}
