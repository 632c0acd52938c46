// Package page is the one model of what ajar writes for people: reports, help,
// explanations and lists. A [Page] is a list of blocks; it is drawn as text for
// a terminal or a plain file, for screen readers too, or as Markdown. A writer
// knows all kinds of blocks, so no form says more than another.
//
// Blocks hold text as it is. It may come from strangers and is escaped for the
// place where it is drawn.
//
// The package is there for the rooms of ajar and is no part of what a library
// promises: its names may change.
package page

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/report/figure"
	"github.com/ajar-decision/ajar/rules/lang"
)

// Kind says what a block of a page is.
type Kind uint8

// The kinds of blocks. The first ones are set apart by an empty line and stand
// indented under their section; the entries of a list hang together.
const (
	Title     Kind = iota // what the page is about
	Headline              // the message in one line
	Section               // heading of a part
	Topic                 // heading inside a part
	Paragraph             // statements one after another
	Item                  // entry of a list
	Alert                 // entry of a list that nobody should miss
	Grid                  // table

	// Those below make no empty line; a Gap does.
	Gap     // empty line
	Heading // line that names what follows
	Text    // paragraph
	Literal // indented line, such as a command
	Inset   // indented paragraph
	Rows    // words with what they mean

	// Those below show where a page is a document to look at, and nowhere else: what
	// they show stands in words or in a table beside them.
	Picture // figure
	Break   // what follows begins a new sheet of paper
)

// Block is one piece of a page. What it holds depends on its kind: a table, rows,
// or else statements.
type Block struct {
	Kind  Kind
	Text  []string
	Table *Table // of a Grid
	Rows  []Row  // of Rows
	// Figure is that of a Picture.
	Figure *figure.Figure
}

// Row is a word with what it means.
type Row struct{ Term, Text string }

// Page is a list of blocks. The zero Page is empty.
type Page struct {
	// Tongue joins statements of one block. A page whose blocks have one statement
	// each needs none.
	Tongue lang.Tongue
	// Compact draws text without an empty line below the headings of parts.
	Compact bool
	// Unfolded: parts that may be folded are not.
	Unfolded bool
	blocks   []Block
	own      []string // addresses that may be followed
}

// Gap leaves one line free; several gaps in a row, or one at the start, leave
// no more.
func (p *Page) Gap() { p.addBlock(Block{Kind: Gap}) }

// Heading adds a line that names what follows.
func (p *Page) Heading(text string) { p.addText(Heading, text) }

// Text adds a paragraph.
func (p *Page) Text(text string) { p.addText(Text, text) }

// Literal adds an indented line, such as a command. Deeper lines, such as
// parts of a condition, keep the spaces that they begin with.
func (p *Page) Literal(text string) { p.addText(Literal, text) }

// Inset adds an indented paragraph.
func (p *Page) Inset(text string) { p.addText(Inset, text) }

// Rows adds words with their meanings, in two columns where they fit.
func (p *Page) Rows(rows []Row) {
	if len(rows) > 0 {
		p.addBlock(Block{Kind: Rows, Rows: rows})
	}
}

// Blocks lists the blocks. They belong to the page.
func (p *Page) Blocks() []Block { return p.blocks }

// Append adds the blocks of another page.
func (p *Page) Append(other *Page) {
	p.Add(other.blocks...)
	p.own = append(p.own, other.own...)
}

// Add adds blocks.
func (p *Page) Add(blocks ...Block) {
	p.blocks = slices.Grow(p.blocks, len(blocks))
	for _, b := range blocks {
		p.addBlock(b)
	}
}

func (p *Page) addText(k Kind, text string) { p.addBlock(Block{Kind: k, Text: []string{text}}) }

func (p *Page) addBlock(b Block) {
	last := len(p.blocks) - 1
	if b.Kind == Gap && (last < 0 || p.blocks[last].Kind == Gap) {
		return
	}
	p.blocks = append(p.blocks, b)
}

// countBytes gives about as many bytes as the page takes when it is drawn.
func (p *Page) countBytes() int {
	const decoration = 8 // of one text: what it is set in, and its line breaks
	n := 0
	count := func(texts []string) {
		for _, s := range texts {
			n += len(s) + len(s)/decoration + decoration
		}
	}
	for i := range p.blocks {
		b := &p.blocks[i]
		count(b.Text)
		for _, r := range b.Rows {
			count([]string{r.Term, r.Text})
		}
		if b.Table != nil {
			for j := range b.Table.Rows {
				count(b.Table.Rows[j].Cells)
				count(b.Table.Rows[j].Spoken)
			}
		}
	}
	return n
}

// MakeBlock makes a block of one kind from statements.
func MakeBlock(k Kind, statements ...string) Block { return Block{Kind: k, Text: statements} }

// MakeBlocks makes a block of a kind from the statements of each entry.
func MakeBlocks(k Kind, entries [][]string) []Block {
	out := make([]Block, len(entries))
	for i, e := range entries {
		out[i] = Block{Kind: k, Text: e}
	}
	return out
}

// MakeEntries makes an entry of its own from each statement.
func MakeEntries(statements ...string) [][]string {
	out := make([][]string, len(statements))
	for i, s := range statements {
		out[i] = []string{s}
	}
	return out
}

// MakeSection puts a heading over blocks, if there are any.
func MakeSection(heading string, blocks []Block) []Block {
	if len(blocks) == 0 {
		return nil
	}
	return append([]Block{MakeBlock(Section, heading)}, blocks...)
}

// MakeGrid makes a block of a table.
func MakeGrid(t *Table) Block { return Block{Kind: Grid, Table: t} }
