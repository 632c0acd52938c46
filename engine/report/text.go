package report

import (
	"io"
	"strings"

	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules/diag"
)

// writeText writes a page for a terminal or a plain file.
func writeText(out io.Writer, page []block, s *settings) error {
	t := text{settings: s}
	for i := range page {
		t.block(&page[i], i > 0 && page[i-1].kind == page[i].kind)
	}
	_, err := io.WriteString(out, t.b.String())
	return err
}

// text lays a page out in columns.
type text struct {
	*settings
	b      strings.Builder
	indent string // of what stands under a heading
}

// styles are the codes of named colours; bold and yellow are readable in every
// theme of a terminal.
var styles = map[kind]string{title: "1", verdict: "1", section: "1", topic: "1", alert: "33"}

// block writes one block. Lists and tables hang together: inside a list no
// empty line parts the entries.
func (t *text) block(b *block, follows bool) {
	if b.kind != title && (!follows || b.kind != item && b.kind != alert) {
		t.b.WriteByte('\n')
	}
	switch b.kind {
	case title, verdict:
		t.indent = ""
		t.lines(b.kind, "", "", b.text)
	case section:
		t.indent = ""
		t.lines(b.kind, "", "", b.text)
		t.indent = "  "
	case item, alert:
		t.lines(b.kind, t.indent+t.bullet(), t.indent+strings.Repeat(" ", len(t.bullet())), b.text)
	case grid:
		t.table(b.table)
	default:
		t.lines(b.kind, t.indent, t.indent, b.text)
	}
}

func (t *text) bullet() string {
	if t.accessible {
		return ""
	}
	return "- "
}

// lines wraps a text and colours each line by itself.
func (t *text) lines(k kind, first, rest, s string) {
	wrapped := strings.TrimSuffix(layout.Block(first, rest, diag.Escape(s), t.width), "\n")
	for line := range strings.SplitSeq(wrapped, "\n") {
		if code, ok := styles[k]; ok && t.color {
			line = "\x1b[" + code + "m" + line + "\x1b[0m"
		}
		t.b.WriteString(line + "\n")
	}
}

// table writes columns if they fit, else each row as a sentence, under its bar
// if it has one.
func (t *text) table(tab *table) {
	widths := tab.widths()
	total := len(t.indent) + 2*(len(widths)-1)
	for _, n := range widths {
		total += n
	}
	switch {
	case t.accessible:
		for i := range tab.rows {
			t.lines(para, t.indent, t.indent, tab.rows[i].spoken)
		}
	case total <= t.width && tab.steady():
		t.row(tab.head, widths)
		for i := range tab.rows {
			t.row(tab.rows[i].cells, widths)
		}
	default:
		t.stack(tab)
	}
}

func (t *text) row(cells []string, widths []int) {
	var b strings.Builder
	b.WriteString(t.indent)
	for i, c := range cells {
		c = diag.Escape(c)
		b.WriteString(c + strings.Repeat(" ", 2+widths[i]-layout.Cells(c)))
	}
	t.b.WriteString(strings.TrimRight(b.String(), " ") + "\n")
}

func (t *text) stack(tab *table) {
	for i := range tab.rows {
		if tab.bar != noBar {
			if i%5 == 0 {
				t.b.WriteString(t.indent + tab.head[tab.bar] + "\n")
			}
			t.b.WriteString(strings.TrimRight(t.indent+tab.rows[i].cells[tab.bar], " ") + "\n")
		}
		t.lines(para, t.indent, t.indent+"  ", tab.rows[i].spoken)
	}
}

// widths gives the columns that each column of the table takes.
func (tab *table) widths() []int {
	out := make([]int, len(tab.head))
	for _, cells := range append([][]string{tab.head}, tab.lines()...) {
		for i, c := range cells {
			out[i] = max(out[i], layout.Cells(diag.Escape(c)))
		}
	}
	return out
}

func (tab *table) lines() [][]string {
	out := make([][]string, len(tab.rows))
	for i := range tab.rows {
		out[i] = tab.rows[i].cells
	}
	return out
}

// steady reports whether columns align in every terminal: nothing before the
// last column has a width that terminals disagree on.
func (tab *table) steady() bool {
	for _, cells := range append([][]string{tab.head}, tab.lines()...) {
		for _, c := range cells[:len(cells)-1] {
			if !layout.Steady(c) {
				return false
			}
		}
	}
	return true
}
