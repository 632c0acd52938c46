package html

import (
	"strings"

	"github.com/ajar-decision/ajar/engine/report/figure"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/lang"
	"github.com/ajar-decision/ajar/rules/plain"
)

// part is the document in one language.
type part struct {
	Lang, Name string
	Sheet      sheet
	Sections   []section
}

// sheet is what stands on the first sheet of paper.
type sheet struct {
	Title  string
	Blocks []block
}

// section is a part of the document with its heading.
type section struct {
	Heading string
	Open    bool // not folded
	Blocks  []block
}

// block is a block of a page as the template shows it; one of its fields is filled, as
// its Kind says.
type block struct {
	Kind  string
	Text  []page.Piece
	Items []item
	Rows  []row
	Table *table
	SVG   *drawing
}

type item struct {
	Alert bool
	Text  []page.Piece
}

type row struct{ Term, Text []page.Piece }

// table is a table without its bars: the figure beside it shows them.
type table struct {
	Head []string
	Rows []tableRow
}

type tableRow struct {
	Under bool
	Cells []cell
}

// cell is one cell with the heading of its column, for where columns have no room; an empty
// one needs none.
type cell struct {
	Head string
	Text []page.Piece
}

// arranger turns the blocks of a page into parts of a document.
type arranger struct {
	page *page.Page
	lang string
	part part
	at   *[]block // where the next block goes
}

// arrange parts a page into the sheet and the sections behind it.
func arrange(p *page.Page, code string) part {
	a := arranger{page: p, lang: code, part: part{Lang: code, Name: lang.NameOf(code)}}
	a.at = &a.part.Sheet.Blocks
	behind := false
	for _, b := range p.Blocks() {
		switch b.Kind {
		case page.Title:
			a.part.Sheet.Title = a.join(b.Text)
		case page.Break:
			behind = true
		case page.Section:
			if behind {
				a.part.Sections = append(a.part.Sections, section{Heading: a.join(b.Text), Open: p.Unfolded})
				a.at = &a.part.Sections[len(a.part.Sections)-1].Blocks
				continue
			}
			a.add(block{Kind: "heading", Text: a.split(b.Text...)})
		default:
			a.addBlock(&b)
		}
	}
	return a.part
}

// blockKinds say how a block of statements is shown.
var blockKinds = map[page.Kind]string{
	page.Headline: "headline", page.Topic: "topic", page.Heading: "topic", page.Paragraph: "paragraph", page.Text: "paragraph", page.Inset: "paragraph",
	page.Literal: "literal",
}

func (a *arranger) addBlock(b *page.Block) {
	switch b.Kind {
	case page.Item, page.Alert:
		a.addItem(item{b.Kind == page.Alert, a.split(b.Text...)})
	case page.Rows:
		var rows []row
		for _, r := range b.Rows {
			rows = append(rows, row{a.split(r.Term), a.split(r.Text)})
		}
		a.add(block{Kind: "rows", Rows: rows})
	case page.Grid:
		a.add(block{Kind: "table", Table: a.arrangeTable(b.Table)})
	case page.Picture:
		a.add(block{Kind: "figure", SVG: a.draw(b.Figure)})
	default:
		if kind := blockKinds[b.Kind]; kind != "" {
			a.add(block{Kind: kind, Text: a.split(b.Text...)})
		}
	}
}

func (a *arranger) add(b block) { *a.at = append(*a.at, b) }

// addItem adds to the list that the blocks end with, or begins one.
func (a *arranger) addItem(x item) {
	if last := len(*a.at) - 1; last >= 0 && (*a.at)[last].Kind == "list" {
		(*a.at)[last].Items = append((*a.at)[last].Items, x)
		return
	}
	a.add(block{Kind: "list", Items: []item{x}})
}

// draw makes a figure whose names differ from those of the same figure in another language.
func (a *arranger) draw(f *figure.Figure) *drawing {
	d := draw(f, a.lang+"-")
	return &d
}

func (a *arranger) arrangeTable(t *page.Table) *table {
	out := &table{}
	for i, h := range t.Head {
		if i != t.BarColumn {
			out.Head = append(out.Head, plain.Escape(h))
		}
	}
	for i := range t.Rows {
		r := tableRow{Under: t.Rows[i].Under}
		for j, c := range t.Rows[i].Cells {
			if j != t.BarColumn {
				r.Cells = append(r.Cells, a.arrangeCell(t.Head[j], c))
			}
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}

func (a *arranger) arrangeCell(head, text string) cell {
	if text == "" {
		return cell{}
	}
	return cell{plain.Escape(head), a.split(text)}
}

// join gives the statements of a block as one text.
func (a *arranger) join(statements []string) string {
	return strings.TrimSpace(plain.Escape(a.page.Tongue.Sentences(statements)))
}

// split gives the statements of a block in pieces, of which some may be followed.
func (a *arranger) split(statements ...string) []page.Piece {
	return a.page.SplitAddresses(a.join(statements))
}
