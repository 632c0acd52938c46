package session

import (
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// methodSeparator stands in ids of questions that are neither facts nor priorities.
const methodSeparator = "/"

// methodQuestionID makes the id of a question about several priorities.
func methodQuestionID(what string, priorities []string) string {
	return what + methodSeparator + strings.Join(priorities, "+")
}

// parseMethodQuestionID takes such an id apart; ok is false if it is another's.
func parseMethodQuestionID(what, id string) (priorities []string, ok bool) {
	list, ok := strings.CutPrefix(id, what+methodSeparator)
	return strings.Split(list, "+"), ok
}

// buildMethodQuestion builds a question about several priorities, with the words that the
// pack has for it. It is nil if one of them is unknown.
func (s *Session) buildMethodQuestion(id string, kind QuestionKind, priorities []string, words func(*rules.Weighing) rules.Wording) *Question {
	q := &Question{ID: id, Kind: kind, Priorities: priorities, Given: s.given[id]}
	q.Weighing, _, _ = strings.Cut(id, methodSeparator)
	for _, id := range priorities {
		p := s.pack.Priority(id)
		if p == nil {
			return nil
		}
		q.Choices = append(q.Choices, newChoice(p))
	}
	if a := s.pack.Asking; a != nil && a.Weigh != nil {
		w := words(a.Weigh)
		q.Text, q.Why, q.Source = w.Question, w.Why, a.Source
	}
	return q
}

// completePairQuestion names the two priorities in a question about them, and says what
// numbers of times mean.
func (s *Session) completePairQuestion(q *Question, two []string) *Question {
	if q == nil {
		return nil
	}
	a, b := s.pack.Priority(two[0]).Title, s.pack.Priority(two[1]).Title
	q.Title = a.Each(func(code string) string { return a.In(code) + " / " + b.In(code) })
	q.Min, q.Max = 1, 9
	if q.Text.IsEmpty() {
		q.Text = q.Title
		return q
	}
	text := q.Text
	q.Text = text.Each(func(code string) string {
		return fillPlaceholders(text.In(code), "{a}", a.In(code), "{b}", b.In(code))
	})
	q.Anchors = s.pack.Asking.Weigh.Scale
	return q
}
