package report

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

// block is one piece of a page: a text of a kind, not yet escaped, or a table.
// All formats but JSON are written from the same blocks, so that none says
// more than another.
type block struct {
	kind  kind
	text  string
	table *table
}

// table is a table with a heading for each column. Of its columns at most one
// is a bar.
type table struct {
	head []string
	rows []row
	bar  int // the column of bars; noBar if there is none
}

const noBar = -1

// row is one line of a table. Spoken says all of it in a sentence, for where
// there is no room for columns or no eye to read them.
type row struct {
	cells  []string
	spoken string
}

// page puts the parts of the report in order. A part without content is nil
// and leaves no heading behind. What later rules add (components, licences,
// next steps, how sensitive the verdict is) becomes one more part here.
func (w *writer) page() []block {
	var p []block
	for _, part := range []func() []block{
		w.head, w.warned, w.leans, w.choices, w.duties, w.reasons, w.stated, w.open, w.works, w.method,
	} {
		p = append(p, part()...)
	}
	return p
}

// under puts a heading over blocks, if there are any.
func under(heading string, blocks []block) []block {
	if len(blocks) == 0 {
		return nil
	}
	return append([]block{{kind: section, text: heading}}, blocks...)
}

// listed makes one entry of a list from each text.
func listed(k kind, texts []string) []block {
	out := make([]block, len(texts))
	for i, t := range texts {
		out[i] = block{kind: k, text: t}
	}
	return out
}
