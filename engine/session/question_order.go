package session

import (
	"context"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine/internal/asking"
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

// chooseNext finds the question to ask next, "" if there is none.
func (s *Session) chooseNext(ctx context.Context) (string, error) {
	open := s.listOpen()
	switch {
	case len(open) == 0:
		return "", nil
	case s.config.Fixed || len(open) == 1 || s.isAskedEarly(open[0]):
		return open[0], nil
	}
	if i := slices.IndexFunc(open, s.isAskedBeforeOthers); i >= 0 {
		return open[i], nil
	}
	ranked, err := asking.OrderQuestions(ctx, s.engine, s.Profile(), open, s.buildPending(open), s.config.Precedents)
	if err != nil {
		return "", err
	}
	for _, id := range ranked {
		if slices.Contains(open, id) {
			return id, nil
		}
	}
	return open[0], nil
}

// isAskedBeforeOthers reports whether a question is asked before all that the result may
// hang on: it says what others there are, or takes several answers together.
func (s *Session) isAskedBeforeOthers(id string) bool {
	return s.pack.Fact(id) == nil && (s.pack.Priority(id) == nil || s.method != nil)
}

// isOpeningQuestion reports whether the question is the one that the pack always asks
// first.
func (s *Session) isOpeningQuestion(id string) bool {
	return s.pack.Asking != nil && id == s.pack.Asking.Quick[0].ID
}

// isAskedEarly reports whether the pack asks the question first, or before it asks
// what matters.
func (s *Session) isAskedEarly(id string) bool {
	if s.pack.Asking == nil {
		return false
	}
	place := func(id string) int {
		return slices.IndexFunc(s.pack.Asking.Quick, func(q rules.QuickQuestion) bool { return q.ID == id })
	}
	at := place(id)
	return at == 0 || at > 0 && at < place(rules.PrioritiesID)
}
