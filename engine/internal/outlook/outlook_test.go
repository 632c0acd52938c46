package outlook_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/engine/internal/inside"
	"github.com/ajar-decision/ajar/engine/internal/outlook"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func index(t require.TestingT, e *engine.Engine, p engine.Profile) (*compiled.Rules, *compiled.Profile) {
	r, in, err := inside.Index(e, &p)
	require.NoError(t, err)
	return r, in
}

// What is taken from one profile to the next is what each gives by itself, and what the
// evaluation of it gives: nothing of the last one is left, and nothing is missed.
func TestOpenMassesOfOneProfileAfterTheOther(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		p := gen.Pack(t, gen.Usual)
		e, err := engine.New(p)
		require.NoError(t, err)
		var all outlook.OpenMasses
		profile := gen.Profile(t, p)
		for n := range 6 {
			next := gen.Profile(t, p)
			if rapid.Bool().Draw(t, "the same weights") {
				next.Weights = profile.Weights
			}
			if rapid.Bool().Draw(t, "one answer more or less") {
				id := rapid.SampledFrom(p.Facts).Draw(t, "fact").ID
				next = gen.WithAnswer(profile, id, next.Facts[id])
			}
			next.Limits = profile.Limits // they stay as they are
			profile = next
			r, in := index(t, e, profile)
			if n == 0 {
				all = outlook.NewOpenMasses(r)
			}
			var pending outlook.Pending
			for i := range p.Priorities {
				if rapid.IntRange(0, 3).Draw(t, "unrated") == 0 {
					pending.Unrated = append(pending.Unrated, i)
				}
			}
			outlook.Mark(r, in, pending)
			alone := outlook.NewOpenMasses(r)
			alone.Take(in)
			all.Take(in)
			require.Equal(t, alone.Threats(), all.Threats())
			require.Equal(t, alone.Availability(), all.Availability())
			want, got := evaluate.Evaluate(r, in), all.Evaluation()
			require.Equal(t, want.Mu, got.Mu)
			require.Equal(t, want.X, got.X)
			require.Equal(t, want.Y, got.Y)
			require.Equal(t, want.Mass, got.Mass)
		}
	})
}

// One answer in common and one that is not are added to what two profiles say.
func TestLikeness(t *testing.T) {
	t.Parallel()
	e, err := engine.New(testkit.BarePack("a", "b", "c"))
	require.NoError(t, err)
	yes, no := engine.Yes, engine.No
	facts := func(a, b, c engine.Answer) engine.Profile {
		return engine.Profile{Facts: map[string]engine.Answer{"a": a, "b": b, "c": c}}
	}
	reach := func(w float64) engine.Profile { return engine.Profile{Weights: map[string]float64{"reach": w}} }
	r, _ := index(t, e, engine.Profile{})
	place := r.PriorityIndex["reach"]
	for _, c := range []struct {
		a, b    engine.Profile
		unrated bool // reach, in a
		want    float64
	}{
		{want: 1.0 / 2},
		{a: facts(yes, yes, no), b: facts(yes, yes, no), want: 4.0 / 5},
		{a: facts(yes, yes, no), b: facts(yes, no, yes), want: 2.0 / 5},
		{a: facts(yes, engine.Unknown, no), b: facts(yes, no, engine.Unknown), want: 2.0 / 3},
		{a: facts(yes, engine.NotApplicable, no), b: facts(yes, engine.NotApplicable, engine.NotApplicable), want: 2.0 / 4},
		{a: reach(8), b: reach(3), want: 1.5 / 3},
		{a: reach(0), b: reach(0), want: 2.0 / 3},
		{a: reach(0), want: 2.0 / 3},
		{b: reach(0), want: 2.0 / 3},
		{b: reach(10), want: 1.0 / 3},
		{b: reach(4), unrated: true, want: 2.0 / 3},
		{b: reach(0), unrated: true, want: 2.0 / 3},
		{unrated: true, want: 1.0 / 3},
	} {
		_, a := index(t, e, c.a)
		_, b := index(t, e, c.b)
		if c.unrated {
			outlook.Mark(r, a, outlook.Pending{Unrated: []int{place}})
		}
		require.InDelta(t, c.want, outlook.MeasureLikeness(r, a, b), 1e-15, "%v %v", c.a, c.b)
	}
}
