package report

import (
	"bytes"
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

// writeCSV writes a table as RFC 4180 has it. Keys, ids and words of a few are the same in
// every language, the rest is in the one asked for.
func writeCSV(out io.Writer, w *wording, table *csvTable) error {
	var b bytes.Buffer
	c := csv.NewWriter(&b)
	c.UseCRLF = true
	if err := c.WriteAll(append([][]string{table.head}, table.rows(w)...)); err != nil {
		return err
	}
	// All at once: the writer of CSV hands on its text in pieces, and the guard keeps no
	// line break of which it sees only one half.
	_, err := out.Write(plain.Guarded(b.Bytes(), "\r\n"))
	return err
}
