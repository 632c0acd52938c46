package cli

import (
	"context"
	"sync"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// makeEngine makes the engine that all runs of a process share.
var makeEngine = sync.OnceValues(func() (*engine.Engine, error) { return engine.New(rules.Core()) })

// analyse decides.
func (s *Surroundings) analyse(ctx context.Context, e *engine.Engine, p engine.Profile, opts ...engine.AnalyseOption) (*engine.Recommendation, error) {
	if s.Analyse != nil {
		return s.Analyse(ctx, e, p, opts...)
	}
	return e.Analyse(ctx, p, opts...)
}
