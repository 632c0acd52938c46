package session

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Parse reads an answer as a person types it: the number of a choice or its
// id, several of them parted by spaces or commas, or a number. In an order "=" joins
// what ties; a comparison is the one that matters more and how many times, or "=". Letters and
// digits are the plain ones; folding full-width input is up to the caller. It
// gives values for [Session.Answer].
//
// Errors: AJ331 not one of the choices, AJ332 too many chosen, AJ333 nothing
// given, AJ334 not a number of the range; for an order AJ311 given twice, AJ335
// left out; for points AJ336 not one for each, AJ313 and AJ314 not 100; for a
// comparison AJ337 without a number of times.
func (q *Question) Parse(text string) ([]string, error) {
	if q.Kind == Order {
		text = tieSign.ReplaceAllString(strings.ReplaceAll(text, ">", " "), "=")
	}
	fields := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;，；、", r) })
	switch q.Kind {
	case OneOf, Choose:
		for i, field := range fields {
			fields[i] = q.resolveChoice(field)
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

// valuesOrError gives the values only if nothing is wrong with them.
func valuesOrError(list diag.List, values []string) ([]string, error) {
	if err := list.Err(); err != nil {
		return nil, err
	}
	return values, nil
}

// resolveChoice gives the id of a choice for its number, and anything else as it is.
func (q *Question) resolveChoice(text string) string {
	if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(q.Choices) {
		return q.Choices[n-1].ID
	}
	return text
}

// findChoice is the place of a choice, -1 if there is no such choice.
func (q *Question) findChoice(id string) int {
	return slices.IndexFunc(q.Choices, func(c Choice) bool { return c.ID == id })
}

// checkValues refuses values that the question does not take, and drops repeated
// ones.
func (q *Question) checkValues(values []string) ([]string, error) {
	switch q.Kind {
	case Order:
		return q.checkOrder(values)
	case Spread:
		return q.checkSpread(values)
	case Compare:
		return q.checkComparison(values)
	}
	var list diag.List
	values = removeDuplicates(values)
	for _, v := range values {
		if d, bad := q.diagnoseValue(v); bad {
			list.Add(d)
		}
	}
	most := q.Most
	if q.Kind != Choose {
		most = 1
	}
	switch {
	case len(values) == 0:
		list.Add(diag.NoAnswer(diag.Pos{}))
	case len(list) == 0 && most > 0 && len(values) > most:
		list.Add(diag.TooManyChoices(diag.Pos{}, strconv.Itoa(len(values)), strconv.Itoa(most)))
	}
	return valuesOrError(list, values)
}

// tieSign finds a sign for a tie with the spaces on its sides.
var tieSign = regexp.MustCompile(`\s*=\s*`)

func (q *Question) diagnoseValue(v string) (diag.Diagnostic, bool) {
	if q.Kind == OneOf || q.Kind == Choose {
		return q.diagnoseChoice(v), q.findChoice(v) < 0
	}
	return q.diagnoseNumber(v)
}

func (q *Question) diagnoseChoice(v string) diag.Diagnostic {
	ids := make([]string, len(q.Choices))
	for i, c := range q.Choices {
		ids[i] = c.ID
	}
	d := diag.UnknownChoice(diag.Pos{}, v, strconv.Itoa(len(ids)))
	d.Suggest = diag.Nearest(v, ids)
	return d
}

// diagnoseNumber says that a text is no number of the range; bad is false if it is.
func (q *Question) diagnoseNumber(v string) (d diag.Diagnostic, bad bool) {
	x, err := strconv.ParseFloat(v, 64)
	ok := err == nil && !math.IsNaN(x) && x >= q.Min && x <= q.Max
	return diag.AnswerOutOfRange(diag.Pos{}, v, plain.Number(q.Min), plain.Number(q.Max)), !ok
}

func removeDuplicates(list []string) []string {
	var out []string
	for _, v := range list {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}
