package report

import "github.com/ajar-decision/ajar/engine"

// kind says what a block of a page is.
type kind uint8

const (
	title   kind = iota // what the report is about
	verdict             // the headline
	section             // heading of a part
	topic               // heading inside a part
	para                // plain text
	item                // entry of a list
	alert               // entry of a list that nobody should miss
	grid                // table
)

// block is one piece of a page: statements of a kind, not yet escaped, or a
// table. All formats but JSON are written from the same blocks, so that none
// says more than another.
type block struct {
	kind  kind
	text  []string
	table *table // of a grid
}

// table is a table with a heading for each column. Of its columns at most one
// is a bar.
type table struct {
	head []string
	rows []row
	bar  int    // the column of bars; noBar if there is none
	key  string // how to read a bar
}

const noBar = -1

// row is one line of a table. Spoken says all of it in sentences, for where
// there is no room for columns or no eye to read them.
type row struct {
	cells  []string
	spoken []string
}

// page puts the parts of the report in order. A part without content is nil
// and leaves no heading behind. What later rules add becomes one more part here.
func (w *writer) page() []block {
	parts := []func() []block{
		w.head, w.warned, w.leans, w.changes, w.next, w.choices, w.duties, w.parts, w.terms, w.steps, w.reasons,
		w.stated, w.open, w.works, w.method,
	}
	if w.r.Stance == engine.NoBasis {
		// Eleven dimensions and ten options of which nothing is known would
		// only hide the questions.
		parts = []func() []block{w.head, w.warned, w.already, w.duties, w.stated, w.open, w.works, w.method}
	}
	return joined(parts)
}

// brief is the page for those who have just answered the questions.
func (w *writer) brief() []block {
	if w.r.Stance == engine.NoBasis {
		return joined([]func() []block{w.head, w.method})
	}
	return joined([]func() []block{w.head, w.leans, w.changes, w.next, w.method})
}

func joined(parts []func() []block) []block {
	var p []block
	for _, part := range parts {
		p = append(p, part()...)
	}
	return p
}

// under puts a heading over blocks, if there are any.
func under(heading string, blocks []block) []block {
	if len(blocks) == 0 {
		return nil
	}
	return append([]block{{kind: section, text: []string{heading}}}, blocks...)
}

// listed makes a block of a kind from the statements of each entry.
func listed(k kind, entries [][]string) []block {
	out := make([]block, len(entries))
	for i, e := range entries {
		out[i] = block{kind: k, text: e}
	}
	return out
}

// each makes an entry of its own from each statement.
func each(statements ...string) [][]string {
	out := make([][]string, len(statements))
	for i, s := range statements {
		out[i] = []string{s}
	}
	return out
}
