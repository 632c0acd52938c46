package page

import "slices"

// Table is a table with a heading for each column. Of its columns at most one
// is a bar.
type Table struct {
	Head      []string
	Rows      []TableRow
	BarColumn int    // the column of bars; NoBarColumn if there is none
	BarKey    string // how to read a bar, "" if that is plain
	Wraps     bool   // cells may take several lines
}

// NoBarColumn is for a table without bars.
const NoBarColumn = -1

// TableRow is one line of a table. Spoken says all of it in sentences, for where
// there is no room for columns or no eye to read them.
type TableRow struct {
	Cells  []string
	Spoken []string
	Under  bool // it is about a part of what the line above is about
}

// AddRow adds a line.
func (t *Table) AddRow(cells []string, spoken ...string) {
	t.Rows = append(t.Rows, TableRow{Cells: cells, Spoken: spoken})
}

// AddRowUnder adds a line that belongs to the one above.
func (t *Table) AddRowUnder(cells []string, spoken ...string) {
	t.Rows = append(t.Rows, TableRow{Cells: cells, Spoken: spoken, Under: true})
}

// indent gives the cells of a line, set in if it belongs to the one above.
func (r *TableRow) indent(by string) []string {
	if !r.Under {
		return r.Cells
	}
	out := slices.Clone(r.Cells)
	out[0] = by + out[0]
	return out
}
