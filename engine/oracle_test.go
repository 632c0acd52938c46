package engine_test

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

// oracle computes the nominal result straight from the formulas, without
// numbering, boxes or an order of evaluation, to compare the engine with.
type oracle struct {
	pack    *rules.Pack
	profile engine.Profile
}

func (o oracle) fact(id string) *rules.Fact {
	for i := range o.pack.Facts {
		if o.pack.Facts[i].ID == id {
			return &o.pack.Facts[i]
		}
	}
	return nil
}

// truth reads a comparison on a guarded fact as "guard and comparison".
func (o oracle) truth(c *rules.Condition, prudent bool) rules.Truth {
	switch {
	case c == nil:
		return rules.True
	case c.Op == rules.Not:
		return rules.True - o.truth(&c.Of[0], prudent)
	case c.Op == rules.Compare:
		f := o.fact(c.Fact)
		guard := o.truth(f.AskedIf, false)
		answer, known := o.profile.Facts[c.Fact].Known()
		switch {
		case guard == rules.False || o.profile.Facts[c.Fact] == engine.NotApplicable:
			return rules.False
		case f.Type == rules.SetFact:
			return o.truthOfSet(f, c, prudent)
		case !known && prudent && c.Precaution:
			return rules.True
		case !known:
			return rules.Unknown
		case holds(f, c, answer):
			return rules.True
		}
		return rules.False
	}
	var parts []rules.Truth
	for i := range c.Of {
		parts = append(parts, o.truth(&c.Of[i], prudent))
	}
	if c.Op == rules.All {
		return slices.Min(append(parts, rules.True))
	}
	return slices.Max(append(parts, rules.False))
}

// truthOfSet tries all sets that the answer leaves: what holds for each is true. With
// precaution, a value that is open is as the comparison fears.
func (o oracle) truthOfSet(f *rules.Fact, c *rules.Condition, prudent bool) rules.Truth {
	holds := func(in map[string]bool) bool {
		switch named := func(v string) bool { return in[v] }; c.Test {
		case rules.Is:
			return slices.ContainsFunc(c.Values, named)
		case rules.IsNot:
			return !slices.ContainsFunc(c.Values, named)
		}
		return in[c.Values[0]] && len(in) == 1
	}
	said, _ := o.profile.Facts[c.Fact].Members()
	some, all := false, true
	for bits := range 1 << len(f.Values) {
		in, possible := map[string]bool{}, true
		for i, v := range f.Values {
			if bits>>i&1 == 1 {
				in[v.ID] = true
			}
			if o.profile.Facts[c.Fact] != engine.Unknown {
				known := said.Truths(f)[i]
				possible = possible && (known == rules.Unknown || (known == rules.True) == in[v.ID])
			}
		}
		if possible {
			some, all = some || holds(in), all && holds(in)
		}
	}
	switch {
	case all || some && prudent && c.Precaution:
		return rules.True
	case some:
		return rules.Unknown
	}
	return rules.False
}

func holds(f *rules.Fact, c *rules.Condition, answer string) bool {
	switch c.Test {
	case rules.Is:
		return slices.Contains(c.Values, answer)
	case rules.IsNot:
		return !slices.Contains(c.Values, answer)
	}
	place := func(v string) float64 {
		if f.Type == rules.NumberFact {
			x, _ := strconv.ParseFloat(v, 64)
			return x
		}
		return float64(slices.Index(f.ValueIDs(), v))
	}
	if c.Test == rules.AtLeast {
		return place(answer) >= place(c.Values[0])
	}
	return place(answer) <= place(c.Values[0])
}

// masses follows section 3 of the model line by line.
func (o oracle) masses() map[string]float64 {
	weights, served := 0.0, map[string]float64{}
	for _, w := range o.profile.Weights {
		weights += w
	}
	for _, d := range o.pack.Dimensions {
		for _, a := range d.Arguments {
			for id, c := range a.Shares.All() {
				served[id] += c
			}
		}
	}
	x, y := map[string]float64{}, map[string]float64{}
	for _, d := range o.pack.Dimensions {
		for _, a := range d.Arguments {
			strength := o.moderation(a.ID) * a.Strength
			if a.When != nil {
				if o.truth(a.When, false) == rules.True {
					y[a.ID] = strength
				}
				continue
			}
			for id, c := range a.Shares.All() {
				if weights > 0 {
					x[a.ID] += strength * o.profile.Weights[id] / weights * c / served[id]
				}
			}
		}
	}
	return o.mix(x, y)
}

func (o oracle) moderation(argument string) float64 {
	mu := 1.0
	for _, d := range o.pack.Dimensions {
		for _, m := range d.Moderators {
			if slices.Contains(m.On, argument) && o.truth(m.When, false) == rules.True {
				mu *= m.Factor
			}
		}
	}
	return math.Min(mu, o.pack.Constants.Cap.Value)
}

func (o oracle) mix(x, y map[string]float64) map[string]float64 {
	sumX, sumY := sumMasses(x), sumMasses(y)
	beta, k := o.pack.Constants.Beta.Value, o.pack.Constants.K.Value
	lambda := beta / ((1 - beta) * k)
	b := lambda * sumY / (1 + lambda*sumY)
	if sumX == 0 {
		b = 1
	}
	m := map[string]float64{}
	for id, v := range x {
		if sumX > 0 {
			m[id] = (1 - b) * v / sumX
		}
	}
	for id, v := range y {
		if sumY > 0 {
			m[id] = b * v / sumY
		}
	}
	return m
}

func sumMasses(m map[string]float64) float64 {
	sum := 0.0
	for _, v := range m {
		sum += v
	}
	return sum
}

// available says whether a form can be taken, nominally and possibly.
func (o oracle) available(option *rules.Option, f *rules.Form) (now bool, possible rules.Truth) {
	for _, l := range o.profile.Limits {
		if slices.Contains(l.Exclude, option.ID) || slices.Contains(l.Exclude, f.ID) && o.pack.Option(f.ID) == nil {
			return false, rules.False
		}
	}
	met, free := o.possible(option, f), rules.True
	for i := range o.pack.Bars {
		free = min(free, rules.True-o.forGood(&o.pack.Bars[i], option, f))
	}
	return met == rules.True && free != rules.False, min(met, free)
}

// possible says whether a form can be taken, bars and limits aside.
func (o oracle) possible(option *rules.Option, f *rules.Form) rules.Truth {
	return min(o.truth(option.Requires, false), o.truth(f.Requires, false))
}

// value is U of a form, from the captures as they are written.
func (o oracle) value(option *rules.Option, f *rules.Form, masses map[string]float64) float64 {
	u := 0.0
	for id, m := range masses {
		capture := option.CaptureOf(f, o.pack.Argument(id))
		for _, r := range f.Raises {
			if r.Argument == id && o.truth(r.When, false) == rules.True {
				capture = r.Capture
			}
		}
		u += m * capture
	}
	return u
}

// does says whether a form does an act with a kind of part.
func (o oracle) does(option *rules.Option, f *rules.Form, act string, kind *rules.PartKind) rules.Truth {
	out := rules.False
	if slices.Contains(option.ActsWith(f, kind.ID), act) {
		out = rules.True
	}
	for _, x := range option.ConditionalActsWith(f) {
		if slices.Contains(x.Acts, act) && slices.Contains(x.On, kind.ID) {
			out = max(out, o.truth(x.When, false))
		}
	}
	return min(out, o.truth(kind.Applies, false))
}

// touches says whether a bar is about what a form does, or leaves out.
func (o oracle) touches(b *rules.Bar, option *rules.Option, f *rules.Form) rules.Truth {
	forbidden, missing, done := rules.False, rules.False, rules.False
	for i := range o.pack.PartKinds {
		kind := &o.pack.PartKinds[i]
		all := rules.True
		for _, act := range b.Demands {
			all = min(all, o.does(option, f, act, kind))
		}
		done = max(done, all)
		if len(b.On) > 0 && !slices.Contains(b.On, kind.ID) {
			continue
		}
		missing = max(missing, min(o.truth(kind.Applies, false), rules.True-all))
		for _, act := range b.Forbids {
			forbidden = max(forbidden, o.does(option, f, act, kind))
		}
	}
	switch {
	case len(b.Demands) == 0:
		return forbidden
	case len(b.On) == 0:
		return rules.True - done
	}
	return missing
}

// lifted says whether something lifts a bar, or can be done about it.
func (o oracle) lifted(b *rules.Bar, findOut bool) rules.Truth {
	out := rules.False
	for i := range b.Escapes {
		x := &b.Escapes[i]
		if findOut && x.FindOut != nil {
			out = max(out, o.truth(x.FindOut, false))
		}
		if !findOut && x.Do != nil {
			out = max(out, o.truth(x.Do, false))
		}
	}
	return out
}

// forGood says whether a bar rules a form out for good.
func (o oracle) forGood(b *rules.Bar, option *rules.Option, f *rules.Form) rules.Truth {
	return min(o.truth(b.When, false), o.touches(b, option, f), rules.True-o.lifted(b, true), rules.True-o.lifted(b, false))
}

func TestEngineFollowsTheFormulas(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := decide(t, e, profile)
		naive := oracle{p, profile}
		want := naive.masses()
		got := map[string]float64{}
		for _, d := range r.Dimensions {
			for _, a := range d.Arguments {
				got[a.ID] = a.Mass
			}
		}
		for id, m := range want {
			require.InDelta(t, m, got[id], sums, id)
		}
		for _, f := range listForms(p, r) {
			now, possible := naive.available(f.option, f.form)
			require.Equal(t, now, f.Available, f.ID)
			require.Equal(t, naive.possible(f.option, f.form), f.Possible, f.ID)
			if r.Score.Exists() {
				require.InDelta(t, naive.value(f.option, f.form, want), f.Value.Nominal, sums, f.ID)
			}
			o := resultOf(t, r, f.option.ID)
			require.False(t, now && !o.Available || possible > o.Possible, f.ID)
			require.True(t, f.ID != o.Form || now == o.Available && f.Value == o.Value || !r.Score.Exists(), "the form that stands for its option")
		}
	})
}
