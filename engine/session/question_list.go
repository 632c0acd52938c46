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
	return q != nil && r.Truth(q.If) == rules.True
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
	for _, id := range s.listQuestions() {
		if s.given[id].State == Unanswered && s.isInScope(id, r) && s.isApplicable(id, r) {
			out = append(out, id)
		}
	}
	return out
}

// Missing lists the questions that are still to be asked, in the order of the
// pack. Answers may add others.
func (s *Session) Missing() []string { return s.listOpen() }

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
