package session

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// ErrNoQuestion says that there is no question to answer.
var ErrNoQuestion = errors.New("session: no question is open")

// AnswerEffect says what an answer did to answers given before.
type AnswerEffect struct {
	SwitchedOff []string // no longer apply: kept, not counted
	SwitchedOn  []string // count again
	// Contradictions are those that came with the answer.
	Contradictions []ContradictionFound
}

// ContradictionFound names answers that exclude each other, and why they do.
type ContradictionFound struct {
	ID    string // of the exclusion
	Text  rules.Text
	Facts []string // the questions with these answers
}

// Answer records values for the question that Next gave: ids of choices, a
// number, for a weight a range as in "4..7", or chosen priorities with weights as in "adoption_reach=9". Errors are those of [Question.Parse], or ErrNoQuestion; then nothing
// is recorded.
func (s *Session) Answer(ctx context.Context, values ...string) (AnswerEffect, error) {
	id, err := s.requireQuestion(ctx)
	if err != nil {
		return AnswerEffect{}, err
	}
	if values, err = s.buildQuestion(id).checkValues(values); err != nil {
		return AnswerEffect{}, err
	}
	return s.recordAnswer(id, GivenAnswer{State: Answered, Values: slices.Clone(values)}), nil
}

// recordWeights stores the weights that came with chosen priorities as ratings, and leaves
// the choice.
func (s *Session) recordWeights(g GivenAnswer) GivenAnswer {
	for i, v := range g.Values {
		id, weight, weighted := strings.Cut(v, "=")
		if !weighted {
			continue
		}
		g.Values[i] = id
		s.given[id] = GivenAnswer{State: Answered, Values: []string{weight}}
		if !slices.Contains(s.answeredOrder, id) {
			s.answeredOrder = append(s.answeredOrder, id)
		}
	}
	return g
}

// Unknown records that the answer is not known. It stays among what may change
// the result.
func (s *Session) Unknown(ctx context.Context) (AnswerEffect, error) {
	return s.recordState(ctx, Unknown)
}

// NotApplicable records that the question does not apply.
func (s *Session) NotApplicable(ctx context.Context) (AnswerEffect, error) {
	return s.recordState(ctx, NotApplicable)
}

// Skip leaves the question without an answer and takes an earlier one back. It
// is not asked again by itself.
func (s *Session) Skip(ctx context.Context) (AnswerEffect, error) { return s.recordState(ctx, Skipped) }

// Keep goes on without a change to the earlier answer. It is ErrNoQuestion if
// there is none.
func (s *Session) Keep(ctx context.Context) error {
	id, err := s.requireQuestion(ctx)
	if err != nil {
		return err
	}
	if s.given[id].State == Unanswered {
		return ErrNoQuestion
	}
	s.position = len(s.answeredOrder)
	return nil
}

// Back returns to the question answered before this one, with what was said;
// false if there is none. What no longer applies is passed over.
func (s *Session) Back() bool {
	r := s.readFacts(nil)
	for i := s.position - 1; i >= 0; i-- {
		id := s.answeredOrder[i]
		if s.isApplicable(id, r) && (s.isInScope(id, r) || !weighsPriorities(s, id)) {
			s.position = i
			return true
		}
	}
	return false
}

// Edit returns to any question that was answered or is open. The error is
// AJ330 for one that is not.
func (s *Session) Edit(id string) error {
	if i := slices.Index(s.answeredOrder, id); i >= 0 {
		s.position = i
		return nil
	}
	open := s.listOpen()
	if !slices.Contains(open, id) {
		return diag.List{diag.UnknownQuestion(diag.Pos{}, id).OneOf(id, slices.Concat(s.answeredOrder, open))}
	}
	s.position, s.nextID = len(s.answeredOrder), id
	return nil
}

// Reach goes to a question that applies and was not answered, also to one that the session
// would not ask by itself; false if there is none.
func (s *Session) Reach(id string) bool {
	known := s.pack.Fact(id) != nil || s.pack.Priority(id) != nil
	if !known || s.given[id].State != Unanswered || !s.isApplicable(id, s.readFacts(nil)) {
		return false
	}
	s.position, s.nextID = len(s.answeredOrder), id
	return true
}

func (s *Session) recordState(ctx context.Context, state AnswerState) (AnswerEffect, error) {
	id, err := s.requireQuestion(ctx)
	if err != nil {
		return AnswerEffect{}, err
	}
	return s.recordAnswer(id, GivenAnswer{State: state}), nil
}

// requireQuestion is the question that an answer is for.
func (s *Session) requireQuestion(ctx context.Context) (string, error) {
	id, err := s.findCurrent(ctx)
	if err == nil && id == "" {
		err = ErrNoQuestion
	}
	return id, err
}

// recordAnswer stores what was said and compares what counts before and after.
func (s *Session) recordAnswer(id string, g GivenAnswer) AnswerEffect {
	before, known := s.Inactive(), s.findContradictions()
	if !slices.Contains(s.answeredOrder, id) {
		s.answeredOrder = append(s.answeredOrder, id)
	}
	if id == rules.PrioritiesID && s.method == nil {
		g = s.recordWeights(g)
	}
	s.given[id] = g
	s.position, s.nextID = len(s.answeredOrder), ""
	after := s.Inactive()
	effect := AnswerEffect{SwitchedOff: removeIDs(after, before), SwitchedOn: removeIDs(before, after)}
	for _, c := range s.findContradictions() {
		if !slices.ContainsFunc(known, func(k engine.Contradiction) bool { return k.ID == c.ID }) {
			effect.Contradictions = append(effect.Contradictions, ContradictionFound{c.ID, slices.Clone(s.pack.Exclusion(c.ID).Text), c.Facts})
		}
	}
	return effect
}

// findContradictions lists the answers so far that exclude each other.
func (s *Session) findContradictions() []engine.Contradiction {
	found, err := s.engine.FindContradictions(engine.Profile{Facts: s.collectFactAnswers()})
	if err != nil {
		return nil // answers were checked when they were given; what cannot be read contradicts nothing
	}
	return found
}

// Review lists everything that was said, in the order in which it was, with
// the number of each as its Place. Active is false for what does not count.
func (s *Session) Review() []ReviewedQuestion {
	inactive := s.Inactive()
	var out []ReviewedQuestion
	for i, id := range s.answeredOrder {
		q := s.buildQuestion(id)
		q.Place, q.Of = i+1, len(s.answeredOrder)
		out = append(out, ReviewedQuestion{Question: q, Active: !slices.Contains(inactive, id)})
	}
	return out
}

// ReviewedQuestion is a question with what was said, in Question.Given.
type ReviewedQuestion struct {
	Question *Question
	Active   bool
}
