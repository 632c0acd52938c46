package session

import (
	"context"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/asking"
	"github.com/ajar-decision/ajar/rules"
)

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
// what matters of those whom it concerns.
func (s *Session) isAskedEarly(id string) bool {
	if s.pack.Asking == nil {
		return false
	}
	place := func(id string) int {
		return slices.IndexFunc(s.pack.Asking.Quick, func(q rules.QuickQuestion) bool { return q.ID == id })
	}
	at := place(id)
	if at <= 0 || at >= place(rules.PrioritiesID) {
		return at == 0
	}
	condition := s.pack.Asking.Quick[at].If
	return condition == nil || s.readFacts(nil).Truth(condition) == rules.True
}

// buildPending tells the engine what is known of the questions to come.
func (s *Session) buildPending(open []string) asking.Pending {
	return asking.Pending{WontBeKnown: listWontBeKnown(s), Unrated: slices.DeleteFunc(slices.Clone(open), func(id string) bool { return s.pack.Priority(id) == nil })}
}

// listWontBeKnown lists the facts that were asked and not answered, or not wholly.
func listWontBeKnown(s *Session) []string {
	var out []string
	for id, g := range s.given {
		if s.pack.Fact(id) != nil && (g.State == Unknown || g.State == Skipped || len(g.Open) > 0) {
			out = append(out, id)
		}
	}
	return out
}
