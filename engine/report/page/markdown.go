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
		if x.Kind == Gap || x.Kind == Picture || x.Kind == Break {
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
	Break:    {},
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
			p.writeMarkdownLine(b, form.before, line, "")
		}
	default:
		p.writeMarkdownLine(b, form.before, p.Tongue.Sentences(x.Text), form.behind)
	}
}

// writeMarkdownLine writes a text with what stands before and behind it; nothing of an
// empty one, since four stars alone are a rule.
func (p *Page) writeMarkdownLine(b *strings.Builder, before, text, behind string) {
	if text = cleanLine(text); text == "" {
		return
	}
	b.WriteString(before)
	p.writeMarkdown(b, text)
	b.WriteString(behind)
	b.WriteByte('\n')
}

func (p *Page) writeMarkdownTable(b *strings.Builder, t *Table) {
	p.writeMarkdownRow(b, t, &TableRow{Cells: t.Head})
	for i := range t.Head {
		if i != t.BarColumn {
			b.WriteString("| --- ")
		}
	}
	b.WriteString("|\n")
	for i := range t.Rows {
		p.writeMarkdownRow(b, t, &t.Rows[i])
	}
}

// markdownIndent sets a cell in: plain spaces before a cell do not show.
const markdownIndent = "\u2003"

func (p *Page) writeMarkdownRow(b *strings.Builder, t *Table, r *TableRow) {
	for i, c := range r.Cells {
		if i == t.BarColumn {
			continue
		}
		b.WriteString("| ")
		if r.Under && i == 0 {
			b.WriteString(markdownIndent)
		}
		p.writeMarkdown(b, cleanLine(c))
		b.WriteByte(' ')
	}
	b.WriteString("|\n")
}
