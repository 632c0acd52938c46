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
	for i := range p.blocks {
		x := &p.blocks[i]
		if x.Kind == Gap {
			continue
		}
		if last != Gap && (x.Kind != last || !markdownForms[x.Kind].listed) {
			b.WriteByte('\n')
		}
		p.writeMarkdownBlock(&b, x)
		last = x.Kind
	}
	return b.String()
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
	Literal:  {before: "    ", listed: true},
	Rows:     {before: "- "},
}

func (p *Page) writeMarkdownBlock(b *strings.Builder, x *Block) {
	form := markdownForms[x.Kind]
	switch x.Kind {
	case Grid:
		writeMarkdownTable(b, x.Table)
	case Rows:
		for _, r := range x.Rows {
			b.WriteString(form.before + escapeMarkdown(r.Term))
			if r.Text != "" {
				b.WriteString(": " + escapeMarkdown(r.Text))
			}
			b.WriteByte('\n')
		}
	case Literal: // code, in which nothing is markup
		b.WriteString(form.before + plain.Escape(x.Text[0]) + "\n")
	default:
		b.WriteString(form.before + escapeMarkdown(p.Tongue.Sentences(x.Text)) + form.behind + "\n")
	}
}

func writeMarkdownTable(b *strings.Builder, t *Table) {
	writeMarkdownRow(b, t, &TableRow{Cells: t.Head})
	rule := make([]string, len(t.Head))
	for i := range rule {
		rule[i] = "---"
	}
	writeMarkdownCells(b, t, rule)
	for i := range t.Rows {
		writeMarkdownRow(b, t, &t.Rows[i])
	}
}

// markdownIndent sets a cell in: plain spaces before a cell do not show.
const markdownIndent = "\u2003"

func writeMarkdownRow(b *strings.Builder, t *Table, r *TableRow) {
	row := TableRow{Cells: make([]string, len(r.Cells)), Under: r.Under}
	for i, c := range r.Cells {
		row.Cells[i] = escapeMarkdown(c)
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

// plainInMarkdown shows text from strangers as it is: no markup, no HTML, no
// mention and no formula comes of it.
var plainInMarkdown = [256]string{
	'\\': `\\`, '`': "\\`", '*': `\*`, '[': `\[`, ']': `\]`, '|': `\|`, '~': `\~`, '#': `\#<!-- -->`,
	'&': "&amp;", '<': "&lt;", '>': "&gt;", '$': "<span>$</span>", '@': "@<!-- -->",
}

// escapeMarkdown escapes one line of text. An underscore inside a word, as in
// an id, is no markup and stays. An empty comment parts what would become a link.
func escapeMarkdown(s string) string {
	s = escapeMarkup(strings.TrimSpace(plain.Escape(s)))
	if i := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }); i > 0 && strings.ContainsRune(".)", rune(s[i])) {
		return s[:i] + `\` + s[i:]
	}
	if s != "" && strings.ContainsRune("-+=", rune(s[0])) {
		return `\` + s
	}
	return s
}

func escapeMarkup(s string) string {
	var b strings.Builder
	start := 0 // of what is not written yet
	for i := 0; i < len(s); i++ {
		shown, size := plainInMarkdown[s[i]], 1
		switch c := s[i]; {
		case c == '_' && (i == 0 || i == len(s)-1 || !isWordByte(s[i-1]) || !isWordByte(s[i+1])):
			shown = `\_`
		case c == ':' && strings.HasPrefix(s[i:], "://"):
			shown = ":<!-- -->"
		case c == 'w' && strings.HasPrefix(s[i:], "www."):
			shown, size = "www<!-- -->", len("www")
		}
		if shown == "" {
			continue
		}
		if start == 0 {
			b.Grow(len(s) + len(s)/8)
		}
		b.WriteString(s[start:i])
		b.WriteString(shown)
		start = i + size
		i = start - 1
	}
	if start == 0 {
		return s
	}
	b.WriteString(s[start:])
	return b.String()
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
