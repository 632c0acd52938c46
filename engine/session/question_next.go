package session

import (
	"context"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// Next gives the question to ask; nil if there is none left. It is the same
// until something is answered.
func (s *Session) Next(ctx context.Context) (*Question, error) {
	id, err := s.findCurrent(ctx)
	if err != nil || id == "" {
		return nil, err
	}
	q := s.buildQuestion(id)
	q.Place, q.Of = s.countPlace(id)
	return q, nil
}

// findCurrent is the question that is asked now.
func (s *Session) findCurrent(ctx context.Context) (string, error) {
	if s.engine == nil {
		return "", engine.ErrNotMade
	}
	if s.position < len(s.answeredOrder) {
		return s.answeredOrder[s.position], nil
	}
	if s.nextID == "" {
		id, err := s.chooseNext(ctx)
		if err != nil {
			return "", err
		}
		s.nextID = id
	}
	return s.nextID, nil
}

// countPlace counts the questions that apply, up to this one and in all.
func (s *Session) countPlace(id string) (place, of int) {
	r := s.readFacts(nil)
	for i, done := range s.answeredOrder {
		if !s.isInScope(done, r) || !s.isApplicable(done, r) {
			continue
		}
		of++
		if i < s.position {
			place++
		}
	}
	return place + 1, of + s.countExpected(id)
}

// countExpected is how many questions are still open. In a short interview with a limit
// these are all that answers to come may still ask for, so that the count does not grow;
// else, while the opening question is open, the most that one of its answers would leave.
func (s *Session) countExpected(current string) int {
	r := s.readFacts(nil)
	if left, limited := countLeft(s, r); limited {
		return countPossible(s, r, left)
	}
	most := len(s.listOpen())
	if f := s.pack.Fact(current); f != nil && s.given[current].State == Unanswered && s.isOpeningQuestion(current) {
		for _, v := range f.ValueIDs() {
			most = max(most, len(s.listOpenGiven(s.readFacts(map[string]string{current: v}))))
		}
	}
	return most
}

// Ahead lists the questions that answers to come may still ask for, in the order of the
// pack. In a short interview with a limit only some of them are asked.
func (s *Session) Ahead() []string {
	r := s.readFacts(nil)
	if _, limited := countLeft(s, r); !limited {
		return s.listOpen()
	}
	return listPossible(s, r)
}

// countPossible counts the questions of a short interview that may still be asked, as far
// as the limit leaves room.
func countPossible(s *Session, r *rules.Reading, left int) int {
	facts, weighing := 0, 0
	for _, id := range listPossible(s, r) {
		if weighsPriorities(s, id) {
			weighing++
		} else {
			facts++
		}
	}
	return min(facts, left) + weighing
}

// listPossible lists the open questions of the short interview of which no answer so far
// says that they do not concern the person.
func listPossible(s *Session, r *rules.Reading) []string {
	var out []string
	for _, id := range s.listQuestions() {
		q := s.pack.Asking.Question(id)
		possible := q != nil && r.Truth(q.If) != rules.False
		if f := s.pack.Fact(id); f != nil {
			possible = possible && r.Truth(f.AskedIf) != rules.False
		}
		if weighsPriorities(s, id) {
			possible = s.isInScope(id, r) && s.isApplicable(id, r)
		}
		if possible && s.given[id].State == Unanswered {
			out = append(out, id)
		}
	}
	return out
}
