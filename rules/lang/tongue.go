package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tongue joins texts in one language; [In] makes it.
type Tongue struct {
	Lang  string // code of the language
	marks language
}

// In gives the tongue of a language, that of [Default] for a language that is
// not spoken.
func In(code string) Tongue {
	for _, l := range languages {
		if l.code == code {
			return Tongue{code, l}
		}
	}
	return Tongue{Default, languages[0]}
}

// List joins short names: "a, b and c".
func (t Tongue) List(names []string) string {
	return joinNames(names, t.marks.comma, t.marks.and)
}

// Or joins alternatives: "a, b or c".
func (t Tongue) Or(names []string) string {
	return joinNames(names, t.marks.comma, t.marks.or)
}

// Sentences joins whole sentences to a paragraph.
func (t Tongue) Sentences(parts []string) string { return strings.Join(parts, t.marks.space) }

func joinNames(names []string, comma, last string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	end := len(names) - 1
	return strings.Join(names[:end], comma) + besideLatin(names[end-1], last, names[end]) + names[end]
}

// besideLatin parts a Chinese word from Latin letters and digits on its sides by a space,
// as everywhere in the texts.
func besideLatin(before, word, after string) string {
	if !unicode.Is(unicode.Han, []rune(word)[0]) {
		return word
	}
	isLatin := func(r rune) bool { return r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	if r, _ := utf8.DecodeLastRuneInString(before); isLatin(r) {
		word = " " + word
	}
	if r, _ := utf8.DecodeRuneInString(after); isLatin(r) {
		word += " "
	}
	return word
}
