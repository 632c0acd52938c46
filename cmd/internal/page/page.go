// Package page lays out what ajar says beside results: help, explanations and
// lists. A [Page] is a list of blocks, wrapped for the width that is asked for
// when it is drawn.
package page

import (
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/engine/report/layout"
)

// Row is a word with what it means.
type Row struct{ Term, Text string }

// Page collects blocks. The zero Page is empty.
type Page struct{ blocks []block }

type block struct {
	kind kind
	text string
	rows []Row
}

type kind uint8

const (
	blank kind = iota
	heading
	paragraph
	literal
	inset
	table
)

// Gap leaves one line free; several gaps in a row, or one at the start, leave
// no more.
func (p *Page) Gap() { p.add(block{kind: blank}) }

// Heading adds a line that names what follows.
func (p *Page) Heading(text string) { p.add(block{kind: heading, text: text}) }

// Text adds a paragraph.
func (p *Page) Text(text string) { p.add(block{kind: paragraph, text: text}) }

// Literal adds an indented line, such as a command. Deeper lines, such as
// parts of a condition, keep the spaces that they begin with.
func (p *Page) Literal(text string) { p.add(block{kind: literal, text: text}) }

// Inset adds an indented paragraph.
func (p *Page) Inset(text string) { p.add(block{kind: inset, text: text}) }

// Rows adds words with their meanings, in two columns where they fit.
func (p *Page) Rows(rows []Row) {
	if len(rows) > 0 {
		p.add(block{kind: table, rows: rows})
	}
}

func (p *Page) add(b block) {
	last := len(p.blocks) - 1
	if b.kind == blank && (last < 0 || p.blocks[last].kind == blank) {
		return
	}
	p.blocks = append(p.blocks, b)
}

// Look says how to draw a page.
type Look struct {
	Width int
	Color bool
	// Plain puts no columns side by side, for those who hear the page.
	Plain bool
}

const indent = "  "

// Draw gives the lines of the page. None is wider than the width, except for
// ids and other words that cannot be broken.
func (p *Page) Draw(look Look) string {
	var b strings.Builder
	for _, bl := range p.blocks {
		switch bl.kind {
		case blank:
			b.WriteString("\n")
		case heading:
			for _, line := range layout.Wrap(bl.text, look.Width) {
				b.WriteString(term.Painter(look.Color).Paint(term.Bold, line) + "\n")
			}
		case paragraph:
			b.WriteString(layout.Block("", "", bl.text, look.Width))
		case literal:
			text := strings.TrimLeft(bl.text, " ")
			lead := indent + bl.text[:len(bl.text)-len(text)]
			b.WriteString(layout.Block(lead, lead+indent, text, look.Width))
		case inset:
			b.WriteString(layout.Block(indent, indent, bl.text, look.Width))
		case table:
			drawRows(&b, bl.rows, look)
		}
	}
	return b.String()
}

// Columns are drawn from this width on, and words up to this many columns
// stand beside their meaning; longer ones stand above it.
const (
	narrow   = 60
	longTerm = 30
)

func drawRows(b *strings.Builder, rows []Row, look Look) {
	column := 0
	for _, r := range rows {
		if n := layout.Cells(r.Term); n <= longTerm {
			column = max(column, n)
		}
	}
	for _, r := range rows {
		n := layout.Cells(r.Term)
		switch {
		case r.Text == "":
			b.WriteString(layout.Block(indent, indent+indent, r.Term, look.Width))
		case look.Plain:
			b.WriteString(layout.Block(indent, indent+indent, r.Term+": "+r.Text, look.Width))
		case look.Width < narrow || n > longTerm:
			b.WriteString(layout.Block(indent, indent, r.Term, look.Width))
			b.WriteString(layout.Block(indent+indent, indent+indent, r.Text, look.Width))
		default:
			pad := indent + r.Term + strings.Repeat(" ", column-n) + indent
			b.WriteString(layout.Block(pad, strings.Repeat(" ", layout.Cells(pad)), r.Text, look.Width))
		}
	}
}

// Parse reads a page from plain text. A line that begins with two spaces is a
// row if two more spaces part a word from its meaning, else a literal; one that
// begins with "# " is a heading; any other line is a paragraph.
func Parse(text string) *Page {
	p := &Page{}
	var rows []Row
	flush := func() { p.Rows(rows); rows = nil }
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \n\r")
		body, indented := strings.CutPrefix(line, indent)
		word, meaning, parted := strings.Cut(strings.TrimLeft(body, " "), indent)
		if indented && parted {
			rows = append(rows, Row{word, strings.TrimSpace(meaning)})
			continue
		}
		flush()
		switch title, isHeading := strings.CutPrefix(line, "# "); {
		case line == "":
			p.Gap()
		case isHeading:
			p.Heading(title)
		case indented:
			p.Literal(body)
		default:
			p.Text(line)
		}
	}
	flush()
	return p
}

// Append adds the blocks of another page.
func (p *Page) Append(other *Page) {
	for _, b := range other.blocks {
		p.add(b)
	}
}
