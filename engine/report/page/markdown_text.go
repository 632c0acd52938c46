package page

import (
	"strings"

	"github.com/ajar-decision/ajar/rules/plain"
)

// plainInMarkdown shows text from strangers as it is: no markup and no HTML comes of it.
var plainInMarkdown = [256]string{
	'\\': `\\`, '`': "&#96;", '*': `\*`, '[': `\[`, ']': `\]`, '|': `\|`, '~': `\~`, '#': `\#`,
	'&': "&amp;", '<': "&lt;", '>': "&gt;",
}

// cleanLine gives one line of a text.
func cleanLine(s string) string { return strings.TrimSpace(plain.Escape(s)) }

// writeMarkdown escapes one line of text. What readers of Markdown make links, mentions,
// emoji or formulas of by themselves, whatever escapes stand in it, is written as code, in
// which all of them leave it alone; an address of the program's own is a link.
func (p *Page) writeMarkdown(b *strings.Builder, s string) {
	done := 0
	for x, ok := findReference(s, 0); ok; x, ok = findReference(s, x.to) {
		writeMarkdownText(b, s, done, x.from)
		text, before, behind := s[x.from:x.to], byte('`'), byte('`')
		if p.isOwnAddress(text) {
			before, behind = '<', '>'
		}
		b.WriteByte(before)
		b.WriteString(text)
		b.WriteByte(behind)
		done = x.to
	}
	writeMarkdownText(b, s, done, len(s))
}

// writeMarkdownText escapes a part of a line. An underscore inside a word, as in an id, is
// no markup and stays.
func writeMarkdownText(b *strings.Builder, s string, from, to int) {
	if from == 0 {
		from = writeLineStart(b, s[:to])
	}
	start := from // of what is not written yet
	for i := from; i < to; i++ {
		shown := plainInMarkdown[s[i]]
		if s[i] == '_' && (i == 0 || i == len(s)-1 || !isWordByte(s[i-1]) || !isWordByte(s[i+1])) {
			shown = `\_`
		}
		if shown != "" {
			b.WriteString(s[start:i])
			b.WriteString(shown)
			start = i + 1
		}
	}
	b.WriteString(s[start:to])
}

// writeLineStart escapes what would make a list, an underline or a definition of a line
// that begins with it, and gives how much it wrote.
func writeLineStart(b *strings.Builder, s string) int {
	i := findLineMark(s)
	if i < 0 {
		return 0
	}
	b.WriteString(s[:i])
	b.WriteByte('\\')
	b.WriteByte(s[i])
	return i + 1
}

// findLineMark gives the place of the mark that makes something of a line which begins with
// it, or with digits and it; -1 if there is none.
func findLineMark(s string) int {
	i := 0
	for i < len(s) && isDigitByte(s[i]) {
		i++
	}
	if marks := [2]string{"-+=:", ".)"}[min(i, 1)]; i < len(s) && strings.IndexByte(marks, s[i]) >= 0 {
		return i
	}
	return -1
}
