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

// escapeMarkdown escapes one line of text. What readers of Markdown make links, mentions,
// emoji or formulas of by themselves, whatever escapes stand in it, is written as code, in
// which all of them leave it alone; an address of the program's own is a link.
func (p *Page) escapeMarkdown(s string) string {
	s = strings.TrimSpace(plain.Escape(s))
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	done := 0
	for x := range findReferences(s) {
		writeMarkdownText(&b, s, done, x.from)
		if text := s[x.from:x.to]; p.isOwnAddress(text) {
			b.WriteString("<" + text + ">")
		} else {
			b.WriteString("`" + text + "`")
		}
		done = x.to
	}
	writeMarkdownText(&b, s, done, len(s))
	return b.String()
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
	if i := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }); i > 0 && strings.ContainsRune(".)", rune(s[i])) {
		b.WriteString(s[:i] + `\` + s[i:i+1])
		return i + 1
	}
	if s != "" && strings.ContainsRune("-+=:", rune(s[0])) {
		b.WriteString(`\` + s[:1])
		return 1
	}
	return 0
}

func isWordByte(c byte) bool { return isLetterByte(c) || isDigitByte(c) }

func isLetterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }
