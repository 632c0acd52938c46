package session

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

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
	if q.takesRange() && len(values) == 1 {
		if r, isRange := engine.ParseWeightRange(values[0]); isRange {
			return q.checkRange(r)
		}
	}
	if q.Weighted && slices.ContainsFunc(values, func(v string) bool { return strings.Contains(v, "=") }) {
		return q.checkWeights(values)
	}
	var list diag.List
	if !q.hasChoices() {
		values = putNumbers(values)
	}
	values = removeDuplicates(values)
	for _, v := range values {
		if d, bad := q.diagnoseValue(v); bad {
			list.Add(d)
		}
	}
	most := q.Most
	if q.Kind != Choose && q.Kind != SomeOf {
		most = 1
	}
	if q.Kind == SomeOf && len(list) == 0 {
		list.Add(q.diagnoseSet(values)...)
		slices.SortFunc(values, func(a, b string) int { return q.findChoice(a) - q.findChoice(b) })
	}
	switch {
	case len(values) == 0:
		list.Add(diag.NoAnswer(diag.Pos{}))
	case len(list) == 0 && most > 0 && len(values) > most:
		list.Add(diag.TooManyChoices(diag.Pos{}, strconv.Itoa(len(values)), strconv.Itoa(most)))
	}
	return valuesOrError(list, values)
}

// checkWeights refuses what is no choice or no weight for one, and a choice that is given
// twice. Weights are put as the session keeps them.
func (q *Question) checkWeights(values []string) ([]string, error) {
	var list diag.List
	var seen, out []string
	for _, v := range values {
		choice, weight, weighted := strings.Cut(v, "=")
		r, isRange := engine.ParseWeightRange(weight)
		switch d, bad := q.diagnoseNumber(weight); {
		case q.findChoice(choice) < 0:
			list.Add(q.diagnoseChoice(choice))
		case slices.Contains(seen, choice):
			list.Add(diag.DuplicatePriority(diag.Pos{}, choice))
		case !weighted:
		case isRange:
			text, err := q.checkRange(r)
			more, _ := diag.From(err)
			list = append(list, more...)
			v = choice + "=" + strings.Join(text, "")
		case bad:
			list.Add(d)
		}
		seen, out = append(seen, choice), append(out, v)
	}
	return valuesOrError(list, out)
}

// checkOrder refuses an order that misses a choice or has it twice. Those in
// one place are put in the order of the choices.
func (q *Question) checkOrder(values []string) ([]string, error) {
	var list diag.List
	seen := make([]int, len(q.Choices))
	order := splitPlaces(values)
	for _, place := range order {
		for _, v := range place {
			if i := q.findChoice(v); i >= 0 {
				seen[i]++
			} else {
				list.Add(q.diagnoseChoice(v))
			}
		}
		slices.SortFunc(place, func(a, b string) int { return q.findChoice(a) - q.findChoice(b) })
	}
	if len(values) == 0 {
		list.Add(diag.NoAnswer(diag.Pos{}))
	}
	var left []string
	for i, n := range seen {
		id := strconv.Itoa(i+1) + " " + q.Choices[i].ID
		switch {
		case n > 1:
			list.Add(diag.DuplicatePriority(diag.Pos{}, id))
		case n == 0:
			left = append(left, id)
		}
	}
	if len(left) > 0 && len(list) == 0 {
		list.Add(diag.IncompleteOrder(diag.Pos{}, strings.Join(left, ", ")))
	}
	return valuesOrError(list, joinPlaces(order))
}

// checkSpread refuses numbers that are not one for each choice, or not the
// budget together.
func (q *Question) checkSpread(values []string) ([]string, error) {
	var list diag.List
	for _, v := range values {
		if d, bad := q.diagnoseNumber(v); bad {
			list.Add(d)
		}
	}
	if len(values) == 0 {
		list.Add(diag.NoAnswer(diag.Pos{}))
	}
	if err := list.Err(); err != nil {
		return nil, err
	}
	if got, want := len(values), len(q.Choices); got != want {
		list.Add(diag.WrongNumberOfPoints(diag.Pos{}, strconv.Itoa(got), strconv.Itoa(want)))
	}
	keys := make([]string, len(values))
	for i := range values {
		keys[i] = strconv.Itoa(i)
	}
	_, err := elicit.Points(parseSpread(keys, values))
	more, _ := diag.From(err)
	return valuesOrError(append(list, more...), slices.Clone(values))
}

// checkComparison refuses all but one of the two and a number of times, or "="
// for 1 time.
func (q *Question) checkComparison(values []string) ([]string, error) {
	var list diag.List
	switch n := len(values); {
	case n == 0:
		list.Add(diag.NoAnswer(diag.Pos{}))
	case n == 1 && values[0] == "=":
		return []string{q.Choices[0].ID, "1"}, nil
	case n > 2:
		list.Add(diag.TooManyChoices(diag.Pos{}, strconv.Itoa(n), "2"))
	case q.findChoice(values[0]) < 0:
		list.Add(q.diagnoseChoice(values[0]))
	case n == 1:
		list.Add(diag.MissingFactor(diag.Pos{}, values[0]))
	default:
		if d, bad := q.diagnoseNumber(values[1]); bad {
			list.Add(d)
		}
	}
	return valuesOrError(list, values)
}

// splitPlaces splits values such as "a" and "b=c", most important first.
func splitPlaces(values []string) [][]string {
	out := make([][]string, len(values))
	for i, v := range values {
		out[i] = strings.Split(v, "=")
	}
	return out
}

// joinPlaces puts places into such values.
func joinPlaces(places [][]string) []string {
	var out []string
	for _, place := range places {
		if len(place) > 0 {
			out = append(out, strings.Join(place, "="))
		}
	}
	return out
}

// parseSpread reads one number for each id.
func parseSpread(ids, values []string) map[string]float64 {
	out := map[string]float64{}
	for i, id := range ids {
		out[id], _ = strconv.ParseFloat(values[i], 64) // checked by Answer
	}
	return out
}

// valuesOrError gives the values only if nothing is wrong with them.
func valuesOrError(list diag.List, values []string) ([]string, error) {
	if err := list.Err(); err != nil {
		return nil, err
	}
	return values, nil
}

// diagnoseSet reports a choice that excludes others which were chosen too.
func (q *Question) diagnoseSet(values []string) diag.List {
	var list diag.List
	for _, v := range values {
		if i := q.findChoice(v); q.Choices[i].Alone && len(values) > 1 {
			list.Add(diag.InvalidSetAloneValue(diag.Pos{}, strconv.Itoa(i+1)+" "+v, q.ID))
		}
	}
	return list
}

// hasChoices reports whether an answer is one or some of the choices, and no number.
func (q *Question) hasChoices() bool { return q.Kind == OneOf || q.Kind == SomeOf || q.Kind == Choose }

// putNumbers puts numbers as files have them, however they were typed; other texts stay.
func putNumbers(values []string) []string {
	out := slices.Clone(values)
	for i, v := range out {
		if x, err := strconv.ParseFloat(v, 64); err == nil {
			out[i] = plain.Number(x)
		}
	}
	return out
}

func (q *Question) diagnoseValue(v string) (diag.Diagnostic, bool) {
	if q.hasChoices() {
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

// checkRange refuses a range that the question does not take, and puts others as the
// session keeps them.
func (q *Question) checkRange(r engine.WeightRange) ([]string, error) {
	var list diag.List
	for _, end := range []float64{r.Low, r.High} {
		if d, bad := q.diagnoseNumber(plain.Number(end)); bad {
			list.Add(d)
		}
	}
	if r.Low > r.High && len(list) == 0 {
		list.Add(diag.InvalidWeightRangeReversed(diag.Pos{}, q.ID, plain.Number(r.Low), plain.Number(r.High)))
	}
	return valuesOrError(list, []string{formatRating(r)})
}
