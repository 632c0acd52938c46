package page

import (
	"iter"
	"strings"

	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules/plain"
)

// measuredTable is a table as text shows it: its cells are escaped, set in and measured
// once.
type measuredTable struct {
	*Table
	lines  [][]measuredCell // of the head and of all rows
	widths []int            // columns that each column of the table takes
}

type measuredCell struct {
	text  string
	width int
}

func measureTable(t *Table) *measuredTable {
	m := &measuredTable{Table: t, lines: make([][]measuredCell, 0, 1+len(t.Rows)), widths: make([]int, len(t.Head))}
	cells := make([]measuredCell, 0, (1+len(t.Rows))*len(t.Head))
	for _, line := range t.listLines() {
		start := len(cells)
		for i, c := range line {
			c = plain.Escape(c)
			width := layout.TextWidth(c)
			cells = append(cells, measuredCell{c, width})
			m.widths[i] = max(m.widths[i], width)
		}
		m.lines = append(m.lines, cells[start:])
	}
	return m
}

// listLines lists the cells of the head and of all rows, as text shows them.
func (t *Table) listLines() [][]string {
	out := make([][]string, 0, 1+len(t.Rows))
	out = append(out, t.Head)
	for i := range t.Rows {
		out = append(out, t.Rows[i].indent(indent))
	}
	return out
}

// hasFixedWidths reports whether bars align in every terminal: nothing before the last
// column of a table with bars has a width that terminals disagree on. Words without bars
// may be a column off.
func (t *Table) hasFixedWidths() bool {
	if t.BarColumn == NoBarColumn {
		return true
	}
	for _, cells := range t.listLines() {
		for _, c := range cells[:len(cells)-1] {
			if !layout.HasFixedWidth(c) {
				return false
			}
		}
	}
	return true
}

// longestWords gives the columns that the longest word of each column takes.
func (m *measuredTable) longestWords() []int {
	out := make([]int, len(m.Head))
	for _, cells := range m.lines {
		for i := range cells {
			for line := range cells[i].wrap(1) {
				out[i] = max(out[i], line.width)
			}
		}
	}
	return out
}

// wrap breaks a cell into lines; what is set in stays so in all of them, and what fits
// is left as it is, since a bar may begin with spaces.
func (c *measuredCell) wrap(width int) iter.Seq[measuredCell] {
	return func(yield func(measuredCell) bool) {
		if c.width <= width {
			yield(*c)
			return
		}
		text := strings.TrimLeft(c.text, " ")
		in := c.text[:len(c.text)-len(text)]
		room := max(1, width-len(in))
		for line := range layout.Lines(text, room, room) {
			if !yield(measuredCell{in + line, len(in) + layout.TextWidth(line)}) {
				return
			}
		}
	}
}
