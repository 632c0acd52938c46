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

// ranking asks for the order of the chosen priorities.
type ranking struct{}

const rankID = "rank"

func (ranking) ids(s *Session) []string {
	if ids := s.several(); ids != nil {
		return []string{about(rankID, ids)}
	}
	return nil
}

func (ranking) question(s *Session, id string) *Question {
	ids, ok := subject(rankID, id)
	if !ok {
		return nil
	}
	return s.asking(id, Order, ids, func(w *rules.Weighing) rules.Wording { return w.Rank })
}

func (r ranking) input(s *Session) elicit.Input {
	for _, id := range r.ids(s) {
		if g := s.given[id]; g.State == Answered {
			return elicit.Input{Ranking: places(g.Values)}
		}
	}
	return elicit.Input{}
}

func (r ranking) take(s *Session, in elicit.Input) {
	for _, id := range r.ids(s) {
		if in.Ranking != nil {
			s.given[id] = Given{Answered, tied(in.Ranking)}
		}
	}
}

// rest is nothing: an order is complete or none.
func (ranking) rest(*Session, bool, *engine.Unfinished) {}

func (ranking) fit(*Session) *Fit { return nil }

// places splits values such as "a" and "b=c", most important first.
func places(values []string) [][]string {
	out := make([][]string, len(values))
	for i, v := range values {
		out[i] = strings.Split(v, "=")
	}
	return out
}

// tied puts places into such values.
func tied(places [][]string) []string {
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
	order := places(values)
	for _, place := range order {
		for _, v := range place {
			if i := q.index(v); i >= 0 {
				seen[i]++
			} else {
				list.Add(q.noChoice(v))
			}
		}
		slices.SortFunc(place, func(a, b string) int { return q.index(a) - q.index(b) })
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
	return refused(list, tied(order))
}
