// Package layout measures and breaks lines of English and Chinese text for
// terminals and plain files. It writes nothing by itself.
package layout

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CountLines counts the lines of at most width columns that a text takes.
func CountLines(text string, width int) int {
	n := 0
	for range Lines(text, width, width) {
		n++
	}
	return n
}

// Lines breaks a text into lines of at most so many columns, the first and the rest each
// with a width of its own, at spaces and between Chinese characters. A longer word, such
// as an id, is not broken. A line never begins with closing punctuation nor ends with an
// opening bracket.
func Lines(text string, width, rest int) iter.Seq[string] {
	return func(yield func(string) bool) {
		text, ascii := evenSpaces(text)
		if ascii {
			cutAtSpaces(text, width, rest, yield)
			return
		}
		start, used := 0, 0 // of the line in hand
		for at := 0; at < len(text); {
			from, space := at, 0
			if text[at] == ' ' {
				from, space = at+1, 1
			}
			end, n := measureWord(text, from)
			if start < at && used+space+n > width {
				if !yield(text[start:at]) {
					return
				}
				start, used, space, width = from, 0, 0, rest
			}
			used += space + n
			at = end
		}
		if start < len(text) {
			yield(text[start:])
		}
	}
}

// WrapWithPrefixes wraps a text with one prefix before the first line and another before
// the rest, so that no line is wider with either. It ends in a line break.
func WrapWithPrefixes(first, rest, text string, width int) string {
	var b strings.Builder
	prefix := first
	for line := range Lines(text, max(width-TextWidth(first), 1), max(width-TextWidth(rest), 1)) {
		b.WriteString(prefix + line + "\n")
		prefix = rest
	}
	if b.Len() == 0 {
		return strings.TrimRight(first, " ") + "\n"
	}
	return b.String()
}

// cutAtSpaces gives the lines of a text of which each byte takes a column.
func cutAtSpaces(text string, width, rest int, yield func(string) bool) {
	for width = max(width, 0); len(text) > width; width = max(rest, 0) {
		i := strings.LastIndexByte(text[:width+1], ' ')
		if i < 0 {
			i = strings.IndexByte(text, ' ')
		}
		if i < 0 {
			break
		}
		if !yield(text[:i]) {
			return
		}
		text = text[i+1:]
	}
	if text != "" {
		yield(text)
	}
}

// evenSpaces puts one space between words, and none before the first and behind the last,
// as nearly all texts are already. It tells whether each byte takes a column.
func evenSpaces(text string) (even string, ascii bool) {
	ascii = true
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c > ' ' && c < 0x7f:
			continue
		case c != ' ':
			ascii = false
			r, size := utf8.DecodeRuneInString(text[i:])
			if r < 0x4e00 && unicode.IsSpace(r) || r == utf8.RuneError {
				return putEvenSpaces(text), false
			}
			i += size - 1
		case i == 0 || text[i-1] == ' ':
			return putEvenSpaces(text), false
		}
	}
	return strings.TrimSuffix(text, " "), ascii
}

func putEvenSpaces(text string) string {
	return strings.Join(strings.Fields(string([]rune(text))), " ")
}

// measureWord finds the end of the word that begins at a place, which no line break may
// enter, and gives the columns that it takes.
func measureWord(text string, from int) (end, width int) {
	known := true
	var before rune
	for end = from; end < len(text) && text[end] != ' '; {
		r, size, n := rune(text[end]), 1, 1
		if r < ' ' || r >= 0x7f {
			r, size = utf8.DecodeRuneInString(text[end:])
			n, _ = measureRune(r)
			known = known && n > 0
		}
		if end > from && (r >= utf8.RuneSelf || before >= utf8.RuneSelf) && canBreakBetween(before, r) {
			break
		}
		end, width, before = end+size, width+n, r
	}
	if !known {
		width = TextWidth(text[from:end])
	}
	return end, width
}

// canBreakBetween reports whether a line may end between two characters that no
// space parts: only beside a Chinese one.
func canBreakBetween(before, after rune) bool {
	return (isWideRune(before) || isWideRune(after)) && !isClosingMark(after) && !isOpeningMark(before)
}

func isClosingMark(r rune) bool {
	switch r {
	case '，', '。', '；', '：', '、', '？', '！', '）', '》', '」', '』', '】', '”', '’', '…', '—', '％', ',', '.', ';', ':', '?', '!', ')', ']', '}', '%':
		return true
	}
	return false
}

func isOpeningMark(r rune) bool {
	switch r {
	case '（', '《', '「', '『', '【', '“', '‘', '(', '[', '{':
		return true
	}
	return false
}

func isWideRune(r rune) bool {
	switch r {
	case '，', '。', '；', '：', '、', '？', '！', '）', '（', '《', '》', '「', '」', '『', '』', '【', '】', '“', '”':
		return true
	}
	return r >= 0x2e80 && (r >= 0x4e00 && r <= 0x9fff || unicode.Is(unicode.Han, r))
}
