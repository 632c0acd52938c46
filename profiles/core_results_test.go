package profiles_test

import (
	"context"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// makeCoreEngine makes the one engine that all tests on the core pack share.
var makeCoreEngine = sync.OnceValues(func() (*engine.Engine, error) { return engine.New(rules.Core()) })

func coreEngine(t *testing.T) *engine.Engine {
	t.Helper()
	e, err := makeCoreEngine()
	require.NoError(t, err)
	return e
}

// coreExample is a preset or a documented decision with its analysis, which tests
// share and do not change.
type coreExample struct {
	name    string // preset:NAME or case:NAME
	profile engine.Profile
	result  *engine.Recommendation
}

var analyseExamples = sync.OnceValues(func() ([]coreExample, error) {
	e, err := makeCoreEngine()
	if err != nil {
		return nil, err
	}
	found, err := loadExamples()
	for i := range found {
		if err == nil {
			found[i].result, err = e.Analyse(context.Background(), found[i].profile)
		}
	}
	return found, err
})

// loadExamples gives all presets and documented decisions, a tenth of them with -short.
func loadExamples() ([]coreExample, error) {
	var out []coreExample
	var err error
	add := func(name string, load func(string, ...profiles.LoadOption) (engine.Profile, error), prefix string) {
		p, mistake := load(name)
		if err == nil {
			err = mistake
		}
		out = append(out, coreExample{name: prefix + name, profile: p})
	}
	for i := 0; i < len(profiles.Presets()); i += testkit.Stride() {
		add(profiles.Presets()[i].Name, profiles.Preset, "preset:")
	}
	for i := 0; i < len(profiles.Cases()); i += testkit.Stride() {
		add(profiles.Cases()[i].Name, profiles.Case, "case:")
	}
	return out, err
}

// examples gives all presets and documented decisions, without analyses.
func examples(t *testing.T) []coreExample {
	t.Helper()
	found, err := loadExamples()
	require.NoError(t, err)
	return found
}

// analysedExamples gives all presets and documented decisions with their analyses.
func analysedExamples(t *testing.T) []coreExample {
	t.Helper()
	found, err := analyseExamples()
	require.NoError(t, err)
	return found
}
