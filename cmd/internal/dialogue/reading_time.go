package dialogue

import (
	"math"
	"strings"
	"unicode"

	"github.com/ajar-decision/ajar/rules"
)

// How fast people read, a minute, and how long they think about a question.
const (
	wordsAMinute      = 240
	charactersAMinute = 400 // of Chinese
	secondsOfThinking = 5
	secondsAMinute    = 60
)

// estimateSeconds is how long so many questions take, with what else is shown: as long as
// those that may be asked take on the mean, and the choice of priorities for itself.
func (d *Dialogue) estimateSeconds(beside string, ahead []string, questions int) float64 {
	seconds, mean, others := countSeconds(beside, 0), 0.0, 0
	for _, id := range ahead {
		one := countSeconds(d.renderQuestion(id), 1)
		if id == rules.PrioritiesID {
			seconds += one
			questions--
			continue
		}
		mean += one
		others++
	}
	return seconds + mean*float64(max(0, questions))/float64(max(1, others))
}

// renderQuestion gives what a person would see of a question.
func (d *Dialogue) renderQuestion(id string) string {
	page := &strings.Builder{}
	quiet := *d
	quiet.out = page
	quiet.showQuestion(d.Session.QuestionByID(id))
	return page.String()
}

// phraseTime says how long something takes, in half minutes.
func (d *Dialogue) phraseTime(seconds float64) string {
	halves := max(1, int(math.Round(seconds*2/secondsAMinute)))
	switch {
	case halves == 1:
		return d.words.HalfAMinute()
	case halves%2 == 1:
		return d.words.MinutesAndAHalf(halves / 2)
	}
	return d.words.Minutes(halves / 2)
}

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
	return float64(reading*secondsAMinute) + float64(questions*secondsOfThinking)
}

// isCountedAlone reports whether a character is read as one, as those of Chinese are.
func isCountedAlone(r rune) bool { return unicode.Is(unicode.Han, r) }
