package engine_test

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

func analyse(t require.TestingT, e *engine.Engine, p engine.Profile, opts ...engine.AnalyseOption) *engine.Recommendation {
	r, err := e.Analyse(background, p, opts...)
	require.NoError(t, err)
	require.NotNil(t, r.Sensitivity)
	return r
}

// apply gives the profile with the settings of a flip.
func apply(p engine.Profile, f engine.FlipFact) engine.Profile {
	for _, s := range f.Set {
		p = gen.WithAnswer(p, s.Fact, s.Answer)
	}
	return p
}

// verdictWithWeight gives the profile with another weight.
func withWeight(p engine.Profile, priority string, w float64) engine.Profile {
	p.Weights = maps.Clone(p.Weights)
	p.Weights[priority] = w
	return p
}

// tried gives the verdicts of all single changes of a fact, by piece: numbers
// that no condition tells apart are one.
func tried(t require.TestingT, p *rules.Pack, e *engine.Engine, profile engine.Profile, f *rules.Fact) map[string]verdict {
	out := map[string]verdict{}
	for _, answer := range changesOf(f, profile.Facts[f.ID]) {
		out[piece(p, f, answer.String())] = verdictOf(decide(t, e, gen.WithAnswer(profile, f.ID, answer)))
	}
	return out
}

type verdict struct {
	option string
	stance engine.Stance
}

func verdictOf(r *engine.Recommendation) verdict { return verdict{r.Option, r.Stance} }

// piece names what the pack can tell about a value: for a number, which of the
// thresholds that it compares with lie below it or at it.
func piece(p *rules.Pack, f *rules.Fact, value string) string {
	if f.Type != rules.NumberFact {
		return value
	}
	x, _ := strconv.ParseFloat(value, 64)
	var marks []float64
	p.EachComparison(func(c *rules.Condition) {
		if c.Fact == f.ID {
			for _, v := range c.Values {
				y, _ := strconv.ParseFloat(v, 64)
				marks = append(marks, y)
			}
		}
	})
	slices.Sort(marks)
	var b strings.Builder
	for _, y := range slices.Compact(marks) {
		b.WriteString(strconv.Itoa(1 + int(math.Copysign(1, x-y))*min(1, int(math.Ceil(math.Abs(x-y))))))
	}
	return b.String()
}

// Every single flip is listed and every listed one is real.
func TestFlipFactsAgainstBruteForce(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := analyse(t, e, profile)
		listed := map[string]verdict{}
		for _, f := range r.Sensitivity.FlipFacts {
			require.Len(t, f.Set, 1)
			require.Equal(t, verdict{f.Option, f.Stance}, verdictOf(decide(t, e, apply(profile, f))), "%v", f)
			fact := factOf(t, p, f.Set[0].Fact)
			listed[fact.ID+" "+piece(p, fact, f.Set[0].Answer.String())] = verdict{f.Option, f.Stance}
		}
		require.Len(t, listed, len(r.Sensitivity.FlipFacts))
		want := map[string]verdict{}
		for i := range p.Facts {
			for at, v := range tried(t, p, e, profile, &p.Facts[i]) {
				if v != verdictOf(r) {
					want[p.Facts[i].ID+" "+at] = v
				}
			}
		}
		require.Equal(t, want, listed)
	})
}

func factOf(t require.TestingT, p *rules.Pack, id string) *rules.Fact {
	i := slices.IndexFunc(p.Facts, func(f rules.Fact) bool { return f.ID == id })
	require.GreaterOrEqual(t, i, 0, id)
	return &p.Facts[i]
}

// Pairs are real, none of their halves does it alone, and as many come as there are, one
// for every two facts and five at most.
func TestFlipPairsAgainstBruteForce(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Small)
		require.Empty(t, analyse(t, e, profile).Sensitivity.FlipPairs)
		r := analyse(t, e, profile, engine.WithPairs())
		for _, f := range r.Sensitivity.FlipPairs {
			require.Len(t, f.Set, 2)
			require.Equal(t, verdict{f.Option, f.Stance}, verdictOf(decide(t, e, apply(profile, f))), "%v", f)
			for _, half := range f.Set {
				require.Equal(t, verdictOf(r), verdictOf(decide(t, e, gen.WithAnswer(profile, half.Fact, half.Answer))))
			}
		}
		require.Len(t, r.Sensitivity.FlipPairs, min(5, pairs(t, p, e, profile, verdictOf(r))))
	})
}

// pairs counts the pairs of facts with answers of which neither flips alone.
func pairs(t require.TestingT, p *rules.Pack, e *engine.Engine, profile engine.Profile, now verdict) int {
	n := 0
	for i := range p.Facts {
		for j := range p.Facts[:i] {
			if slices.ContainsFunc(idle(t, e, profile, &p.Facts[i], now), func(x engine.Answer) bool {
				return slices.ContainsFunc(idle(t, e, profile, &p.Facts[j], now), func(y engine.Answer) bool {
					return verdictOf(decide(t, e, gen.WithAnswer(gen.WithAnswer(profile, p.Facts[i].ID, x), p.Facts[j].ID, y))) != now
				})
			}) {
				n++
			}
		}
	}
	return n
}

func idle(t require.TestingT, e *engine.Engine, profile engine.Profile, f *rules.Fact, now verdict) []engine.Answer {
	var out []engine.Answer
	for _, answer := range changesOf(f, profile.Facts[f.ID]) {
		if verdictOf(decide(t, e, gen.WithAnswer(profile, f.ID, answer))) == now {
			out = append(out, answer)
		}
	}
	return out
}

// Every flip weight is real, and between it and the stated weight nothing
// changes; where there is none, no weight changes anything.
func TestFlipWeightsAgainstBruteForce(t *testing.T) {
	check(t, func(t *rapid.T) {
		_, e, profile := drawn(t, gen.Usual)
		r := analyse(t, e, profile)
		for _, p := range r.Sensitivity.Priorities {
			from, stated := profile.Weights[p.ID]
			require.Equal(t, stated, p.Stated)
			low, high := 0.0, 10.0 // no change strictly inside
			for _, f := range p.Flips {
				require.Equal(t, verdict{f.Option, f.Stance}, verdictOf(decide(t, e, withWeight(profile, p.ID, f.At))), "%s %v", p.ID, f)
				require.NotEqual(t, verdictOf(r), verdict{f.Option, f.Stance})
				if f.At < from {
					require.LessOrEqual(t, f.At, f.Border)
					low = f.Border
				} else {
					require.GreaterOrEqual(t, f.At, f.Border)
					high = f.Border
				}
			}
			if r.Option == "" {
				require.Empty(t, p.Flips)
				continue
			}
			if from > 0 && !slices.ContainsFunc(p.Flips, func(f engine.FlipWeight) bool { return f.At < from }) {
				require.Equal(t, verdictOf(r), verdictOf(decide(t, e, withWeight(profile, p.ID, 0))), "%s at 0", p.ID)
			}
			for w := 0.0; w <= 10; w += 0.0625 {
				if w > low+1e-9 && w < high-1e-9 {
					require.Equal(t, verdictOf(r), verdictOf(decide(t, e, withWeight(profile, p.ID, w))), "%s at %v, %v", p.ID, w, p.Flips)
				}
			}
		}
	})
}

// Nothing inside the stability radius changes the option.
func TestStabilityRadius(t *testing.T) {
	check(t, func(t *rapid.T) {
		_, e, profile := drawn(t, gen.Usual)
		r := analyse(t, e, profile)
		x := float64(r.Sensitivity.StabilityRadius)
		if r.Option == "" || math.IsNaN(x) {
			return
		}
		require.GreaterOrEqual(t, x, 0.0)
		require.LessOrEqual(t, x, 1.0)
		for range 10 {
			moved := profile
			moved.Weights = map[string]float64{}
			for _, id := range slices.Sorted(maps.Keys(profile.Weights)) {
				side := rapid.SampledFrom([]float64{-1, -0.5, 0, 0.5, 1}).Draw(t, "side")
				moved.Weights[id] = profile.Weights[id] * (1 + side*x*0.999)
			}
			require.Equal(t, verdictOf(r), verdictOf(decide(t, e, moved)), "radius %v", x)
		}
	})
}
