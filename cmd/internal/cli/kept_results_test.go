package cli_test

import (
	"context"
	"encoding/json"
	"sync"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/engine"
)

var _ cli.AnalyseFunc = analyseOnce

// keptResults has what [analyseOnce] gave, by profile.
var keptResults sync.Map

// analyseOnce analyses a profile once for all runs: two of three runs of the tests show
// another side of what another run decided. Who tests that a run gives what the one before
// gave leaves it out.
func analyseOnce(ctx context.Context, e *engine.Engine, p engine.Profile, opts ...engine.AnalyseOption) (*engine.Recommendation, error) {
	key, err := json.Marshal(p)
	if err != nil || len(opts) > 0 {
		return e.Analyse(ctx, p, opts...)
	}
	if kept, ok := keptResults.Load(string(key)); ok {
		return kept.(*engine.Recommendation), nil
	}
	r, err := e.Analyse(ctx, p)
	if err == nil {
		keptResults.Store(string(key), r)
	}
	return r, err
}

// analyseAnew analyses a profile at every run.
func analyseAnew(ctx context.Context, e *engine.Engine, p engine.Profile, opts ...engine.AnalyseOption) (*engine.Recommendation, error) {
	return e.Analyse(ctx, p, opts...)
}
