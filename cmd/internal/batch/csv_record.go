package batch

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// nameColumn is the column of the names of profiles; all others are those of an id.
const nameColumn = "name"

// readHeader reads the first record of a CSV file, which names the columns.
func readHeader(file string, text []byte, pack *rules.Pack) ([]string, error) {
	cells, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff")))).Read()
	switch {
	case errors.Is(err, io.EOF):
		return nil, diag.List{diag.EmptyFile(diag.Pos{File: file})}
	case err != nil:
		return nil, diag.List{diag.InvalidSyntax(diag.Pos{File: file, Line: 1}, "CSV", err.Error())}
	}
	var list diag.List
	at := diag.Pos{File: file, Line: 1}
	seen := map[string]bool{}
	for i, cell := range cells {
		id := strings.TrimSpace(cell)
		cells[i] = id
		switch {
		case seen[id]:
			list.Add(diag.DuplicateKey(at, id, "1"))
		case id != nameColumn && pack.Fact(id) == nil && pack.Priority(id) == nil:
			all := append(append([]string{nameColumn}, pack.FactIDs()...), pack.PriorityIDs()...)
			list.Add(diag.UnknownFactOrPriority(at, id).OneOf(id, all))
		}
		seen[id] = true
	}
	return cells, list.Err()
}

// table reads records of CSV by their columns.
type table struct {
	file    string
	columns []string
	things  []*thing // by column
	cells   []string
}

func newTable(file string, columns []string, words *vocabulary) *table {
	t := &table{file: file, columns: columns}
	for _, id := range columns {
		t.things = append(t.things, words.things[id])
	}
	return t
}

// split takes a record apart. What it gives holds until the next is split.
func (t *table) split(at diag.Pos, text []byte) ([]string, diag.List) {
	if list := tree.CheckBytes(t.file, text); list != nil {
		return nil, list
	}
	cells, err := t.cells[:0], error(nil)
	if bytes.IndexByte(text, '"') < 0 {
		for cell := range bytes.SplitSeq(text, []byte(",")) {
			cells = append(cells, string(cell))
		}
		t.cells = cells
	} else {
		r := csv.NewReader(bytes.NewReader(text))
		r.FieldsPerRecord = -1
		cells, err = r.Read()
	}
	if err == nil && len(cells) != len(t.columns) {
		err = csv.ErrFieldCount
	}
	if err != nil {
		if parse := (*csv.ParseError)(nil); errors.As(err, &parse) {
			err = parse.Err
		}
		return nil, diag.List{diag.InvalidSyntax(at, "CSV", err.Error())}
	}
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells, nil
}

// readCells reads cells of the usual kinds: plain weights, and answers in one word. It is
// false for anything else, which need be no mistake.
func (r *record) readCells(t *table, cells []string) bool {
	r.clear()
	for i, cell := range cells {
		thing := t.things[i]
		switch {
		case cell == "":
		case t.columns[i] == nameColumn:
			r.name = []byte(cell)
		case thing.fact == nil:
			c := cursor{line: []byte(cell)}
			if number := c.number(); len(number) < len(cell) || !r.weigh(thing, number) {
				return false
			}
		case cell == "true" || cell == "false":
			if !r.answerTruth(thing, []byte(cell)) {
				return false
			}
		case !r.answer(thing, []byte(cell)):
			return false
		}
	}
	return true
}

// assign gives cells as a profile and assignments on top of it.
func (t *table) assign(cells []string) (profile []byte, assignments []string) {
	name := ""
	for i, cell := range cells {
		switch {
		case cell == "":
		case t.columns[i] == nameColumn:
			name = cell
		default:
			assignments = append(assignments, t.columns[i]+"="+cell)
		}
	}
	if name == "" {
		return []byte("{}"), assignments
	}
	profile, err := json.Marshal(map[string]string{nameColumn: name})
	if err != nil {
		panic("batch: a text has a form in JSON: " + err.Error())
	}
	return profile, assignments
}
