// Package plain makes texts safe to show and writes numbers. A text may come from a stranger's
// file, so it must not steer the terminal or hide what it says: what a reader
// cannot see is written as an escape, on a terminal as in JSON. [Escape] does that to one
// text that is set in a page; a [Guard] stands where all text leaves.
package plain

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
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
	at := indexUnsafe(s)
	if at < 0 {
		return s
	}
	var b strings.Builder
	b.WriteString(s[:at])
	for _, r := range s[at:] {
		if Invisible(r) {
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// indexUnsafe finds the first character that cannot be written as it is, -1 if there is
// none: one that is [Invisible], or no character of UTF-8.
func indexUnsafe(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if Invisible(r) || r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// Invisible reports whether a reader cannot see the character but may be
// misled by it: control characters (C0, DEL, C1), formatting characters such as
// those that reorder text, and the separators of lines and paragraphs.
func Invisible(r rune) bool {
	if r >= 0x2070 && r < 0xfeff { // Chinese among them
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
}
