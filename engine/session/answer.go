package session

import (
	"context"
	"errors"
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// ErrNoQuestion says that there is no question to answer.
var ErrNoQuestion = errors.New("session: no question is open")

// Change says what an answer did to answers given before.
type Change struct {
	Off []string // no longer apply: kept, not counted
	On  []string // count again
}

// Answer records values for the question that Next gave: ids of choices, or a
// number. Errors are those of [Question.Parse], or ErrNoQuestion; then nothing
// is recorded.
func (s *Session) Answer(ctx context.Context, values ...string) (Change, error) {
	id, err := s.asked(ctx)
	if err != nil {
		return Change{}, err
	}
	if values, err = s.question(id).check(values); err != nil {
		return Change{}, err
	}
	return s.record(id, Given{Answered, values}), nil
}

// Unknown records that the answer is not known. It stays among what may change
// the result.
func (s *Session) Unknown(ctx context.Context) (Change, error) { return s.state(ctx, Unknown) }

// NotApplicable records that the question does not apply.
func (s *Session) NotApplicable(ctx context.Context) (Change, error) {
	return s.state(ctx, NotApplicable)
}

// Skip leaves the question without an answer and takes an earlier one back. It
// is not asked again by itself.
func (s *Session) Skip(ctx context.Context) (Change, error) { return s.state(ctx, Skipped) }

// Keep goes on without a change to the earlier answer. It is ErrNoQuestion if
// there is none.
func (s *Session) Keep(ctx context.Context) error {
	id, err := s.asked(ctx)
	if err != nil {
		return err
	}
	if s.given[id].State == Open {
		return ErrNoQuestion
	}
	s.at = len(s.trail)
	return nil
}

// Back returns to the question answered before this one, with what was said;
// false if there is none. What no longer applies is passed over.
func (s *Session) Back() bool {
	r := s.reading(nil)
	for i := s.at - 1; i >= 0; i-- {
		if s.applies(s.trail[i], r) {
			s.at = i
			return true
		}
	}
	return false
}

// Edit returns to any question that was answered or is open. The error is
// AJ330 for one that is not.
func (s *Session) Edit(id string) error {
	if i := slices.Index(s.trail, id); i >= 0 {
		s.at = i
		return nil
	}
	open := s.candidates()
	if !slices.Contains(open, id) {
		return diag.List{diag.UnknownQuestion(diag.Pos{}, id).OneOf(id, slices.Concat(s.trail, open))}
	}
	s.at, s.next = len(s.trail), id
	return nil
}

func (s *Session) state(ctx context.Context, state State) (Change, error) {
	id, err := s.asked(ctx)
	if err != nil {
		return Change{}, err
	}
	return s.record(id, Given{State: state}), nil
}

// asked is the question that an answer is for.
func (s *Session) asked(ctx context.Context) (string, error) {
	id, err := s.current(ctx)
	if err == nil && id == "" {
		err = ErrNoQuestion
	}
	return id, err
}

// record stores what was said and compares what counts before and after.
func (s *Session) record(id string, g Given) Change {
	before := s.Inactive()
	s.given[id] = g
	if !slices.Contains(s.trail, id) {
		s.trail = append(s.trail, id)
	}
	s.at, s.next = len(s.trail), ""
	after := s.Inactive()
	return Change{Off: without(after, before), On: without(before, after)}
}

func without(list, other []string) []string {
	var out []string
	for _, id := range list {
		if !slices.Contains(other, id) {
			out = append(out, id)
		}
	}
	return out
}

// Review lists everything that was said, in the order in which it was, with
// the number of each as its Place. Active is false for what does not count.
func (s *Session) Review() []Said {
	inactive := s.Inactive()
	var out []Said
	for i, id := range s.trail {
		q := s.question(id)
		q.Place, q.Of = i+1, len(s.trail)
		out = append(out, Said{Question: q, Active: !slices.Contains(inactive, id)})
	}
	return out
}

// Said is a question with what was said, in Question.Given.
type Said struct {
	Question *Question
	Active   bool
}

// Progress counts what has been done.
type Progress struct {
	Answered int // with a value
	Unknown  int
	NA       int
	Skipped  int
	Inactive int // of Answered, not counted
	Open     int // still to be asked, as far as can be told
}

// Progress counts the questions by what became of them.
func (s *Session) Progress() Progress {
	p := Progress{Inactive: len(s.Inactive()), Open: len(s.candidates())}
	for _, id := range s.trail {
		switch s.given[id].State {
		case Answered:
			p.Answered++
		case Unknown:
			p.Unknown++
		case NotApplicable:
			p.NA++
		case Skipped:
			p.Skipped++
		}
	}
	return p
}
