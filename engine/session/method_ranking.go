package session

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
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
			s.given[id] = GivenAnswer{Answered, joinPlaces(in.Ranking)}
		}
	}
}

// storeLeftovers is nothing: an order is complete or none.
func (rankingMethod) storeLeftovers(*Session, bool, *engine.Unfinished) {}

func (rankingMethod) measureConsistency(*Session) *Consistency { return nil }

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
