package plain

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Guard is the writer through which text leaves. Its reader may be a machine that obeys
// what it finds in a log, so no text from outside gives it an order:
//
//   - "::" that begins a line, blanks before it or not, is a command for the runners of
//     GitHub, Gitea and act: the second colon is escaped;
//   - "##[", and "##" with letters and "[", as in "##vso[" and "##teamcity[", is one
//     wherever it stands, for Azure Pipelines, older GitHub runners, TeamCity and Octopus:
//     the bracket is escaped;
//   - "---", "+++", "~~~" or "^^^" and a blank at the very beginning of a line head a
//     section of a log, or open one, for Buildkite: the blank is escaped;
//   - what is [Invisible] is escaped, so that nothing steers a terminal or marks a section
//     of a log, as GitLab and Travis have it. Line breaks and tabs pass.
//
// Escapes have the form \uXXXX, which in JSON is the same value, so that a guard need not
// know what it lets out. What is no UTF-8 becomes U+FFFD. Text that went through a guard
// passes another as it is. Each Write gets whole lines or parts of them; the state is kept
// in between. Make it with [NewGuard].
type Guard struct {
	w    io.Writer
	keep []string
	tail []byte // the bytes of a character that the last Write left unfinished
	line lineReader
}

// NewGuard makes a guard before a writer. Sequences to keep are those that the program
// itself writes, such as colours: they pass as they are, if they come in one Write.
func NewGuard(w io.Writer, keep ...string) *Guard {
	return &Guard{w: w, keep: keep, line: newLine()}
}

// Keep sets the sequences that pass from now on.
func (g *Guard) Keep(sequences ...string) { g.keep = sequences }

// Guarded gives what a guard lets out of a text.
func Guarded(text []byte, keep ...string) []byte {
	var b bytes.Buffer
	_, _ = NewGuard(&b, keep...).Write(text) // a buffer takes all
	return b.Bytes()
}

// Write writes the text as it may be seen; the error is that of the writer behind.
func (g *Guard) Write(text []byte) (int, error) {
	seen := g.clean(text)
	if len(seen) == 0 {
		return len(text), nil
	}
	if _, err := g.w.Write(seen); err != nil {
		return 0, err
	}
	return len(text), nil
}

// clean gives the text with escapes, the text itself if it needs none.
func (g *Guard) clean(text []byte) []byte {
	if len(g.tail) > 0 {
		text = append(g.tail, text...)
		g.tail = nil
	}
	var out []byte
	start := 0 // of what is not copied yet
	for i := 0; i < len(text); {
		i += g.line.skipCommon(text[i:])
		if i == len(text) {
			break
		}
		if kept := g.findKept(text[i:]); kept != "" {
			g.line.pass(kept)
			i += len(kept)
			continue
		}
		if !utf8.FullRune(text[i:]) {
			g.tail = bytes.Clone(text[i:])
			text = text[:i]
			break
		}
		r, size := utf8.DecodeRune(text[i:])
		bad := r == utf8.RuneError && size == 1
		if hidden := Invisible(r) && r != '\n' && r != '\t'; g.line.read(r, hidden) || bad {
			out = append(out, text[start:i]...)
			if start = i + size; bad {
				out = utf8.AppendRune(out, r)
			} else {
				out = appendEscape(out, r)
			}
		}
		i += size
	}
	if start == 0 {
		return text
	}
	return append(out, text[start:]...)
}

// findKept gives the sequence to keep that comes next, "" if none does. One that begins
// with a colon is a command of the program's own, which begins a line.
func (g *Guard) findKept(text []byte) string {
	for _, s := range g.keep {
		if bytes.HasPrefix(text, []byte(s)) && (!strings.HasPrefix(s, ":") || !g.line.isBegun()) {
			return s
		}
	}
	return ""
}

// appendEscape writes a character as JSON may.
func appendEscape(out []byte, r rune) []byte {
	if r > 0xFFFF {
		high, low := utf16.EncodeRune(r)
		return fmt.Appendf(out, `\u%04x\u%04x`, high, low)
	}
	return fmt.Appendf(out, `\u%04x`, r)
}

// lineReader reads a line as runners do and knows where a command would begin.
type lineReader struct {
	empty        bool // nothing stood in the line
	fresh, colon bool // nothing but blanks stood in the line; and then one colon
	hashes       int  // "#" and "##" just before, the latter perhaps with letters
	letters      bool // behind "##"
	mark         rune // of a section, with which alone the line begins
	marks        int  // how many of them
}

// newLine is where a line begins.
func newLine() lineReader { return lineReader{empty: true, fresh: true} }

// sectionMarks head a section of a log where three of one stand, and no more.
const sectionMarks = "-+~^"

// isBegun reports whether anything but blanks stood in the line.
func (l *lineReader) isBegun() bool { return !l.fresh || l.colon }

// skipCommon gives the length of what begins the text and neither is a command nor may
// be part of one: nearly all text in English and Chinese.
func (l *lineReader) skipCommon(text []byte) int {
	if l.colon || l.hashes > 0 || l.marks > 0 {
		return 0
	}
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == '\n':
			l.fresh, l.empty = true, true
		case c == ' ':
			l.empty = false
		case c > ' ' && c < 0x7f && c != '#' && (!l.fresh || c != ':' && (!l.empty || strings.IndexByte(sectionMarks, c) < 0)):
			l.fresh, l.empty = false, false
		case !l.fresh && beginsChinese(text[i:]):
			i += 2
		default:
			return i
		}
		i++
	}
	return len(text)
}

// beginsChinese reports whether a text begins with a character of U+3000 to U+9FFF or
// U+FF00 to U+FF7F, as nearly all of Chinese is: none of them is invisible.
func beginsChinese(text []byte) bool {
	c := text[0]
	return len(text) > 2 && isContinued(text[1]) && isContinued(text[2]) && (c >= 0xe3 && c <= 0xe9 || c == 0xef && (text[1] == 0xbc || text[1] == 0xbd))
}

// isContinued reports whether a byte stands inside a character.
func isContinued(b byte) bool { return b&0xc0 == 0x80 }

// pass reads a sequence of the program's own. Colours are nothing to a runner that looks
// for a command.
func (l *lineReader) pass(sequence string) {
	if sequence[0] == ':' {
		*l = lineReader{}
	}
}

// read reads a character and reports whether it is to be escaped: because it is hidden,
// or because a command would begin with it.
func (l *lineReader) read(r rune, hidden bool) bool {
	was := *l
	switch {
	case hidden:
		*l = lineReader{}
		return true
	case r == '\n':
		*l = newLine()
	case r >= utf8.RuneSelf && unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector):
		// Where texts are compared by the rules of a language, these count for nothing.
	case r == '#':
		*l = lineReader{hashes: 2}
		if was.hashes == 0 || was.letters {
			l.hashes = 1
		}
	case was.hashes == 2 && isASCIILetter(r):
		l.letters = true
	case (was.empty || was.marks > 0 && was.mark == r) && strings.ContainsRune(sectionMarks, r):
		*l = lineReader{mark: r, marks: was.marks + 1}
	case was.marks > 0:
		*l = lineReader{}
		return was.marks == 3 && unicode.IsSpace(r)
	case was.fresh && !was.colon && unicode.IsSpace(r):
		l.empty = false
	case was.fresh && !was.colon && r == ':':
		l.colon, l.empty = true, false
	default:
		*l = lineReader{}
		return was.colon && r == ':' || was.hashes == 2 && r == '['
	}
	return false
}

func isASCIILetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }
