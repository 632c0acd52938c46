package session

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Parse reads an answer as a person types it: the number of a choice or its
// id, several of them parted by spaces or commas, or a number. Letters and
// digits are the plain ones; folding full-width input is up to the caller. It
// gives values for [Session.Answer].
//
// Errors: AJ331 not one of the choices, AJ332 too many chosen, AJ333 nothing
// given, AJ334 not a number of the range.
func (q *Question) Parse(text string) ([]string, error) {
	fields := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;，；、", r) })
	if q.Kind == OneOf || q.Kind == Choose {
		for i, field := range fields {
			if n, err := strconv.Atoi(field); err == nil && n >= 1 && n <= len(q.Choices) {
				fields[i] = q.Choices[n-1].ID
			}
		}
	}
	return q.check(fields)
}

// check refuses values that the question does not take, and drops repeated
// ones.
func (q *Question) check(values []string) ([]string, error) {
	var list diag.List
	values = unique(values)
	for _, v := range values {
		if d, bad := q.wrong(v); bad {
			list.Add(d)
		}
	}
	most := q.Most
	if q.Kind != Choose {
		most = 1
	}
	switch {
	case len(values) == 0:
		list.Add(diag.New(diag.Pos{}, "AJ333"))
	case len(list) == 0 && most > 0 && len(values) > most:
		list.Add(diag.New(diag.Pos{}, "AJ332", "got", strconv.Itoa(len(values)), "most", strconv.Itoa(most)))
	}
	if err := list.Err(); err != nil {
		return nil, err
	}
	return values, nil
}

func (q *Question) wrong(v string) (diag.Diagnostic, bool) {
	if q.Kind == OneOf || q.Kind == Choose {
		ids := make([]string, len(q.Choices))
		for i, c := range q.Choices {
			ids[i] = c.ID
		}
		d := diag.New(diag.Pos{}, "AJ331", "got", v, "last", strconv.Itoa(len(ids)))
		d.Suggest = diag.Nearest(v, ids)
		return d, !slices.Contains(ids, v)
	}
	x, err := strconv.ParseFloat(v, 64)
	ok := err == nil && !math.IsNaN(x) && x >= q.Min && x <= q.Max
	return diag.New(diag.Pos{}, "AJ334", "got", v, "low", number(q.Min), "high", number(q.Max)), !ok
}

func unique(list []string) []string {
	var out []string
	for _, v := range list {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}
