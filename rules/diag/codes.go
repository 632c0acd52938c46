package diag

import (
	"maps"
	"slices"
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

// texts is all that one language says.
type texts struct {
	hints hintTexts
	// words are the names of things that fill messages about packs, by their
	// English names.
	words map[string]string
	codes map[string]codeText
}

// hintTexts stand around the texts of the codes.
type hintTexts struct{ suggest, allowed, betweenHints, betweenNames string }

type codeText struct {
	message string
	// cases are messages of their own for mistakes that share the code; the
	// argument "case" names one.
	cases         map[string]string
	advice, about string
}

// textsIn gives the texts of a language, in English if it has none of its own.
func textsIn(lang string) texts {
	if own, ok := languages[lang]; ok {
		return own
	}
	return languages["en"]
}

// Codes lists all codes in order.
func Codes() []string { return slices.Sorted(maps.Keys(kinds)) }

// About gives the long text of a code in the language lang; ok is false if
// there is no such code.
func About(id, lang string) (about string, ok bool) {
	text, ok := textsIn(lang).codes[id]
	return text.about, ok
}
