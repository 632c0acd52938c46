package page

import (
	"strings"

	"github.com/ajar-decision/ajar/rules/plain"
)

// DrawMarkdown gives the page as Markdown with GitHub's tables. Bars are left
// out: the words beside them say the same.
func (p *Page) DrawMarkdown() string {
	var b strings.Builder
	b.Grow(p.countBytes())
	last := Gap
	for i := 0; i < len(p.blocks); i++ {
		x := &p.blocks[i]
		if x.Kind == Gap {
			continue
		}
		if last != Gap && (x.Kind != last || !markdownForms[x.Kind].listed) {
			b.WriteByte('\n')
		}
		if x.Kind == Literal {
			i += writeMarkdownCode(&b, p.blocks[i:]) - 1
		} else {
			p.writeMarkdownBlock(&b, x)
		}
		last = x.Kind
	}
	return b.String()
}

// writeMarkdownCode writes the literals that the blocks begin with and gives how many
// there are. They stand between fences: what is only set in would be a paragraph behind
// a list.
func writeMarkdownCode(b *strings.Builder, blocks []Block) (n int) {
	var code strings.Builder
	for n < len(blocks) && blocks[n].Kind == Literal {
		code.WriteString(plain.Escape(blocks[n].Text[0]) + "\n")
		n++
	}
	fence := "```"
	for strings.Contains(code.String(), fence) {
		fence += "`"
	}
	b.WriteString(fence + "\n" + code.String() + fence + "\n")
	return n
}

// markdownForms say what stands before and behind a block, and whether two of them
// hang together without an empty line.
var markdownForms = [...]struct {
	before, behind string
	listed         bool
}{
	Title:    {before: "# ", listed: true},
	Headline: {before: "**", behind: "**", listed: true},
	Section:  {before: "## ", listed: true},
	Topic:    {before: "### ", listed: true},
	Item:     {before: "- ", listed: true},
	Alert:    {before: "- ", listed: true},
	Grid:     {listed: true},
	Heading:  {before: "## "},
	Rows:     {before: "- "},
}

func (p *Page) writeMarkdownBlock(b *strings.Builder, x *Block) {
	form := markdownForms[x.Kind]
	switch x.Kind {
	case Grid:
		p.writeMarkdownTable(b, x.Table)
	case Rows:
		for _, r := range x.Rows {
			line := r.Term
			if r.Text != "" {
				line += ": " + r.Text
			}
			b.WriteString(form.before + p.escapeMarkdown(line) + "\n")
		}
	default:
		if text := p.escapeMarkdown(p.Tongue.Sentences(x.Text)); text != "" { // four stars alone are a rule
			b.WriteString(form.before + text + form.behind + "\n")
		}
	}
}

func (p *Page) writeMarkdownTable(b *strings.Builder, t *Table) {
	p.writeMarkdownRow(b, t, &TableRow{Cells: t.Head})
	rule := make([]string, len(t.Head))
	for i := range rule {
		rule[i] = "---"
	}
	writeMarkdownCells(b, t, rule)
	for i := range t.Rows {
		p.writeMarkdownRow(b, t, &t.Rows[i])
	}
}

// markdownIndent sets a cell in: plain spaces before a cell do not show.
const markdownIndent = "\u2003"

func (p *Page) writeMarkdownRow(b *strings.Builder, t *Table, r *TableRow) {
	row := TableRow{Cells: make([]string, len(r.Cells)), Under: r.Under}
	for i, c := range r.Cells {
		row.Cells[i] = p.escapeMarkdown(c)
	}
	writeMarkdownCells(b, t, row.indent(markdownIndent))
}

func writeMarkdownCells(b *strings.Builder, t *Table, cells []string) {
	for i, c := range cells {
		if i != t.BarColumn {
			b.WriteString("| " + c + " ")
		}
	}
	b.WriteString("|\n")
}
