package dialogue

import (
	"strings"
	"unicode"
)

// How fast people read, a minute, and how long they think about a question.
const (
	wordsAMinute       = 240
	charactersAMinute  = 400 // of Chinese
	secondsOfThinking  = 5
	secondsInAMinute   = 60
	halfMinuteInSecond = 30
)

// countSeconds is how long it takes to read a text and to answer the questions in it.
func countSeconds(text string, questions int) float64 {
	words, characters := 0, 0
	for _, field := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || isCountedAlone(r) }) {
		if strings.ContainsFunc(field, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			words++
		}
	}
	for _, r := range text {
		if isCountedAlone(r) {
			characters++
		}
	}
	reading := float64(words)/wordsAMinute + float64(characters)/charactersAMinute
	return reading*secondsInAMinute + float64(questions*secondsOfThinking)
}

// isCountedAlone reports whether a character is read as one, as those of Chinese are.
func isCountedAlone(r rune) bool { return unicode.Is(unicode.Han, r) }
