package page

import "strings"

// textForms say how a block is drawn: the style of its lines, whether an empty
// line stands before it, and whether none stands between two of them.
var textForms = [...]struct {
	style         Style
	apart, listed bool
}{
	Title:     {style: Bold},
	Headline:  {style: Bold, apart: true},
	Section:   {style: Bold, apart: true},
	Topic:     {style: Bold, apart: true},
	Paragraph: {apart: true},
	Item:      {apart: true, listed: true},
	Alert:     {style: Yellow, apart: true, listed: true},
	Grid:      {apart: true},
	Heading:   {style: Bold},
	Rows:      {},
	Picture:   {},
	Break:     {},
}

// Draw gives the lines of the page. None is wider than the width, except for
// ids and other words that cannot be broken.
func (p *Page) Draw(look Look) string {
	t := textWriter{Look: look, tongue: p.Tongue}
	t.b.Grow(p.countBytes())
	for i := range p.blocks {
		follows := i > 0 && p.blocks[i-1].Kind == p.blocks[i].Kind
		under := i > 0 && p.blocks[i-1].Kind == Section && p.Compact
		t.writeBlock(&p.blocks[i], follows, under)
	}
	return t.b.String()
}

// writeBlock writes one block; follows says that one of the same kind stands before it,
// under that it stands close below a heading.
func (t *textWriter) writeBlock(b *Block, follows, under bool) {
	form := textForms[b.Kind]
	if form.apart && (!follows || !form.listed) && !under {
		t.b.WriteByte('\n')
	}
	switch b.Kind {
	case Title, Headline, Section:
		t.writeStatements(form.style, "", "", b.Text)
		t.indent = ""
		if b.Kind == Section {
			t.indent = indent
		}
	case Item, Alert:
		dash := t.itemPrefix()
		t.writeStatements(form.style, t.indent+dash, t.indent+strings.Repeat(" ", len(dash)), b.Text)
	case Topic, Paragraph:
		t.writeStatements(form.style, t.indent, t.indent, b.Text)
	case Grid:
		t.writeTable(b.Table)
	case Gap:
		t.b.WriteByte('\n')
	case Heading, Text:
		t.writeStatements(form.style, "", "", b.Text)
	case Literal:
		text := strings.TrimLeft(b.Text[0], " ")
		lead := indent + b.Text[0][:len(b.Text[0])-len(text)]
		t.writeWrapped(lead, lead+indent, text)
	case Inset:
		t.writeStatements(form.style, indent, indent, b.Text)
	case Rows:
		t.writeRows(b.Rows)
	}
}

func (t *textWriter) itemPrefix() string {
	if t.Accessible {
		return ""
	}
	return "- "
}
