package session

import (
	"context"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/asking"
)

// Peek recommends on the answers so far.
func (s *Session) Peek(ctx context.Context) (*engine.Recommendation, error) {
	return s.engine.Recommend(ctx, s.Profile())
}

// CanStillChange reports whether the recommended option may change: by what is
// still to be said about priorities in this session, or by a fact that was not
// asked yet; what was asked and not answered changes nothing. False is safe:
// nothing still open can change it.
func (s *Session) CanStillChange(ctx context.Context) (bool, error) {
	open := s.listOpen()
	if slices.ContainsFunc(open, s.isAskedBeforeOthers) {
		return true, nil
	}
	out, err := asking.FindOutlook(ctx, s.engine, s.Profile(), s.buildPending(open))
	if err != nil {
		return false, err
	}
	return !out.Settled(), nil
}

// Extend goes on from the short interview to everything that applies.
func (s *Session) Extend() { s.config.Full, s.config.Only, s.nextID = true, nil, "" }
