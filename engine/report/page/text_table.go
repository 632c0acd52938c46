package page

import (
	"bytes"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules/plain"
)

// writeTable writes columns if they fit, else each row in sentences, and before
// them the bars if at least these fit. The words say what bars show, so that
// nothing is lost without them.
func (t *textWriter) writeTable(tab *Table) {
	if t.Accessible {
		t.writeSpokenRows(tab, t.indent)
		return
	}
	if !tab.hasFixedWidths() {
		t.writeSpokenRows(tab, t.indent+indent)
		return
	}
	m := measureTable(tab)
	if widths := t.fitColumns(m); widths != nil {
		t.writeColumns(m, widths)
		t.writeBarKey(tab)
		return
	}
	if tab.BarColumn == 1 && len(t.indent)+m.widths[0]+2+m.widths[1] <= t.Width {
		t.writeColumns(m, m.widths[:2])
		t.writeBarKey(tab)
		t.b.WriteByte('\n')
	}
	t.writeSpokenRows(tab, t.indent+indent)
}

// writeColumns writes as many columns as there are widths. Cells take as many lines as
// they need.
func (t *textWriter) writeColumns(m *measuredTable, widths []int) {
	columns := make([][]measuredCell, len(widths))
	for _, cells := range m.lines {
		height := 1
		for i := range columns {
			columns[i] = columns[i][:0]
			for line := range cells[i].wrap(widths[i]) {
				columns[i] = append(columns[i], line)
			}
			height = max(height, len(columns[i]))
		}
		for line := range height {
			t.writeCells(columns, widths, line)
		}
	}
}

// writeCells writes one line of the cells of a row, without spaces at its end.
func (t *textWriter) writeCells(columns [][]measuredCell, widths []int, line int) {
	t.line = append(t.line[:0], t.indent...)
	for i, lines := range columns {
		pad := 2 + widths[i]
		if line < len(lines) {
			t.line = append(t.line, lines[line].text...)
			pad -= lines[line].width
		}
		for range pad {
			t.line = append(t.line, ' ')
		}
	}
	t.b.Write(bytes.TrimRight(t.line, " "))
	t.b.WriteByte('\n')
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

// fitColumns gives the columns that each column of the table gets, those that it takes if
// there is room. Else it narrows them, the widest first and none below its longest word;
// nil if its cells do not wrap or it cannot fit.
func (t *textWriter) fitColumns(m *measuredTable) []int {
	over := len(t.indent) + 2*(len(m.widths)-1) - t.Width
	for _, n := range m.widths {
		over += n
	}
	if over <= 0 {
		return m.widths
	}
	if !m.Wraps || t.Width < minColumnsWidth {
		return nil
	}
	out, least := slices.Clone(m.widths), m.longestWords()
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
