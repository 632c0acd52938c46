package page

import (
	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Table is a table with a heading for each column. Of its columns at most one
// is a bar.
type Table struct {
	Head      []string
	Rows      []TableRow
	BarColumn int    // the column of bars; NoBarColumn if there is none
	BarKey    string // how to read a bar
	Wraps     bool   // cells may take several lines
}

// NoBarColumn is for a table without bars.
const NoBarColumn = -1

// TableRow is one line of a table. Spoken says all of it in sentences, for where
// there is no room for columns or no eye to read them.
type TableRow struct {
	Cells  []string
	Spoken []string
}

// AddRow adds a line.
func (t *Table) AddRow(cells []string, spoken ...string) {
	t.Rows = append(t.Rows, TableRow{cells, spoken})
}

// columnWidths gives the columns that each column of the table takes.
func (t *Table) columnWidths() []int {
	out := make([]int, len(t.Head))
	for _, cells := range t.listLines() {
		for i, c := range cells {
			out[i] = max(out[i], layout.TextWidth(plain.Escape(c)))
		}
	}
	return out
}

// listLines lists the cells of the head and of all rows.
func (t *Table) listLines() [][]string {
	out := [][]string{t.Head}
	for i := range t.Rows {
		out = append(out, t.Rows[i].Cells)
	}
	return out
}

// hasFixedWidths reports whether columns align in every terminal: nothing before the
// last column has a width that terminals disagree on.
func (t *Table) hasFixedWidths() bool {
	for _, cells := range t.listLines() {
		for _, c := range cells[:len(cells)-1] {
			if !layout.HasFixedWidth(c) {
				return false
			}
		}
	}
	return true
}
