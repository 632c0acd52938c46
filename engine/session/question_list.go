package session

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// listQuestions lists all questions of the pack: the short interview first, what asks how
// much each priority matters right after the choice, then all other facts.
func (s *Session) listQuestions() []string {
	var ids []string
	add := func(id string) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
		if id == rules.PrioritiesID {
			ids = append(ids, s.listWeightQuestions()...)
		}
	}
	if s.pack.Asking != nil {
		for _, q := range s.pack.Asking.Quick {
			add(q.ID)
		}
	}
	for i := range s.pack.Facts {
		add(s.pack.Facts[i].ID)
	}
	if !slices.Contains(ids, rules.PrioritiesID) {
		add(rules.PrioritiesID)
	}
	return ids
}

// listWeightQuestions lists the questions about how much priorities matter: those to ask, and
// those that were answered for a different choice.
func (s *Session) listWeightQuestions() []string {
	if s.method == nil {
		var ids []string
		for i := range s.pack.Priorities {
			ids = append(ids, s.pack.Priorities[i].ID)
		}
		return ids
	}
	ids := s.method.questionIDs(s)
	for _, id := range s.answeredOrder {
		if strings.Contains(id, methodSeparator) && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// isInScope reports whether the session asks the question, if it applies.
func (s *Session) isInScope(id string, r *rules.Reading) bool {
	if strings.Contains(id, methodSeparator) {
		id = rules.PrioritiesID // whoever asks for it asks for all of it
	}
	switch {
	case len(s.config.Only) > 0:
		return slices.Contains(s.config.Only, id)
	case s.config.Full || s.pack.Asking == nil:
		return true
	}
	q := s.pack.Asking.Question(id)
	return q != nil && (r.Truth(q.If) == rules.True || r.Truth(q.If) == rules.Unknown && haveAnswers(s, q.If.Facts(nil)))
}

// haveAnswers reports whether all of the facts were asked about. A question whose
// condition stays open then may concern the person.
func haveAnswers(s *Session, facts []string) bool {
	return !slices.ContainsFunc(facts, func(id string) bool { return s.given[id].State == Unanswered })
}

// countLeft is how many questions the short interview may still ask; limited is false if
// there is no limit. What asks about priorities counts as one question.
func countLeft(s *Session, r *rules.Reading) (left int, limited bool) {
	if s.pack.Asking == nil || s.pack.Asking.Questions == 0 || s.config.Full || len(s.config.Only) > 0 {
		return 0, false
	}
	left = s.pack.Asking.Questions
	for _, id := range s.answeredOrder {
		if !weighsPriorities(s, id) && s.isInScope(id, r) && s.isApplicable(id, r) {
			left--
		}
	}
	return max(0, left), true
}

// weighsPriorities reports whether a question asks how much chosen priorities matter.
func weighsPriorities(s *Session, id string) bool {
	return id != rules.PrioritiesID && s.pack.Fact(id) == nil
}

// isApplicable reports whether a question is to be asked, or its answer counts.
func (s *Session) isApplicable(id string, r *rules.Reading) bool {
	if f := s.pack.Fact(id); f != nil {
		return r.Truth(f.AskedIf) == rules.True
	}
	if s.method != nil && id != rules.PrioritiesID {
		return slices.Contains(s.method.questionIDs(s), id)
	}
	return id == rules.PrioritiesID || s.ratingCounts(id)
}

// listOpen lists the questions that are still to be asked, in the order of
// the pack.
func (s *Session) listOpen() []string { return s.listOpenGiven(s.readFacts(nil)) }

func (s *Session) listOpenGiven(r *rules.Reading) []string {
	var out []string
	left, limited := countLeft(s, r)
	for _, id := range s.listQuestions() {
		full := limited && left == 0 && !weighsPriorities(s, id)
		if s.given[id].State == Unanswered && !full && s.isInScope(id, r) && s.isApplicable(id, r) {
			out = append(out, id)
		}
	}
	return out
}

// Missing lists the questions that are still to be asked, in the order of the
// pack. Answers may add others, and a limit may leave room for the first of them only.
func (s *Session) Missing() []string {
	open := s.listOpen()
	left, limited := countLeft(s, s.readFacts(nil))
	if !limited {
		return open
	}
	return slices.DeleteFunc(open, func(id string) bool {
		if weighsPriorities(s, id) {
			return false
		}
		left--
		return left < 0
	})
}

// Inactive lists the answers that are kept and not counted, since what they
// depend on has changed.
func (s *Session) Inactive() []string {
	r := s.readFacts(nil)
	var out []string
	for _, id := range s.listQuestions() {
		if s.given[id].State != Answered {
			continue
		}
		if f := s.pack.Fact(id); f != nil && r.Truth(f.AskedIf) == rules.False || f == nil && !s.isApplicable(id, r) {
			out = append(out, id)
		}
	}
	return out
}
