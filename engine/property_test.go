package engine_test

import (
	"context"
	"math"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

var background = context.Background()

// What counts is split among the arguments, and nothing is lost on the way to
// dimensions, score and values.
func TestAdditivity(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := decide(t, e, profile)
		total, score, fromFacts := 0.0, 0.0, 0.0
		forms := listForms(p, r)
		naive := oracle{p, profile}
		masses := map[string]float64{}
		for _, d := range r.Dimensions {
			importance, contribution := 0.0, 0.0
			for _, a := range d.Arguments {
				importance += a.Mass
				contribution += signOf(a.Pull) * a.Mass
				if p.Argument(a.ID).When != nil {
					fromFacts += a.Mass
				}
				masses[a.ID] = a.Mass
			}
			require.InDelta(t, importance, d.Importance, sums)
			require.InDelta(t, contribution, d.Contribution, sums)
			require.Equal(t, importance > 0, d.Lean.Exists())
			if d.Lean.Exists() {
				require.InDelta(t, d.Contribution, d.Importance*d.Lean.Nominal, sums)
			}
			total += importance
			score += contribution
		}
		if !r.Score.Exists() {
			require.Zero(t, total)
			return
		}
		require.InDelta(t, 1, total, sums)
		require.InDelta(t, score, r.Score.Nominal, sums)
		require.InDelta(t, fromFacts, r.SituationShare, sums)
		for _, f := range forms {
			require.InDelta(t, naive.value(f.option, f.form, masses), f.Value.Nominal, sums)
		}
	})
}

// What the priorities add to the score and what the facts add make the score.
func TestEffectsOfPriorities(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := decide(t, e, profile)
		sum := 0.0
		for _, x := range r.Priorities {
			require.GreaterOrEqual(t, x.Effect*signOf(x.Pull), 0.0, x.ID)
			sum += x.Effect
		}
		for _, d := range r.Dimensions {
			for _, a := range d.Arguments {
				if p.Argument(a.ID).When != nil {
					sum += signOf(a.Pull) * a.Mass
				}
			}
		}
		if r.Score.Exists() {
			require.InDelta(t, r.Score.Nominal, sum, sums)
		}
	})
}

// The reference poles tie the table of dimensions to the table of options.
func TestPolesDifferByTheScore(t *testing.T) {
	check(t, func(t *rapid.T) {
		p := gen.Pack(t, gen.Usual)
		p.Options = append(p.Options,
			rules.Option{ID: "open_pole", Step: 20, Stance: rules.Open, Captures: rules.Captures{Open: 1}, Source: p.Facts[0].Source},
			rules.Option{ID: "closed_pole", Step: 21, Stance: rules.Closed, Captures: rules.Captures{Closed: 1}, Source: p.Facts[0].Source})
		r := decide(t, build(t, p), gen.Profile(t, p))
		if r.Score.Exists() {
			difference := resultOf(t, r, "open_pole").Value.Nominal - resultOf(t, r, "closed_pole").Value.Nominal
			require.InDelta(t, r.Score.Nominal, difference, sums)
		}
	})
}

func TestMirror(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		m := p.Clone()
		for i := range m.Priorities {
			m.Priorities[i].Pull = other(m.Priorities[i].Pull)
		}
		for i := range m.Dimensions {
			for j := range m.Dimensions[i].Arguments {
				m.Dimensions[i].Arguments[j].Pull = other(m.Dimensions[i].Arguments[j].Pull)
			}
		}
		for i := range m.Options {
			o := &m.Options[i]
			o.Stance = other(o.Stance)
			o.Captures.Open, o.Captures.Closed = o.Captures.Closed, o.Captures.Open
			mirrorPairs(o.Captures.Dimensions)
			for j := range o.Forms {
				if c := o.Forms[j].Captures; c != nil {
					mirrorPairs(c.Dimensions)
					if c.Default != nil {
						c.Default.Open, c.Default.Closed = c.Default.Closed, c.Default.Open
					}
				}
			}
		}
		r, back := decide(t, e, profile), decide(t, build(t, m), profile)
		require.Equal(t, other(r.Stance), back.Stance)
		require.Equal(t, r.Option, back.Option)
		require.Equal(t, r.Form, back.Form)
		require.Equal(t, r.TooClose, back.TooClose)
		for i := range r.Options {
			requireSame(t, r.Options[i].Value, back.Options[i].Value)
			require.Equal(t, r.Options[i].Possible, back.Options[i].Possible)
		}
		requireSame(t, r.Score, negative(back.Score))
		for i := range r.Dimensions {
			requireSame(t, r.Dimensions[i].Lean, negative(back.Dimensions[i].Lean))
		}
	})
}

func mirrorPairs(pairs rules.Table[rules.CapturePair]) {
	for i := range pairs {
		pair := pairs[i].Value
		pairs[i].Value = rules.CapturePair{Open: pair.Closed, Closed: pair.Open}
	}
}

func TestScale(t *testing.T) {
	check(t, func(t *rapid.T) {
		_, e, profile := drawn(t, gen.Usual)
		want := dump(decide(t, e, profile), "Weight")
		for _, k := range []float64{0.1, 0.3, 2, 2.75, 3} {
			scaled := profile
			scaled.Weights = map[string]float64{}
			for id, w := range profile.Weights {
				scaled.Weights[id] = w * k
			}
			require.Equal(t, want, dump(decide(t, e, scaled), "Weight"), k)
		}
	})
}

// Nothing depends on the order in which a pack lists its rules, nor on the
// order of a map, a second run or other goroutines.
func TestSameBytes(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		want := dump(decide(t, e, profile))
		shuffled := p.Clone()
		shuffle(t, shuffled)
		require.Equal(t, want, dump(decide(t, build(t, shuffled), profile)))
		var group sync.WaitGroup
		dumps := make([]string, 16)
		for i := range dumps {
			group.Go(func() {
				if r, err := e.Recommend(background, profile); err == nil {
					dumps[i] = dump(r)
				}
			})
		}
		group.Wait()
		for _, got := range dumps {
			require.Equal(t, want, got)
		}
	})
}

// shuffle reorders everything whose order means nothing: the order of
// dimensions does.
func shuffle(t *rapid.T, p *rules.Pack) {
	p.Facts = permuted(t, p.Facts)
	p.Priorities = permuted(t, p.Priorities)
	p.Options = permuted(t, p.Options)
	p.Bars, p.Duties = permuted(t, p.Bars), permuted(t, p.Duties)
	p.Sources = permuted(t, p.Sources)
	p.Components = permuted(t, p.Components)
	p.Licences = permuted(t, p.Licences)
	p.Choices = permuted(t, p.Choices)
	p.Steps = permuted(t, p.Steps)
	for i := range p.Options {
		p.Options[i].Forms = permuted(t, p.Options[i].Forms)
		for j := range p.Options[i].Forms {
			p.Options[i].Forms[j].Raises = permuted(t, p.Options[i].Forms[j].Raises)
		}
	}
	for i := range p.Dimensions {
		d := &p.Dimensions[i]
		d.Arguments = permuted(t, d.Arguments)
		d.Moderators = permuted(t, d.Moderators)
		for j := range d.Moderators {
			d.Moderators[j].On = permuted(t, d.Moderators[j].On)
		}
	}
	for i := range p.Bars {
		p.Bars[i].Forbids = permuted(t, p.Bars[i].Forbids)
		p.Bars[i].When.Of = permuted(t, p.Bars[i].When.Of)
	}
}

func permuted[T any](t *rapid.T, list []T) []T {
	return rapid.Permutation(list).Draw(t, "order")
}

// Raising a priority never moves the score against its pull.
func TestMonotone(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		before := decide(t, e, profile)
		if !before.Score.Exists() {
			return
		}
		raised := rapid.SampledFrom(p.Priorities).Draw(t, "raised")
		by := rapid.Float64Range(0, 6).Draw(t, "by")
		higher := profile
		higher.Weights = map[string]float64{raised.ID: profile.Weights[raised.ID] + by}
		for id, w := range profile.Weights {
			if id != raised.ID {
				higher.Weights[id] = w
			}
		}
		after := decide(t, e, higher)
		require.GreaterOrEqual(t, signOf(raised.Pull)*(after.Score.Nominal-before.Score.Nominal), -sums)
	})
}

// What does not fire changes nothing.
func TestRulesThatDoNotFire(t *testing.T) {
	check(t, func(t *rapid.T) {
		p := gen.Pack(t, gen.Usual)
		p.Options = append(p.Options, idleOption(p))
		profile := gen.Profile(t, p)
		p.Facts = append(p.Facts, rules.Fact{ID: "switch", Type: rules.BoolFact, Source: p.Facts[0].Source})
		profile.Facts["switch"] = engine.No
		e := build(t, p)
		with := p.Clone()
		never := &rules.Condition{Op: rules.All, Of: []rules.Condition{*gen.Condition(t, p), {Fact: "switch", Test: rules.Is, Values: []string{"true"}}}}
		if p.Decide(never) != rules.Unknown {
			return // the drawn one never holds
		}
		always := &rules.Condition{Op: rules.Not, Of: []rules.Condition{*never}}
		d := &with.Dimensions[0]
		cite := p.Facts[0].Source
		d.Moderators = append(d.Moderators, rules.Moderator{ID: "a_moderator", On: []string{d.Arguments[0].ID}, When: never, Factor: 1.3, Source: cite})
		d.Arguments = append(d.Arguments, rules.Argument{ID: "a_situation", Dimension: d.ID, Pull: rules.Open, Strength: 1, When: never, ClaimedBy: cite})
		with.Bars = append(with.Bars, rules.Bar{ID: "a_bar", When: never, Forbids: []string{p.Acts[0].ID}, Jurisdiction: rules.AnyJurisdiction, Source: cite})
		with.Duties = append(with.Duties, rules.Duty{ID: "a_duty", When: never, Acts: []string{p.Acts[0].ID}, Jurisdiction: rules.AnyJurisdiction, Source: cite})
		o := &with.Options[0]
		if o.Requires == nil {
			o.Requires = always
		} else {
			o.Requires = &rules.Condition{Op: rules.All, Of: []rules.Condition{*o.Requires, *always}}
		}
		// A rule more that reads a fact is named where facts are listed.
		require.Equal(t,
			dump(decide(t, e, profile), "Unknown", "AvailableIf"),
			dump(decide(t, build(t, with), profile), "Unknown", "AvailableIf"))
	})
}

// The recommended form is available, within the margin of the best, of the
// narrowest class there and the best of its class.
func TestPickIsRight(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := decide(t, e, profile)
		forms := listForms(p, r)
		best := math.Inf(-1)
		for _, f := range forms {
			if f.Available {
				best = math.Max(best, f.Value.Nominal)
			}
		}
		if r.Form == "" {
			require.True(t, r.Stance == engine.None && math.IsInf(best, -1) || r.Stance == engine.NoBasis && !r.Score.Exists())
			require.Empty(t, r.Option)
			return
		}
		picked := forms[slices.IndexFunc(forms, func(f formResult) bool { return f.ID == r.Form && f.option.ID == r.Option })]
		require.True(t, picked.Available)
		require.NotEqual(t, rules.False, picked.Possible)
		require.LessOrEqual(t, best-picked.Value.Nominal, p.Constants.Margin.Value+sums)
		require.True(t, r.TooClose == "" || best-picked.Value.Nominal > sums)
		for _, f := range forms {
			if !f.Available || best-f.Value.Nominal > p.Constants.Margin.Value-sums {
				continue
			}
			require.GreaterOrEqual(t, f.class(), picked.class())
			if f.class() == picked.class() {
				require.GreaterOrEqual(t, picked.Value.Nominal, f.Value.Nominal-sums)
			}
			require.True(t, f.Value.Nominal < best || f.option.ID == r.Option || best-picked.Value.Nominal <= sums || r.TooClose != "")
		}
	})
}

// A mixed option is never an average: it comes with a split of its own, and what is
// advised is possible.
func TestMixedHasASplit(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := decide(t, e, profile)
		if r.Option == "" {
			return
		}
		o := optionOf(t, p, r.Option)
		require.Equal(t, o.Stance, r.Stance)
		require.Equal(t, r.Stance == engine.Mixed, r.Split != "")
		f := o.Form(r.Form)
		require.Equal(t, rules.True, oracle{p, profile}.possible(o, f))
		if r.Split != "" {
			require.Equal(t, r.Form, r.Split)
			require.True(t, f.IsSplit())
		}
	})
}

func signOf(pull rules.Stance) float64 {
	if pull == rules.Open {
		return 1
	}
	return -1
}

func other(s rules.Stance) rules.Stance {
	switch s {
	case rules.Open:
		return rules.Closed
	case rules.Closed:
		return rules.Open
	}
	return s
}

func negative(i engine.Interval) engine.Interval {
	return engine.Interval{Nominal: -i.Nominal, Low: -i.High, High: -i.Low}
}

// requireSame compares intervals; what does not exist must exist in neither.
func requireSame(t require.TestingT, a, b engine.Interval) {
	for _, pair := range [][2]float64{{a.Nominal, b.Nominal}, {a.Low, b.Low}, {a.High, b.High}} {
		if math.IsNaN(pair[0]) {
			require.True(t, math.IsNaN(pair[1]))
			continue
		}
		require.InDelta(t, pair[0], pair[1], sums)
	}
}
