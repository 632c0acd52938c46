// Package plain makes texts safe to show and writes numbers. A text may come from a stranger's
// file, so it must not steer the terminal or hide what it says: what a reader
// cannot see is written as an escape, on a terminal as in JSON.
package plain

import (
	"strconv"
	"strings"
	"unicode"
)

// Clean makes a text from a file safe to print on a terminal: Escape, and a
// very long text is cut.
func Clean(s string) string {
	const longest = 200
	n := 0
	for i := range s {
		if n++; n > longest {
			return Escape(s[:i]) + "..."
		}
	}
	return Escape(s)
}

// Escape shows what is [Invisible], line breaks too, as escapes.
func Escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		if Invisible(r) {
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Invisible reports whether a reader cannot see the character but may be
// misled by it: control characters (C0, DEL, C1), formatting characters such as
// those that reorder text, and the separators of lines and paragraphs.
func Invisible(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
}
