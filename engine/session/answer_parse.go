package session

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/pattern"
)

// Parse reads an answer as a person types it: the number of a choice or its
// id, yes or no (y, n, 是, 否) where that is asked, several of them parted by spaces or commas, or a number. In an order "=" joins
// what ties; a comparison is the one that matters more and how many times, or "=". A
// weight may be a range, as in 4-7 or 4..7; where priorities are chosen each may have one,
// as in "1=9 4=7" or "1 9, 4 7". Letters and
// digits are the plain ones; folding full-width input is up to the caller. It
// gives values for [Session.Answer].
//
// Errors: AJ309 a range from more to less, AJ306 choices of a set that exclude each other, AJ331 not one of the choices, AJ332 too many chosen, AJ333 nothing
// given, AJ334 not a number of the range; for an order AJ311 given twice, AJ335
// left out; for points AJ336 not one for each, AJ313 and AJ314 not 100; for a
// comparison AJ337 without a number of times.
func (q *Question) Parse(text string) ([]string, error) {
	if r, isRange := engine.ParseWeightRange(text); isRange && q.takesRange() {
		return q.checkRange(r)
	}
	if q.Kind == Order {
		text = tieSign().ReplaceAllString(strings.ReplaceAll(text, ">", " "), "=")
	}
	if q.Weighted {
		text = joinWeights(text)
	}
	fields := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;，；、", r) })
	switch q.Kind {
	case OneOf, SomeOf, Choose:
		for i, field := range fields {
			choice, weight, weighted := strings.Cut(field, "=")
			if fields[i] = q.resolveChoice(field); weighted && q.Weighted {
				fields[i] = q.resolveChoice(choice) + "=" + weight
			}
		}
	case Order:
		for i, place := range splitPlaces(fields) {
			for j, v := range place {
				place[j] = q.resolveChoice(v)
			}
			fields[i] = strings.Join(place, "=")
		}
	case Compare:
		if len(fields) > 0 {
			fields[0] = q.resolveChoice(fields[0])
		}
	}
	return q.checkValues(fields)
}

// yesNoWords are what people type for yes and for no, in every language that asks.
var yesNoWords = map[string]string{"y": "true", "yes": "true", "是": "true", "n": "false", "no": "false", "否": "false"}

// resolveChoice gives the id of a choice for its number, or for yes or no, and anything
// else as it is.
func (q *Question) resolveChoice(text string) string {
	if v := yesNoWords[strings.ToLower(text)]; v != "" && q.IsYesNo() {
		return v
	}
	if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(q.Choices) {
		return q.Choices[n-1].ID
	}
	return text
}

// joinWeights puts "=" between choices and their weights. "1 9, 4 7" means what "1=9 4=7"
// does: where commas part several pairs of numbers, the second of each is a weight.
func joinWeights(text string) string {
	text = weightSign().ReplaceAllString(text, "=")
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;，；、", r) })
	for i, part := range parts {
		pair := strings.Fields(part)
		switch {
		case len(parts) > 1 && len(pair) == 1 && strings.Contains(part, "="):
		case len(parts) > 1 && len(pair) == 2 && !strings.Contains(part, "="):
			parts[i] = pair[0] + "=" + pair[1]
		default:
			return text
		}
	}
	return strings.Join(parts, " ")
}

// weightSign finds a sign between a choice and its weight with the spaces on its sides.
var weightSign = pattern.New(`\s*[=:：]\s*`)

// tieSign finds a sign for a tie with the spaces on its sides.
var tieSign = pattern.New(`\s*=\s*`)
