package page

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/ajar-decision/ajar/rules"
)

// span is a part of a text.
type span struct{ from, to int }

// findReferences finds the words of a text that a reader of Markdown makes something of
// although no markup stands there: addresses with and without a scheme, mentions, numbers
// of issues and the like as GitHub and GitLab have them, commits, emoji and formulas. Each
// comes with what hangs together with it, and none with a mark of Markdown in it.
func findReferences(s string) iter.Seq[span] {
	return func(yield func(span) bool) {
		var last span // not handed out yet: what follows close behind belongs to it
		for i := 0; i < len(s); i++ {
			length := measureReference(s, i)
			if length == 0 {
				continue
			}
			x := widen(s, span{i, i + length}, last.to)
			if x.from > last.to && last.to > 0 && !yield(last) {
				return
			}
			if x.from == last.to && last.to > 0 {
				x.from = last.from
			}
			last, i = x, x.to-1
		}
		if last.to > 0 {
			yield(last)
		}
	}
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
	after := func(n int) byte { // 0 behind the end
		if i+n < len(s) {
			return s[i+n]
		}
		return 0
	}
	begins := i == 0 || !isWordByte(s[i-1])
	found := false
	switch c := s[i]; c {
	case '@':
		found = isNameByte(after(1))
	case '#', '!', '&':
		found = isDigitByte(after(1))
	case '~', '%':
		found = begins && (isNameByte(after(1)) || after(1) == '"')
	case '$':
		found = true
	case '/':
		found = after(1) == '/' && after(2) > ' '
	case ':':
		return measureEmoji(s[i:])
	case '.':
		found = i > 0 && endsHost(s[:i]) && beginsDomain(s[i+1:]) || strings.EqualFold(s[max(0, i-len("www")):i], "www")
	case 'g', 'G':
		if begins && after(1)|0x20 == 'h' && after(2) == '-' && isDigitByte(after(3)) {
			return len("gh-1")
		}
		return 0
	default:
		if begins && isHexByte(c) {
			return measureCommit(s[i:])
		}
	}
	if found {
		return 1
	}
	return 0
}

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
	for x := range findReferences(text) {
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
