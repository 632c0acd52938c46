// Package layout measures and breaks lines of English and Chinese text for
// terminals and plain files. It writes nothing by itself.
package layout

import (
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// widestMeasure measures text. Characters of ambiguous width count as two columns:
// some terminals draw them so, and a line must not be too long in any of them.
var widestMeasure = &runewidth.Condition{EastAsianWidth: true}

// narrowMeasure measures as other terminals draw.
var narrowMeasure = &runewidth.Condition{}

// TextWidth gives the columns that a text takes at most.
func TextWidth(s string) int { return widestMeasure.StringWidth(s) }

// Wrap breaks a text into lines of at most width columns, at spaces and
// between Chinese characters. A longer word, such as an id, is not broken. A
// line never begins with closing punctuation nor ends with an opening bracket.
func Wrap(text string, width int) []string { return wrapLines(text, width, width) }

// wrapLines gives the first line a width of its own.
func wrapLines(text string, width, rest int) []string {
	var lines []string
	line, used := "", 0
	for _, w := range splitWords(text) {
		space := 0
		if w.spaced && line != "" {
			space = 1
		}
		n := TextWidth(w.text)
		if line != "" && used+space+n > width {
			lines = append(lines, line)
			line, used, space, width = "", 0, 0, rest
		}
		if space > 0 {
			line += " "
		}
		line += w.text
		used += space + n
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// WrapWithPrefixes wraps a text with one prefix before the first line and another before
// the rest, so that no line is wider with either. It ends in a line break.
func WrapWithPrefixes(first, rest, text string, width int) string {
	var b strings.Builder
	prefix := first
	for _, line := range wrapLines(text, max(width-TextWidth(first), 1), max(width-TextWidth(rest), 1)) {
		b.WriteString(prefix + line + "\n")
		prefix = rest
	}
	if b.Len() == 0 {
		return strings.TrimRight(first, " ") + "\n"
	}
	return b.String()
}

// word is a part of a text that no line break may enter.
type word struct {
	text   string
	spaced bool // a space stands before it
}

func splitWords(text string) []word {
	var out []word
	for _, field := range strings.Fields(text) {
		spaced, start := true, 0
		runes := []rune(field)
		for i := 1; i <= len(runes); i++ {
			if i < len(runes) && !canBreakBetween(runes[i-1], runes[i]) {
				continue
			}
			out = append(out, word{string(runes[start:i]), spaced})
			spaced, start = false, i
		}
	}
	return out
}

const (
	closingMarks = "，。；：、？！）》」』】”’…—％,.;:?!)]}%"
	openingMarks = "（《「『【“‘([{"
)

// canBreakBetween reports whether a line may end between two characters that no
// space parts: only beside a Chinese one.
func canBreakBetween(before, after rune) bool {
	if strings.ContainsRune(closingMarks, after) || strings.ContainsRune(openingMarks, before) {
		return false
	}
	return isWideRune(before) || isWideRune(after)
}

func isWideRune(r rune) bool {
	return unicode.Is(unicode.Han, r) || strings.ContainsRune("，。；：、？！）（《》「」『』【】“”", r)
}

// HasFixedWidth reports whether all terminals agree on the columns that a text takes:
// it holds no character of ambiguous width.
func HasFixedWidth(s string) bool { return narrowMeasure.StringWidth(s) == TextWidth(s) }
