package diag

import (
	"slices"
	"strings"
)

// Kind says who has to act on a diagnostic; a program may choose its exit code
// by it.
type Kind string

// The kinds of diagnostics.
const (
	Input Kind = "input" // what a file or a profile says is wrong
	Usage Kind = "usage" // the command line is wrong
	Gate  Kind = "gate"  // a check found what it was asked to fail on
	Fault Kind = "fault" // something could not be read or written
)

// The tables of codes and texts are lists and no maps, so that they are laid out
// when the program is compiled.

// codeKind is a code with its kind.
type codeKind struct {
	code string
	kind Kind
}

// texts is all that one language says.
type texts struct {
	lang  string
	hints hintTexts
	// words are the names of things that fill messages about packs, by their
	// English names.
	words pairs
	codes []codeText
}

// pairs are texts by their keys.
type pairs [][2]string

func (p pairs) find(key string) (text string, ok bool) {
	for i := range p {
		if p[i][0] == key {
			return p[i][1], true
		}
	}
	return "", false
}

// hintTexts stand around the texts of the codes.
type hintTexts struct{ suggest, suggestAlike, allowed, betweenHints, betweenNames string }

type codeText struct {
	message string
	// cases are messages of their own for mistakes that share the code; the
	// argument "case" names one.
	cases         pairs
	advice, about string
}

// textsIn gives the texts of a language, in English if it has none of its own.
func textsIn(lang string) *texts {
	english := 0
	for i := range languages {
		switch languages[i].lang {
		case lang:
			return &languages[i]
		case "en":
			english = i
		}
	}
	return &languages[english]
}

// findCode gives the place of a code in the tables.
func findCode(id string) (place int, ok bool) {
	return slices.BinarySearchFunc(kinds, id, func(x codeKind, id string) int { return strings.Compare(x.code, id) })
}

// say gives what the language says of a code, nothing of one that there is not.
func (t *texts) say(id string) codeText {
	if i, ok := findCode(id); ok {
		return t.codes[i]
	}
	return codeText{}
}

// Codes lists all codes in order.
func Codes() []string {
	codes := make([]string, len(kinds))
	for i := range kinds {
		codes[i] = kinds[i].code
	}
	return codes
}

// About gives the long text of a code in the language lang; ok is false if
// there is no such code.
func About(id, lang string) (about string, ok bool) {
	_, ok = findCode(id)
	return textsIn(lang).say(id).about, ok
}
