package session

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// pointsMethod asks for 100 points in all, one number for each chosen priority.
type pointsMethod struct{}

const pointsPrefix = "points"

func (pointsMethod) questionIDs(s *Session) []string {
	if ids := s.listComparable(); ids != nil {
		return []string{methodQuestionID(pointsPrefix, ids)}
	}
	return nil
}

func (pointsMethod) buildQuestion(s *Session, id string) *Question {
	ids, ok := parseMethodQuestionID(pointsPrefix, id)
	if !ok {
		return nil
	}
	q := s.buildMethodQuestion(id, Spread, ids, func(w *rules.Weighing) rules.Wording { return w.Points })
	q.Max = elicit.Budget
	return q
}

func (p pointsMethod) elicitedInput(s *Session) elicit.Input {
	for _, id := range p.questionIDs(s) {
		if g := s.given[id]; g.State == Answered {
			return elicit.Input{Points: parseSpread(s.listChosen(), g.Values)}
		}
	}
	return elicit.Input{}
}

func (p pointsMethod) restoreAnswers(s *Session, in elicit.Input) {
	for _, id := range p.questionIDs(s) {
		var values []string
		for _, priority := range s.listChosen() {
			values = append(values, plain.Number(in.Points[priority]))
		}
		if in.Points != nil {
			s.given[id] = GivenAnswer{Answered, values}
		}
	}
}

// storeLeftovers is nothing: points are all spread or none.
func (pointsMethod) storeLeftovers(*Session, bool, *engine.Unfinished) {}

func (pointsMethod) measureConsistency(*Session) *Consistency { return nil }

// parseSpread reads one number for each id.
func parseSpread(ids, values []string) map[string]float64 {
	out := map[string]float64{}
	for i, id := range ids {
		out[id], _ = strconv.ParseFloat(values[i], 64) // checked by Answer
	}
	return out
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
