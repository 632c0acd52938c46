package engine_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// stretches is a context that notes the longest time in which nobody looks at it: how late
// after its deadline a call may return. It may be looked at by several goroutines.
type stretches struct {
	context.Context
	mu      sync.Mutex
	last    time.Time
	longest time.Duration
}

func (s *stretches) Err() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now()
	s.longest = max(s.longest, now.Sub(s.last))
	s.last = now
	return nil
}

// How late calls end, with packs of their own of more and more facts and five times as many
// arguments: the longest stretch between two looks at the context, on an engine that was
// never asked before. What runs at the same time makes it longer.
func BenchmarkStretch(b *testing.B) {
	for _, facts := range []int{10, 100, 500, 2_000} {
		pack, err := rules.Load(testkit.FilesOfBigPack(5*facts, facts))
		require.NoError(b, err)
		p := full(pack)
		p.Facts = nil
		for _, call := range []struct {
			name string
			do   func(ctx context.Context, e *engine.Engine) error
		}{
			{"Recommend", func(ctx context.Context, e *engine.Engine) error { _, err := e.Recommend(ctx, p); return err }},
			{"Analyse", func(ctx context.Context, e *engine.Engine) error { _, err := e.Analyse(ctx, p); return err }},
			{"Next", func(ctx context.Context, e *engine.Engine) error { return askOn(ctx, e, p) }},
		} {
			b.Run(fmt.Sprintf("%s/facts=%d", call.name, facts), func(b *testing.B) {
				sum := 0.0
				for b.Loop() {
					e, err := engine.New(pack)
					require.NoError(b, err)
					ctx := &stretches{Context: b.Context(), last: time.Now()}
					require.NoError(b, call.do(ctx, e))
					_ = ctx.Err()
					sum += ctx.longest.Seconds()
				}
				b.ReportMetric(1000*sum/float64(b.N), "ms/stretch")
			})
		}
	}
}

// askOn asks questions beyond those that the pack always asks first. A session is made
// without a context, and so before the stretch.
func askOn(ctx context.Context, e *engine.Engine, p engine.Profile) error {
	s, err := session.New(e, p, session.Config{})
	if err != nil {
		return err
	}
	_ = ctx.Err()
	if from, ok := ctx.(*stretches); ok {
		from.longest = 0
	}
	for range 12 {
		switch q, err := s.Next(ctx); {
		case err != nil:
			return err
		case q == nil:
			return nil
		}
		if _, err := s.Unknown(ctx); err != nil {
			return err
		}
	}
	return nil
}
