package report

import (
	"io"
	"strings"

	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/engine/report/words"
	"github.com/ajar-decision/ajar/rules/plain"
)

// writeText writes a page for a terminal or a plain file.
func writeText(out io.Writer, tongue words.Tongue, page []block, s *settings) error {
	t := text{settings: s, tongue: tongue}
	for i := range page {
		t.block(&page[i], i > 0 && page[i-1].kind == page[i].kind)
	}
	_, err := io.WriteString(out, t.b.String())
	return err
}

// text lays a page out in columns.
type text struct {
	*settings
	tongue words.Tongue
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

// lines wraps statements, one after another or, if accessible, each on lines
// of its own, and colours each line by itself.
func (t *text) lines(k kind, first, rest string, statements []string) {
	if t.accessible && len(statements) > 1 {
		for i := range statements {
			t.lines(k, first, rest, statements[i:i+1])
		}
		return
	}
	wrapped := strings.TrimSuffix(layout.Block(first, rest, plain.Escape(t.tongue.Sentences(statements)), t.width), "\n")
	for line := range strings.SplitSeq(wrapped, "\n") {
		if code, ok := styles[k]; ok && t.color {
			line = "\x1b[" + code + "m" + line + "\x1b[0m"
		}
		t.b.WriteString(line + "\n")
	}
}

// table writes columns if they fit, else each row in sentences, and before
// them the bars if at least these fit. The words say what bars show, so that
// nothing is lost without them.
func (t *text) table(tab *table) {
	widths := tab.widths()
	total := len(t.indent) + 2*(len(widths)-1)
	for _, n := range widths {
		total += n
	}
	switch {
	case t.accessible:
		t.spoken(tab, t.indent)
	case total <= t.width && tab.steady():
		t.columns(tab, widths)
		t.key(tab)
	default:
		if n := len(t.indent) + widths[0] + 2 + widths[1]; tab.bar == 1 && n <= t.width && tab.steady() {
			t.columns(tab, widths[:2])
			t.key(tab)
			t.b.WriteByte('\n')
		}
		t.spoken(tab, t.indent+"  ")
	}
}

// columns writes as many columns as there are widths.
func (t *text) columns(tab *table, widths []int) {
	t.row(tab.head, widths)
	for i := range tab.rows {
		t.row(tab.rows[i].cells, widths)
	}
}

// key says how to read the bars of a table.
func (t *text) key(tab *table) {
	if tab.bar != noBar {
		t.b.WriteByte('\n')
		t.lines(para, t.indent, t.indent, []string{tab.key})
	}
}

// spoken writes each row in sentences.
func (t *text) spoken(tab *table, rest string) {
	for i := range tab.rows {
		t.lines(para, t.indent, rest, tab.rows[i].spoken)
	}
}

func (t *text) row(cells []string, widths []int) {
	var b strings.Builder
	b.WriteString(t.indent)
	for i, c := range cells[:len(widths)] {
		c = plain.Escape(c)
		b.WriteString(c + strings.Repeat(" ", 2+widths[i]-layout.Cells(c)))
	}
	t.b.WriteString(strings.TrimRight(b.String(), " ") + "\n")
}

// widths gives the columns that each column of the table takes.
func (tab *table) widths() []int {
	out := make([]int, len(tab.head))
	for _, cells := range append([][]string{tab.head}, tab.lines()...) {
		for i, c := range cells {
			out[i] = max(out[i], layout.Cells(plain.Escape(c)))
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
