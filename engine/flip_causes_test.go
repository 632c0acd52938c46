package engine_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

// form gives a form with its option, by id.
func (o oracle) form(id string) (*rules.Option, *rules.Form) { return o.pack.Form(id) }

// raises says whether a reason for a form holds, and by how much it raises the capture.
func (o oracle) raiseOf(form, argument string) float64 {
	option, f := o.form(form)
	for _, r := range f.Raises {
		if r.Argument == argument && o.truth(r.When, false) == rules.True {
			return r.Capture - option.CaptureOf(f, o.pack.Argument(argument))
		}
	}
	return 0
}

func (o oracle) captureOf(form, argument string) float64 {
	option, f := o.form(form)
	return option.CaptureOf(f, o.pack.Argument(argument)) + o.raiseOf(form, argument)
}

// strengthOf is what an argument brings before anything is brought to a sum of 1.
func (o oracle) strengthOf(a *rules.Argument) float64 {
	if a.When != nil && o.truth(a.When, false) != rules.True {
		return 0
	}
	return o.moderation(a.ID) * a.Strength
}

// Whatever is named as the cause of a flip is otherwise after it than before, in the way
// that is said, and reaches what it is said to.
func TestCausesOfFlipsChange(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := analyse(t, e, profile)
		for _, f := range r.Sensitivity.FlipFacts {
			b := f.Because
			before, after := oracle{p, profile}, oracle{p, apply(profile, f)}
			with, without := after, before // where it holds, where it does not
			if !b.Holds {
				with, without = without, with
			}
			switch b.Kind {
			case engine.FlipByArgument:
				require.NotEqual(t, before.strengthOf(p.Argument(b.ID)), after.strengthOf(p.Argument(b.ID)), "%v", f)
				require.Greater(t, with.strengthOf(p.Argument(b.ID)), 0.0, "%v", f)
				require.NotEqual(t, rules.True, without.truth(p.Argument(b.ID).When, false), "%v", f)
			case engine.FlipByModerator:
				m := p.Moderator(b.ID)
				require.Equal(t, rules.True, with.truth(m.When, false), "%v", f)
				require.NotEqual(t, rules.True, without.truth(m.When, false), "%v", f)
			case engine.FlipByRaise:
				require.Greater(t, with.raiseOf(b.Form, b.ID), without.raiseOf(b.Form, b.ID), "%v", f)
			case engine.FlipByRequirement:
				option, form := p.Form(b.Form)
				require.Equal(t, rules.True, with.possible(option, form), "%v", f)
				require.NotEqual(t, rules.True, without.possible(option, form), "%v", f)
				named := form.Requires
				if b.ID != form.ID {
					require.Equal(t, option.ID, b.ID)
					named = option.Requires
				}
				if option.ID != form.ID {
					require.NotEqual(t, before.truth(named, false), after.truth(named, false), "%v", f)
				}
			case engine.FlipByBar:
				option, form := p.Form(b.Form)
				require.Equal(t, rules.True, with.forGood(p.Bar(b.ID), option, form), "%v", f)
				now, _ := without.available(option, form)
				require.True(t, now, "%v", f)
			default:
				require.Fail(t, "a flip without a cause", "%v", f)
			}
			require.Equal(t, f.By == engine.ByBar && f.Bar != "", b.Kind == engine.FlipByBar && b.ID == f.Bar && b.Holds)
		}
	})
}

// Without a margin it is the advised form and the new one that count, and of all
// arguments that the answers reach the named one, or that of the named rule, has gained
// the new form most.
func TestCauseHasTheLargestEffect(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, _, profile := drawn(t, gen.Usual)
		p.Constants.Margin.Value = 0
		e := build(t, p)
		r := analyse(t, e, profile)
		for _, f := range r.Sensitivity.FlipFacts {
			before, after := oracle{p, profile}, oracle{p, apply(profile, f)}
			if r.Form == "" || f.Form == "" || f.Because.Kind == engine.FlipByRequirement || f.Because.Kind == engine.FlipByBar {
				continue
			}
			was, is := before.masses(), after.masses()
			gain := func(a string) float64 {
				return is[a]*(after.captureOf(f.Form, a)-after.captureOf(r.Form, a)) - was[a]*(before.captureOf(f.Form, a)-before.captureOf(r.Form, a))
			}
			most, named := math.Inf(-1), math.Inf(-1)
			for _, d := range p.Dimensions {
				for i := range d.Arguments {
					a := &d.Arguments[i]
					reached := (was[a.ID] > 0 || is[a.ID] > 0) && (before.strengthOf(a) != after.strengthOf(a) ||
						before.raiseOf(r.Form, a.ID) != after.raiseOf(r.Form, a.ID) || before.raiseOf(f.Form, a.ID) != after.raiseOf(f.Form, a.ID))
					if !reached {
						continue
					}
					most = max(most, gain(a.ID))
					if f.Because.ID == a.ID || f.Because.Kind == engine.FlipByModerator && slices.Contains(p.Moderator(f.Because.ID).On, a.ID) {
						named = max(named, gain(a.ID))
					}
				}
			}
			require.InDelta(t, most, named, sums, "%v", f)
		}
	})
}

// A raise is named only where it brings more than all else that its argument does.
func TestRaiseIsNamedForWhatItBrings(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, _, profile := drawn(t, gen.Usual)
		p.Constants.Margin.Value = 0
		e := build(t, p)
		r := analyse(t, e, profile)
		for _, f := range r.Sensitivity.FlipFacts {
			if k := f.Because.Kind; r.Form == "" || f.Form == "" || k != engine.FlipByArgument && k != engine.FlipByRaise {
				continue
			}
			a := f.Because.ID
			before, after := oracle{p, profile}, oracle{p, apply(profile, f)}
			m, n := before.masses()[a], after.masses()[a]
			all := n*(after.captureOf(f.Form, a)-after.captureOf(r.Form, a)) - m*(before.captureOf(f.Form, a)-before.captureOf(r.Form, a))
			raised := n*(after.raiseOf(f.Form, a)-after.raiseOf(r.Form, a)) - m*(before.raiseOf(f.Form, a)-before.raiseOf(r.Form, a))
			same := before.raiseOf(f.Form, a) == after.raiseOf(f.Form, a) && before.raiseOf(r.Form, a) == after.raiseOf(r.Form, a)
			began := (before.truth(p.Argument(a).When, false) == rules.True) != (after.truth(p.Argument(a).When, false) == rules.True)
			switch {
			case f.Because.Kind == engine.FlipByRaise && began:
				require.Greater(t, raised, all-raised-sums, "%v", f)
			case f.Because.Kind == engine.FlipByArgument && !same:
				require.LessOrEqual(t, raised, all-raised+sums, "%v", f)
			}
		}
	})
}

// securedOf is the part that a form secures of what these weights alone ask for.
func (o oracle) securedOf(weights map[string]float64, form string) float64 {
	served := map[string]float64{}
	for _, d := range o.pack.Dimensions {
		for _, a := range d.Arguments {
			for id, c := range a.Shares.All() {
				served[id] += c
			}
		}
	}
	sum, secured := 0.0, 0.0
	for _, d := range o.pack.Dimensions {
		for _, a := range d.Arguments {
			for id, c := range a.Shares.All() {
				x := o.moderation(a.ID) * a.Strength * weights[id] * c / served[id]
				sum, secured = sum+x, secured+x*o.captureOf(form, a.ID)
			}
		}
	}
	return secured / sum
}

// securedOfFacts is the part that a form secures of what counts by facts alone.
func (o oracle) securedOfFacts(form string) float64 {
	sum, secured := 0.0, 0.0
	for _, d := range o.pack.Dimensions {
		for i := range d.Arguments {
			if a := &d.Arguments[i]; a.When != nil {
				x := o.strengthOf(a)
				sum, secured = sum+x, secured+x*o.captureOf(form, a.ID)
			}
		}
	}
	return secured / sum
}

// openness says how open a result is: by stance, then by what cannot be called back.
func openness(p *rules.Pack, stance engine.Stance, form string) int {
	option, f := p.Form(form)
	return 100*slices.Index(rules.Stances(), stance) + option.ClassOf(f)
}

// A weight that turns the verdict says why with figures that are so: what counts for more
// is secured better by the form that gains on the other, what counts for less by the other.
// Without a margin these are the new form and the advised one.
func TestWeightFlipsAreExplained(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, _, profile := drawn(t, gen.Usual)
		if rapid.Bool().Draw(t, "no margin") {
			p.Constants.Margin.Value = 0
		}
		e := build(t, p)
		r := analyse(t, e, profile)
		o := oracle{p, profile}
		for _, x := range r.Sensitivity.Priorities {
			from := profile.Weights[x.ID]
			for _, f := range x.Flips {
				b := f.Because
				if f.Form == "" {
					require.Equal(t, engine.WeightBecause{}, b)
					require.False(t, f.AgainstPull)
					continue
				}
				pull := 1
				if p.Priority(x.ID).Pull == rules.Closed {
					pull = -1
				}
				moves := pull * (openness(p, f.Stance, f.Form) - openness(p, r.Stance, r.Form))
				require.Equal(t, f.At > from && moves < 0 || f.At < from && moves > 0, f.AgainstPull, "%s %v", x.ID, f)
				others := map[string]float64{}
				for id, w := range profile.Weights {
					if id != x.ID {
						others[id] = w
					}
				}
				secured := map[engine.WeightCauseKind]func(form string) float64{
					engine.ThisWish:    func(form string) float64 { return o.securedOf(map[string]float64{x.ID: 1}, form) },
					engine.OtherWishes: func(form string) float64 { return o.securedOf(others, form) },
					engine.FactsAlone:  o.securedOfFacts,
				}[b.Kind]
				require.NotNil(t, secured, "%s %v", x.ID, f)
				require.InDelta(t, secured(b.More), b.ByMore, sums)
				require.InDelta(t, secured(b.Less), b.ByLess, sums)
				require.Greater(t, b.ByMore, b.ByLess)
				require.Equal(t, (b.Kind == engine.ThisWish) == (f.At > from), b.CountsMore, "%s %v", x.ID, f)
				if p.Constants.Margin.Value == 0 {
					gains, loses := b.More, b.Less
					if !b.CountsMore {
						gains, loses = loses, gains
					}
					require.Equal(t, []string{f.Form, r.Form}, []string{gains, loses}, "%s %v", x.ID, f)
				}
			}
		}
	})
}
