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
type Page struct{ blocks []pageBlock }

type pageBlock struct {
	kind blockKind
	text string
	rows []Row
}

type blockKind uint8

const (
	blankBlock blockKind = iota
	headingBlock
	paragraphBlock
	literalBlock
	insetBlock
	tableBlock
)

// Gap leaves one line free; several gaps in a row, or one at the start, leave
// no more.
func (p *Page) Gap() { p.addBlock(pageBlock{kind: blankBlock}) }

// Heading adds a line that names what follows.
func (p *Page) Heading(text string) { p.addBlock(pageBlock{kind: headingBlock, text: text}) }

// Text adds a paragraph.
func (p *Page) Text(text string) { p.addBlock(pageBlock{kind: paragraphBlock, text: text}) }

// Literal adds an indented line, such as a command. Deeper lines, such as
// parts of a condition, keep the spaces that they begin with.
func (p *Page) Literal(text string) { p.addBlock(pageBlock{kind: literalBlock, text: text}) }

// Inset adds an indented paragraph.
func (p *Page) Inset(text string) { p.addBlock(pageBlock{kind: insetBlock, text: text}) }

// Rows adds words with their meanings, in two columns where they fit.
func (p *Page) Rows(rows []Row) {
	if len(rows) > 0 {
		p.addBlock(pageBlock{kind: tableBlock, rows: rows})
	}
}

func (p *Page) addBlock(b pageBlock) {
	last := len(p.blocks) - 1
	if b.kind == blankBlock && (last < 0 || p.blocks[last].kind == blankBlock) {
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
		case blankBlock:
			b.WriteString("\n")
		case headingBlock:
			for _, line := range layout.Wrap(bl.text, look.Width) {
				b.WriteString(term.Painter(look.Color).Paint(term.Bold, line) + "\n")
			}
		case paragraphBlock:
			b.WriteString(layout.WrapWithPrefixes("", "", bl.text, look.Width))
		case literalBlock:
			text := strings.TrimLeft(bl.text, " ")
			lead := indent + bl.text[:len(bl.text)-len(text)]
			b.WriteString(layout.WrapWithPrefixes(lead, lead+indent, text, look.Width))
		case insetBlock:
			b.WriteString(layout.WrapWithPrefixes(indent, indent, bl.text, look.Width))
		case tableBlock:
			drawRows(&b, bl.rows, look)
		}
	}
	return b.String()
}

// Columns are drawn from this width on, and words up to this many columns
// stand beside their meaning; longer ones stand above it.
const (
	minColumnsWidth = 60
	maxTermWidth    = 30
)

func drawRows(b *strings.Builder, rows []Row, look Look) {
	column := 0
	for _, r := range rows {
		if n := layout.TextWidth(r.Term); n <= maxTermWidth {
			column = max(column, n)
		}
	}
	for _, r := range rows {
		n := layout.TextWidth(r.Term)
		switch {
		case r.Text == "":
			b.WriteString(layout.WrapWithPrefixes(indent, indent+indent, r.Term, look.Width))
		case look.Plain:
			b.WriteString(layout.WrapWithPrefixes(indent, indent+indent, r.Term+": "+r.Text, look.Width))
		case look.Width < minColumnsWidth || n > maxTermWidth:
			b.WriteString(layout.WrapWithPrefixes(indent, indent, r.Term, look.Width))
			b.WriteString(layout.WrapWithPrefixes(indent+indent, indent+indent, r.Text, look.Width))
		default:
			pad := indent + r.Term + strings.Repeat(" ", column-n) + indent
			b.WriteString(layout.WrapWithPrefixes(pad, strings.Repeat(" ", layout.TextWidth(pad)), r.Text, look.Width))
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
		p.addBlock(b)
	}
}
