package session

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// points asks for 100 points in all, one number for each chosen priority.
type points struct{}

const pointsID = "points"

func (points) ids(s *Session) []string {
	if ids := s.several(); ids != nil {
		return []string{about(pointsID, ids)}
	}
	return nil
}

func (points) question(s *Session, id string) *Question {
	ids, ok := subject(pointsID, id)
	if !ok {
		return nil
	}
	q := s.asking(id, Spread, ids, func(w *rules.Weighing) rules.Wording { return w.Points })
	q.Max = elicit.Budget
	return q
}

func (p points) input(s *Session) elicit.Input {
	for _, id := range p.ids(s) {
		if g := s.given[id]; g.State == Answered {
			return elicit.Input{Points: spread(s.chosen(), g.Values)}
		}
	}
	return elicit.Input{}
}

func (p points) take(s *Session, in elicit.Input) {
	for _, id := range p.ids(s) {
		var values []string
		for _, priority := range s.chosen() {
			values = append(values, number(in.Points[priority]))
		}
		if in.Points != nil {
			s.given[id] = Given{Answered, values}
		}
	}
}

// rest is nothing: points are all spread or none.
func (points) rest(*Session, bool, *engine.Unfinished) {}

func (points) fit(*Session) *Fit { return nil }

// spread reads one number for each id.
func spread(ids, values []string) map[string]float64 {
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
		if d, bad := q.noNumber(v); bad {
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
	_, err := elicit.Points(spread(keys, values))
	more, _ := diag.From(err)
	return refused(append(list, more...), slices.Clone(values))
}
