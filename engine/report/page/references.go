package page

import (
	"slices"
	"strings"
	"sync"

	"github.com/ajar-decision/ajar/rules"
)

// span is a part of a text.
type span struct{ from, to int }

// findReference finds the next word of a text, from a place on, that a reader of Markdown
// makes something of although no markup stands there: addresses with and without a scheme,
// mentions, numbers of issues and the like as GitHub and GitLab have them, commits, emoji
// and formulas. It comes with what hangs together with it, and with no mark of Markdown.
//
// Not among them are names such as ABC-123, which become links only where those who run a
// repository ask for that and say where to, and which licences and standards bear as well
// (GPL-3, UTF-8); and faces such as ":)", which no reader of these makes a picture of.
func findReference(s string, from int) (x span, found bool) {
	for i := from; i < len(s); i++ {
		if found && !isAddressByte(s[i]) {
			break // nothing further on hangs together with it
		}
		length := measureReference(s, i)
		if length == 0 {
			continue
		}
		more := widen(s, span{i, i + length}, max(from, x.to))
		if found && more.from > x.to {
			break
		}
		if !found {
			x.from = more.from
		}
		x.to, found, i = more.to, true, more.to-1
	}
	return x, found
}

// widen gives what hangs together with a part of a text, from a place on. What ends a
// sentence does not.
func widen(s string, x span, from int) span {
	least := x.to
	for x.from > from && isAddressByte(s[x.from-1]) {
		x.from--
	}
	for x.to < len(s) && isAddressByte(s[x.to]) {
		x.to++
	}
	for x.to > least && strings.IndexByte(".:!?", s[x.to-1]) >= 0 {
		x.to--
	}
	return x
}

// isAddressByte reports whether a byte may stand inside an address or a reference and is
// no mark of Markdown that means something in code or a table.
func isAddressByte(c byte) bool {
	return isWordByte(c) || strings.IndexByte("-._~:/?#@!$&+=%^", c) >= 0
}

// measureReference gives the length of what makes a reference of the word at a place, 0 if
// nothing does.
func measureReference(s string, i int) int {
	c := s[i]
	begins := i == 0 || !isWordByte(s[i-1])
	if isWordByte(c) {
		if !begins {
			return 0
		}
		return measureName(s[i:])
	}
	next := byte(0) // behind the end
	if i+1 < len(s) {
		next = s[i+1]
	}
	found := false
	switch c {
	case '@':
		found = isNameByte(next)
	case '#', '!', '&':
		found = isDigitByte(next)
	case '~', '%':
		found = begins && (isNameByte(next) || next == '"')
	case '$':
		found = true
	case '/':
		found = next == '/' && i+2 < len(s) && s[i+2] > ' '
	case ':':
		return measureEmoji(s[i:])
	case '.':
		found = i > 0 && endsHost(s[:i]) && beginsDomain(s[i+1:]) || strings.EqualFold(s[max(0, i-len("www")):i], "www")
	}
	if found {
		return 1
	}
	return 0
}

// numbered are what stands before numbers that GitHub makes links of: an issue, a known
// vulnerability and the notice of one, whose numbers have letters.
var numbered = []struct {
	prefix     string
	isNumbered func(byte) bool
}{{"gh-", isDigitByte}, {"cve-", isDigitByte}, {"ghsa-", isWordByte}}

// measureName gives the length of the number of an issue, a vulnerability or a commit that
// a word begins with.
func measureName(s string) int {
	for _, x := range numbered {
		if n := len(x.prefix); len(s) > n && strings.EqualFold(s[:n], x.prefix) && x.isNumbered(s[n]) {
			return n + 1
		}
	}
	return measureCommit(s)
}

func isWordByte(c byte) bool { return isLetterByte(c) || isDigitByte(c) }

func isLetterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }

func isNameByte(c byte) bool { return isWordByte(c) || c == '_' }

// measureEmoji gives the length of a name between colons that the text begins with.
func measureEmoji(s string) int {
	n := 1
	for n < len(s) && (isWordByte(s[n]) || strings.IndexByte("_+-", s[n]) >= 0) {
		n++
	}
	if n > 1 && n < len(s) && s[n] == ':' {
		return n + 1
	}
	return 0
}

// measureCommit gives the length of the number of a commit that the text begins with.
func measureCommit(s string) int {
	const shortest = 7
	n := 0
	for n < len(s) && isHexByte(s[n]) {
		n++
	}
	if n < shortest || n < len(s) && isWordByte(s[n]) {
		return 0
	}
	return n
}

func isHexByte(c byte) bool { return isDigitByte(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

// endsHost reports whether a text ends as the name of a host may before a dot.
func endsHost(s string) bool {
	c := s[len(s)-1]
	return isWordByte(c) || c == '-' || c == '_' || c >= 0x80
}

// beginsDomain reports whether what follows a dot may be a domain: two letters or more. Of
// domains beyond ASCII one is common.
func beginsDomain(s string) bool {
	return len(s) > 1 && isLetterByte(s[0]) && isLetterByte(s[1]) || strings.HasPrefix(strings.ToLower(s), "рф")
}

// Follow lets a reader of the page follow the addresses in texts of the program's own, as
// the sources of the bundled pack may be followed on every page. Addresses in any other
// text are shown and lead nowhere by themselves.
func (p *Page) Follow(texts ...string) {
	for _, text := range texts {
		p.own = append(p.own, findAddresses(text)...)
	}
}

// isOwnAddress reports whether a word is an address that may be followed.
func (p *Page) isOwnAddress(word string) bool {
	return strings.HasPrefix(word, "http") && (slices.Contains(p.own, word) || coreAddresses()[word])
}

func findAddresses(text string) (out []string) {
	for x, ok := findReference(text, 0); ok; x, ok = findReference(text, x.to) {
		if word := text[x.from:x.to]; strings.HasPrefix(word, "https://") || strings.HasPrefix(word, "http://") {
			out = append(out, word)
		}
	}
	return out
}

// coreAddresses are those of the sources of the bundled pack.
var coreAddresses = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for i := range rules.Core().Sources {
		if at := rules.Core().Sources[i].Identifier; at != nil {
			for _, address := range findAddresses(*at) {
				out[address] = true
			}
		}
	}
	return out
})

// Piece is a part of a text, with the address that it leads to, "" for none.
type Piece struct{ Text, Address string }

// SplitAddresses parts a text at the addresses of it that may be followed.
func (p *Page) SplitAddresses(text string) []Piece {
	var out []Piece
	from := 0
	for x, ok := findReference(text, 0); ok; x, ok = findReference(text, x.to) {
		word := text[x.from:x.to]
		if !p.isOwnAddress(word) {
			continue
		}
		if x.from > from {
			out = append(out, Piece{Text: text[from:x.from]})
		}
		out, from = append(out, Piece{word, word}), x.to
	}
	if from < len(text) || len(out) == 0 {
		out = append(out, Piece{Text: text[from:]})
	}
	return out
}
