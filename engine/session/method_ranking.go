package session

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
)

// rankingMethod asks for the order of the chosen priorities.
type rankingMethod struct{}

const rankPrefix = "rank"

func (rankingMethod) questionIDs(s *Session) []string {
	if ids := s.listComparable(); ids != nil {
		return []string{methodQuestionID(rankPrefix, ids)}
	}
	return nil
}

func (rankingMethod) buildQuestion(s *Session, id string) *Question {
	ids, ok := parseMethodQuestionID(rankPrefix, id)
	if !ok {
		return nil
	}
	return s.buildMethodQuestion(id, Order, ids, func(w *rules.Weighing) rules.Wording { return w.Rank })
}

func (r rankingMethod) elicitedInput(s *Session) elicit.Input {
	for _, id := range r.questionIDs(s) {
		if g := s.given[id]; g.State == Answered {
			return elicit.Input{Ranking: splitPlaces(g.Values)}
		}
	}
	return elicit.Input{}
}

func (r rankingMethod) restoreAnswers(s *Session, in elicit.Input) {
	for _, id := range r.questionIDs(s) {
		if in.Ranking != nil {
			s.given[id] = GivenAnswer{State: Answered, Values: joinPlaces(in.Ranking)}
		}
	}
}

// storeLeftovers is nothing: an order is complete or none.
func (rankingMethod) storeLeftovers(*Session, bool, *engine.Unfinished) {}

func (rankingMethod) measureConsistency(*Session) *Consistency { return nil }
