package report

import (
	"encoding/csv"
	"io"

	"github.com/ajar-decision/ajar/rules/plain"
)

// csvTable is a table that is written as CSV: the keys of its columns, and its rows. Keys
// may be added behind the others; none moves.
type csvTable struct {
	id   string
	head []string
	rows func(*wording) [][]string
}

// writeCSV writes a table as RFC 4180 has it, but for the end of a line, which is a line
// feed alone: a carriage return is what some readers of logs act on. Keys, ids and words of
// a few are the same in every language, the rest is in the one asked for.
func writeCSV(out io.Writer, w *wording, table *csvTable) error {
	return csv.NewWriter(plain.NewGuard(out)).WriteAll(append([][]string{table.head}, table.rows(w)...))
}
