package engine_test

import (
	"context"
	"os"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// mostAllocated bounds the memory that one pack may take, all counted that was ever
// allocated, so that what is in use at once is far less.
const mostAllocated = 1 << 30

// Whatever a stranger hands over is either told what is wrong with it, or decided.
func TestHostilePacks(t *testing.T) {
	count := 200
	switch {
	case testing.Short():
		count = 2 * testkit.HostileKinds()
	case os.Getenv("AJAR_LONG_TESTS") != "":
		count = 700
	}
	loaded := 0
	for n := range count {
		name, files := testkit.HostilePack(n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		p, err := rules.Load(files)
		if err == nil {
			loaded++
			requireDecided(t, name, p)
		} else {
			requireToldWell(t, name, err)
		}
		runtime.ReadMemStats(&after)
		require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(mostAllocated), name)
	}
	require.Greater(t, loaded, count/20, "some of it is harmless")
}

// requireToldWell requires mistakes with places and words.
func requireToldWell(t *testing.T, name string, err error) {
	t.Helper()
	list, ok := diag.From(err)
	require.True(t, ok, "%s: %v", name, err)
	require.NotEmpty(t, list, name)
	require.LessOrEqual(t, len(list), 2*diag.MostKept+2, name)
	for _, d := range list {
		require.NotEmpty(t, d.Code, name)
		require.Regexp(t, `\p{Han}`, d.Message("zh"), name)
		require.Less(t, len(d.Error()), 5000, name)
	}
}

func requireDecided(t *testing.T, name string, p *rules.Pack) {
	t.Helper()
	require.NotEmpty(t, p.Digest, name)
	e, err := engine.New(p)
	require.NoError(t, err, name)
	for _, x := range []engine.Profile{{}, stateHalf(p)} {
		_, err = e.Recommend(context.Background(), x)
		require.NoError(t, err, name)
	}
}

// stateHalf weighs all priorities and states some facts.
func stateHalf(p *rules.Pack) engine.Profile {
	profile := engine.Profile{Weights: map[string]float64{}, Facts: map[string]engine.Answer{}}
	for i := range p.Priorities {
		profile.Weights[p.Priorities[i].ID] = float64(1 + i%10)
	}
	for i := range p.Facts {
		if ids := p.Facts[i].ValueIDs(); i%3 > 0 && len(ids) > 0 {
			profile.Facts[p.Facts[i].ID] = engine.Value(ids[i%len(ids)])
		}
	}
	return profile
}

// What a program puts together wrongly is told by Check, and so by New, and never panics;
// what passes is decided.
func TestPacksSpoiledInGo(t *testing.T) {
	t.Parallel()
	small, err := rules.Load(testkit.FilesOfSmallPack())
	require.NoError(t, err)
	passed := 0
	for n := range testkit.Times(2000) {
		p := small.Clone()
		what := testkit.SpoilPack(p, n)
		var e *engine.Engine
		require.NotPanics(t, func() { e, err = engine.New(p) }, "%d %s", n, what)
		if err != nil {
			requireToldWell(t, what, err)
			continue
		}
		passed++
		require.NotPanics(t, func() {
			_, err := e.Analyse(context.Background(), engine.Profile{Weights: map[string]float64{small.Priorities[0].ID: 3}})
			if err != nil {
				requireToldWell(t, what, err)
			}
		}, "%d %s", n, what)
	}
	require.Greater(t, passed, testkit.Times(2000)/20)
}

func TestNewOfNothing(t *testing.T) {
	t.Parallel()
	_, err := engine.New(nil)
	require.Error(t, err)
	_, err = engine.New(&rules.Pack{})
	requireToldWell(t, "an empty pack", err)
}
