package session

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
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
			s.given[id] = GivenAnswer{State: Answered, Values: values}
		}
	}
}

// storeLeftovers is nothing: points are all spread or none.
func (pointsMethod) storeLeftovers(*Session, bool, *engine.Unfinished) {}

func (pointsMethod) measureConsistency(*Session) *Consistency { return nil }
