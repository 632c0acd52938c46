package engine_test

import (
	"maps"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// A weight that gives a thousandth of the masses that the stated ones give, and two of
// their effective shares at most, changes next to nothing, whether its priority is stated
// or not: hardly ever a share by more than its error and 0.01, where it differs little from
// one draw to the next, and no word but where a share lies as near its threshold. Where the lead is next to nothing, or next to the margin, it may.
func TestSmallWeightChangesLittle(t *testing.T) {
	t.Parallel()
	compared, far := 0, 0
	for n := range testkit.Times(300) {
		x := exampleOf(n)
		e := build(t, x.pack)
		r := analyse(t, e, x.profile)
		f := formsOf(t, x.pack, e, x.profile)
		total := 0.0
		for id, w := range x.profile.Weights {
			total += w * f.mass[id]
		}
		if r.Option == "" || total == 0 || isOnTheEdge(r, x.pack.Constants.Margin.Value) {
			continue
		}
		for i, id := range f.ids {
			if i != n%len(f.ids) || f.mass[id] == 0 {
				continue // one priority of each profile
			}
			after := x.profile
			after.Weights = maps.Clone(x.profile.Weights)
			after.Weights[id] += total / f.mass[id] / 1000
			if after.Weights[id] > 10 {
				continue
			}
			now := analyse(t, e, after)
			if effectiveShare(now, id)-effectiveShare(r, id) > 0.002 {
				continue // it parts the forms far more than all that was stated
			}
			compared++
			if requireSimilar(t, n, r, now) {
				far++
			}
		}
	}
	require.Greater(t, compared, testkit.Times(120))
	t.Logf("%d of %d moved a share by more than 0.01 and its error", far, compared)
	require.LessOrEqual(t, far, 1+compared/1000)
}

func effectiveShare(r *engine.Recommendation, id string) float64 {
	for _, p := range r.Sensitivity.Priorities {
		if p.ID == id {
			return p.EffectiveShare
		}
	}
	return 0
}

// isOnTheEdge says whether some available form leads the advised one, with or without the
// margin, by next to nothing.
func isOnTheEdge(r *engine.Recommendation, margin float64) bool {
	own := formValue(r, r.Form)
	for _, o := range r.Options {
		for _, f := range o.Forms {
			lead := math.Abs(own - f.Value.Nominal)
			if f.Available && f.ID != r.Form && (lead < 0.002 || math.Abs(lead-margin) < 0.002) {
				return true
			}
		}
	}
	return false
}

// requireSimilar compares two results; far says that some acceptability moved by more than
// 0.01 and its error.
func requireSimilar(t require.TestingT, n int, before, after *engine.Recommendation) (far bool) {
	require.Equal(t, verdictOf(before), verdictOf(after), "example %d", n)
	for i, a := range before.Sensitivity.Acceptability {
		moved := math.Abs(a.Share - after.Sensitivity.Acceptability[i].Share)
		require.LessOrEqual(t, moved, 0.025, "example %d %s", n, a.Option)
		far = far || moved > 0.01+a.Error
	}
	x, y := &before.Sensitivity.Robustness, &after.Sensitivity.Robustness
	for _, l := range []struct {
		word, now engine.Robustness
		share     float64
	}{
		{x.Stance, y.Stance, x.OverJudgements.Stance}, {x.Option, y.Option, x.OverJudgements.Option}, {x.Form, y.Form, x.OverJudgements.Form},
	} {
		switch {
		case (l.word == engine.Thin) != (l.now == engine.Thin):
			most := 0.0
			for _, p := range before.Sensitivity.Priorities {
				most = max(most, p.EffectiveShare)
			}
			require.InDelta(t, 0.95, most, 0.005, "example %d: %s, then %s", n, l.word, l.now)
		case l.word != l.now:
			near := min(math.Abs(l.share-0.5), math.Abs(l.share-0.65), math.Abs(l.share-0.9))
			require.Less(t, near, 0.03, "example %d: %s, then %s, at %v", n, l.word, l.now, l.share)
		}
	}
	return far
}

// To be unsure of the weights is never clearer than to be sure of them.
func TestUnsureIsNeverClearer(t *testing.T) {
	order := []engine.Robustness{engine.Thin, engine.Close, engine.Leaning, engine.Clear}
	check(t, func(t *rapid.T) {
		_, e, profile := drawn(t, gen.Usual)
		var last *engine.Recommendation
		for _, sure := range []engine.WeightSureness{engine.Sure, engine.FairlySure, engine.Unsure, ""} {
			profile.WeightsSure = sure
			r := analyse(t, e, profile)
			if last != nil && r.Option != "" {
				x, y := &last.Sensitivity.Robustness, &r.Sensitivity.Robustness
				for _, l := range [][2]engine.Robustness{{x.Stance, y.Stance}, {x.Option, y.Option}, {x.Form, y.Form}} {
					require.LessOrEqual(t, slices.Index(order, l[1]), slices.Index(order, l[0]), sure)
				}
				require.LessOrEqual(t, y.OverJudgements.Stance, x.OverJudgements.Stance)
				require.LessOrEqual(t, y.OverWeightings.Form, x.OverWeightings.Form)
			}
			last = r
		}
	})
}

// "Clear" is never said of an option or a form while another option lies within the margin,
// and what is ruled out is not advised.
func TestClearIsNeverSaidWithinTheMargin(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := analyse(t, e, profile)
		if r.Option == "" {
			return
		}
		require.True(t, resultOf(t, r, r.Option).Available)
		s := &r.Sensitivity.Robustness
		within := r.RunnerUp.Option != "" && r.RunnerUp.Gap <= p.Constants.Margin.Value
		require.False(t, within && (s.Option == engine.Clear || s.Form == engine.Clear))
	})
}
