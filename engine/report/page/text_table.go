package page

import (
	"strings"

	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules/plain"
)

// writeTable writes columns if they fit, else each row in sentences, and before
// them the bars if at least these fit. The words say what bars show, so that
// nothing is lost without them.
func (t *textWriter) writeTable(tab *Table) {
	widths := tab.columnWidths()
	total := len(t.indent) + 2*(len(widths)-1)
	for _, n := range widths {
		total += n
	}
	narrow := t.fitColumns(tab, widths)
	switch {
	case t.Accessible:
		t.writeSpokenRows(tab, t.indent)
	case total <= t.Width && tab.hasFixedWidths():
		t.writeColumns(tab, widths)
		t.writeBarKey(tab)
	case narrow != nil && tab.hasFixedWidths():
		t.writeWrappedColumns(tab, narrow)
		t.writeBarKey(tab)
	default:
		if n := len(t.indent) + widths[0] + 2 + widths[1]; tab.BarColumn == 1 && n <= t.Width && tab.hasFixedWidths() {
			t.writeColumns(tab, widths[:2])
			t.writeBarKey(tab)
			t.b.WriteByte('\n')
		}
		t.writeSpokenRows(tab, t.indent+indent)
	}
}

// writeColumns writes as many columns as there are widths.
func (t *textWriter) writeColumns(tab *Table, widths []int) {
	for _, cells := range tab.listLines() {
		t.writeCells(cells, widths)
	}
}

// writeBarKey says how to read the bars of a table.
func (t *textWriter) writeBarKey(tab *Table) {
	if tab.BarColumn != NoBarColumn && tab.BarKey != "" {
		t.b.WriteByte('\n')
		t.writeStatements("", t.indent, t.indent, []string{tab.BarKey})
	}
}

// writeSpokenRows writes each row in sentences.
func (t *textWriter) writeSpokenRows(tab *Table, rest string) {
	for i := range tab.Rows {
		t.writeStatements("", t.indent, rest, tab.Rows[i].Spoken)
	}
}

func (t *textWriter) writeCells(cells []string, widths []int) {
	var b strings.Builder
	b.WriteString(t.indent)
	for i, c := range cells[:len(widths)] {
		c = plain.Escape(c)
		b.WriteString(c + strings.Repeat(" ", 2+widths[i]-layout.TextWidth(c)))
	}
	t.b.WriteString(strings.TrimRight(b.String(), " ") + "\n")
}

// Rows are drawn in columns from this width on, and words up to this many columns
// stand beside their meaning; longer ones stand above it.
const (
	minColumnsWidth = 60
	maxTermWidth    = 30
)

// writeRows writes words with their meanings.
func (t *textWriter) writeRows(rows []Row) {
	column := 0
	for _, r := range rows {
		if n := termWidth(r); n <= maxTermWidth {
			column = max(column, n)
		}
	}
	for _, r := range rows {
		n := termWidth(r)
		switch {
		case r.Text == "":
			t.writeWrapped(indent, indent+indent, r.Term)
		case t.Accessible:
			t.writeWrapped(indent, indent+indent, r.Term+": "+r.Text)
		case t.Width < minColumnsWidth || n > maxTermWidth:
			t.writeWrapped(indent, indent, r.Term)
			t.writeWrapped(indent+indent, indent+indent, r.Text)
		default:
			pad := indent + plain.Escape(r.Term) + strings.Repeat(" ", column-n) + indent
			t.writeWrapped(pad, strings.Repeat(" ", layout.TextWidth(pad)), r.Text)
		}
	}
}

func termWidth(r Row) int { return layout.TextWidth(plain.Escape(r.Term)) }

// fitColumns narrows columns until the table fits, the widest first and none below its
// longest word; nil if its cells do not wrap or it cannot fit.
func (t *textWriter) fitColumns(tab *Table, widths []int) []int {
	if !tab.Wraps || t.Width < minColumnsWidth {
		return nil
	}
	out, least := append([]int{}, widths...), tab.longestWords()
	over := len(t.indent) + 2*(len(out)-1) - t.Width
	for _, n := range out {
		over += n
	}
	for ; over > 0; over-- {
		widest := -1
		for i, n := range out {
			if n > least[i] && (widest < 0 || n > out[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return nil
		}
		out[widest]--
	}
	return out
}

// longestWords gives the columns that the longest word of each column takes.
func (t *Table) longestWords() []int {
	out := make([]int, len(t.Head))
	for _, cells := range t.listLines() {
		for i, c := range cells {
			for _, line := range wrapCell(c, 1) {
				out[i] = max(out[i], layout.TextWidth(line))
			}
		}
	}
	return out
}

// wrapCell breaks a cell into lines; what is set in stays so in all of them, and what fits
// is left as it is, since a bar may begin with spaces.
func wrapCell(cell string, width int) []string {
	if cell = plain.Escape(cell); layout.TextWidth(cell) <= width {
		return []string{cell}
	}
	text := strings.TrimLeft(cell, " ")
	in := cell[:len(cell)-len(text)]
	lines := layout.Wrap(text, max(1, width-len(in)))
	for i := range lines {
		lines[i] = in + lines[i]
	}
	return lines
}

// writeWrappedColumns writes columns whose cells take as many lines as they need.
func (t *textWriter) writeWrappedColumns(tab *Table, widths []int) {
	for _, cells := range tab.listLines() {
		columns, height := make([][]string, len(cells)), 1
		for i, c := range cells {
			columns[i] = wrapCell(c, widths[i])
			height = max(height, len(columns[i]))
		}
		for line := range height {
			var b strings.Builder
			b.WriteString(t.indent)
			for i, lines := range columns {
				text := ""
				if line < len(lines) {
					text = lines[line]
				}
				b.WriteString(text + strings.Repeat(" ", 2+widths[i]-layout.TextWidth(text)))
			}
			t.b.WriteString(strings.TrimRight(b.String(), " ") + "\n")
		}
	}
}
