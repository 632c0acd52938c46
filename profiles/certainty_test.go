package profiles_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

func analyseCore(t *testing.T, e *engine.Engine, p engine.Profile) *engine.Recommendation {
	t.Helper()
	r, err := e.Analyse(t.Context(), p)
	require.NoError(t, err)
	return r
}

// All priorities that were not stated, at next to nothing, leave every share and word as
// it was: the weightings that count lie near the stated one.
func TestWeightsOfNextToNothingChangeNothing(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	for _, x := range analysedExamples(t) {
		if len(x.profile.Weights) < 2 {
			continue
		}
		name, before := x.name, x.result
		more := x.profile.Clone()
		for _, id := range rules.Core().PriorityIDs() {
			if _, ok := more.Weights[id]; !ok {
				more.Weights[id] = 0.0005
			}
		}
		after := analyseCore(t, e, more)
		require.Equal(t, before.Form, after.Form, name)
		if before.Option == "" {
			continue
		}
		x, y := before.Sensitivity.Robustness, after.Sensitivity.Robustness
		require.Equal(t, []engine.Robustness{x.Stance, x.Option, x.Form}, []engine.Robustness{y.Stance, y.Option, y.Form}, name)
		require.InDelta(t, x.OverWeightings.Option, y.OverWeightings.Option, 0.01, name)
		require.InDelta(t, x.OverJudgements.Option, y.OverJudgements.Option, 0.01, name)
	}
}

// One wish alone is no tie but a thin basis, whatever it is.
func TestOneWishIsAThinBasis(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	for _, id := range rules.Core().PriorityIDs() {
		r := analyseCore(t, e, engine.Profile{Weights: map[string]float64{id: 10}})
		s := r.Sensitivity.Robustness
		require.Equal(t, []engine.Robustness{engine.Thin, engine.Thin, engine.Thin}, []engine.Robustness{s.Stance, s.Option, s.Form}, id)
		require.Empty(t, s.StanceRival+s.OptionRival+s.FormRival, id)
	}
}

// What is called clear leads by more than the margin, and holds in most weightings near
// the stated one; the rival wins at least as often as the runner-up.
func TestWordsOfPresetsAndCases(t *testing.T) {
	t.Parallel()
	clearStances := 0
	for _, x := range analysedExamples(t) {
		name, r := x.name, x.result
		if r.Option == "" {
			continue
		}
		s := r.Sensitivity.Robustness
		if s.Option == engine.Clear && r.RunnerUp.Option != "" {
			require.Greater(t, r.RunnerUp.Gap, rules.Core().Constants.Margin.Value, name)
			require.Greater(t, s.OverWeightings.Option, 0.85, name)
		}
		if s.Stance == engine.Clear {
			clearStances++
		}
		share := func(option string) float64 {
			i := slices.IndexFunc(r.Sensitivity.Acceptability, func(a engine.Acceptability) bool { return a.Option == option })
			if i < 0 {
				return 0
			}
			return r.Sensitivity.Acceptability[i].Share
		}
		require.LessOrEqual(t, share(r.RunnerUp.Option), share(s.Rival), name)
	}
	if !testing.Short() {
		require.GreaterOrEqual(t, clearStances, 15)
	}
}

// A decision for a lead of 0.4 of 100 is not clear.
func TestALeadOfNextToNothingIsNotClear(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	p, err := profiles.Case("nginx_plus_2013")
	require.NoError(t, err)
	require.Equal(t, engine.Close, analyseCore(t, e, p).Sensitivity.Robustness.Option)
}

// What is called clear stays when the captures of the pack are off by up to 30 or 40 of
// 100, in nine cases of ten: before our own numbers were counted as doubtful, a quarter changed.
func TestClearOptionsStandDoubtAboutCaptures(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("a few profiles say nothing of nine in ten")
	}
	var said []coreExample
	for _, x := range analysedExamples(t) {
		if x.result.Option != "" && x.result.Sensitivity.Robustness.Option == engine.Clear {
			said = append(said, x)
		}
	}
	require.GreaterOrEqual(t, len(said), 8)
	tried, changed := 0, 0
	for n := range 12 {
		shaken, err := engine.New(shakeCaptures(uint64(n)))
		require.NoError(t, err)
		v := engine.NewEvaluator(shaken)
		for _, x := range said {
			out, err := v.Evaluate(t.Context(), &x.profile)
			require.NoError(t, err)
			tried++
			if out.Option != x.result.Option {
				changed++
			}
		}
	}
	t.Logf("%d of %d clear options change", changed, tried)
	require.LessOrEqual(t, 10*changed, tried)
}

// shakeCaptures multiplies every capture of the core pack by a number from 0.7 to 1.4,
// inside its range. Raises stay above what they raise.
func shakeCaptures(seed uint64) *rules.Pack {
	random := rand.New(rand.NewPCG(seed, 3))
	shake := func(x *float64) { *x = min(0.99, *x*(0.7+0.7*random.Float64())) }
	pairs := func(dimensions rules.Table[rules.CapturePair], arguments rules.Table[rules.ArgumentCapture]) {
		for i := range dimensions {
			shake(&dimensions[i].Value.Open)
			shake(&dimensions[i].Value.Closed)
		}
		for i := range arguments {
			shake(&arguments[i].Value.Capture)
		}
	}
	p := rules.Core().Clone()
	for i := range p.Options {
		o := &p.Options[i]
		shake(&o.Captures.Open)
		shake(&o.Captures.Closed)
		pairs(o.Captures.Dimensions, o.Captures.Arguments)
		for j := range o.Forms {
			f := &o.Forms[j]
			if f.Captures != nil {
				if f.Captures.Default != nil {
					shake(&f.Captures.Default.Open)
					shake(&f.Captures.Default.Closed)
				}
				pairs(f.Captures.Dimensions, f.Captures.Arguments)
			}
			for k := range f.Raises {
				r := &f.Raises[k]
				shake(&r.Capture)
				for d := range p.Dimensions {
					for a := range p.Dimensions[d].Arguments {
						if x := &p.Dimensions[d].Arguments[a]; x.ID == r.Argument {
							r.Capture = min(1, max(r.Capture, o.CaptureOf(f, x)+1e-6))
						}
					}
				}
			}
		}
	}
	return p
}
