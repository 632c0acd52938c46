package engine_test

import (
	"context"
	"math"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// requireOutcome compares an outcome with what is recommended, bit for bit.
func requireOutcome(t require.TestingT, e *engine.Engine, v *engine.Evaluator, p *engine.Profile) {
	want, wantErr := e.Recommend(context.Background(), *p)
	got, err := v.Evaluate(context.Background(), p)
	require.Equal(t, wantErr, err)
	if err != nil {
		return
	}
	require.Equal(t, want.Verdict, got.Verdict)
	require.Equal(t, want.Ready, v.Ready(), "ready")
	for d := range want.Dimensions {
		requireSameBits(t, want.Dimensions[d].Lean.Nominal, got.Leans[d], want.Dimensions[d].ID)
	}
	values := map[string]float64{}
	for f, id := range v.Forms() {
		values[id] = got.Values[f]
	}
	for i := range want.Options {
		for _, f := range want.Options[i].Forms {
			requireSameBits(t, f.Value.Nominal, values[f.ID], f.ID)
		}
	}
}

func requireSameBits(t require.TestingT, want, got float64, of string) {
	if math.IsNaN(want) && math.IsNaN(got) {
		return
	}
	require.Equal(t, math.Float64bits(want), math.Float64bits(got), "%s: %v and %v", of, want, got)
}

// One evaluator goes through all documented profiles, and nothing of one is left in the
// next.
func TestEvaluatorAgreesOnDocumentedProfiles(t *testing.T) {
	t.Parallel()
	e := core(t)
	v := engine.NewEvaluator(e)
	for range 2 {
		for _, info := range profiles.Cases() {
			p, err := profiles.Case(info.Name)
			require.NoError(t, err)
			requireOutcome(t, e, v, &p)
			requireOutcome(t, e, v, &engine.Profile{Facts: p.Facts})
		}
		for _, info := range profiles.Presets() {
			p, err := profiles.Preset(info.Name)
			require.NoError(t, err)
			requireOutcome(t, e, v, &p)
		}
		requireOutcome(t, e, v, &engine.Profile{})
		requireOutcome(t, e, v, &engine.Profile{Weights: map[string]float64{"no_such": 1}})
		requireOutcome(t, e, v, &engine.Profile{Facts: map[string]engine.Answer{"kind": engine.Value("no_such")}})
	}
}

// The same on random packs, and on random profiles of the core pack.
func TestEvaluatorAgrees(t *testing.T) {
	check(t, func(t *rapid.T) {
		pack := gen.Pack(t, gen.Usual)
		e, err := engine.New(pack)
		require.NoError(t, err)
		v := engine.NewEvaluator(e)
		for range 3 {
			p := gen.Profile(t, pack)
			requireOutcome(t, e, v, &p)
		}
	})
	e := core(t)
	v, pack := engine.NewEvaluator(e), rules.Core()
	for k := range testkit.Times(200) {
		p := rapid.Custom(func(t *rapid.T) engine.Profile { return gen.Profile(t, pack) }).Example(k)
		requireOutcome(t, e, v, &p)
	}
}

// Answer by answer, by their places in the pack, it is the same as all at once.
func TestEvaluatorTakesAnswersOneByOne(t *testing.T) {
	t.Parallel()
	e, pack := core(t), rules.Core()
	whole, stream := engine.NewEvaluator(e), engine.NewEvaluator(e)
	for k := range testkit.Times(100) {
		p := rapid.Custom(func(t *rapid.T) engine.Profile { return gen.Profile(t, pack) }).Example(k)
		p = engine.Profile{Weights: p.Weights, Facts: p.Facts}
		want, err := whole.Evaluate(t.Context(), &p)
		require.NoError(t, err)
		stream.Clear()
		for i := range pack.Priorities {
			if w, ok := p.Weights[pack.Priorities[i].ID]; ok {
				require.False(t, stream.Weigh(i, 11))
				require.True(t, stream.Weigh(i, 10-w), "the last weight counts")
				require.True(t, stream.Weigh(i, w))
			}
		}
		for i := range pack.Facts {
			a, ok := p.Facts[pack.Facts[i].ID]
			if !ok {
				continue
			}
			require.False(t, stream.Answer(i, engine.Value("no_such")))
			stream.Choose(i, 0)
			require.True(t, stream.Answer(i, a), "the last answer counts")
		}
		require.Equal(t, want.Verdict, stream.Outcome().Verdict)
		require.Equal(t, whole.Ready(), stream.Ready())
	}
}

func TestEvaluatorAllocatesNothing(t *testing.T) {
	e := core(t)
	v, p := engine.NewEvaluator(e), full(rules.Core())
	none := engine.Profile{}
	require.Zero(t, testing.AllocsPerRun(20, func() {
		for _, p := range []*engine.Profile{&p, &none} {
			_, err := v.Evaluate(t.Context(), p)
			require.NoError(t, err)
			v.Ready()
		}
	}))
}

// Sixty-four goroutines share one engine, each with an evaluator of its own.
func TestEvaluatorsAtOnce(t *testing.T) {
	t.Parallel()
	e, infos := core(t), profiles.Cases()
	outcomes := make([]engine.Verdict, 64)
	var wait sync.WaitGroup
	for k := range outcomes {
		p, err := profiles.Case(infos[k%len(infos)].Name)
		require.NoError(t, err)
		wait.Go(func() {
			if out, err := engine.NewEvaluator(e).Evaluate(t.Context(), &p); err == nil {
				outcomes[k] = out.Verdict
			}
		})
	}
	wait.Wait()
	v := engine.NewEvaluator(e)
	for k, got := range outcomes {
		p, err := profiles.Case(infos[k%len(infos)].Name)
		require.NoError(t, err)
		want, err := v.Evaluate(t.Context(), &p)
		require.NoError(t, err)
		require.Equal(t, want.Verdict, got, infos[k%len(infos)].Name)
	}
}
