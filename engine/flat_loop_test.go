package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	behind "github.com/ajar-decision/ajar/engine/internal/inside"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// flatLoop is the least that gives a verdict: one pass over arrays, for facts and weights
// in numbers, written by hand and without anything kept from one profile to the next. What
// the engine takes is told as a multiple of it.
type flatLoop struct {
	e                   *compiled.Rules
	flat                *compiled.Flat
	mass, x, y, lent    []float64
	values              []float64
	facts               []int8
	moderated, forGoods []bool
}

func newFlatLoop(e *compiled.Rules) *flatLoop {
	n := len(e.Arguments)
	return &flatLoop{
		e: e, flat: e.Flat(), mass: make([]float64, n), x: make([]float64, n), y: make([]float64, n), lent: make([]float64, len(e.Priorities)),
		values: make([]float64, len(e.Forms)), facts: make([]int8, len(e.Facts)), moderated: make([]bool, len(e.Moderators)), forGoods: make([]bool, len(e.Bars)),
	}
}

func (l *flatLoop) holds(cached int32) bool {
	return l.flat.Probes.Holds(l.flat.Cached[cached], l.facts)
}

// decide gives the form that is advised, -1 for none, and evaluates all conditions anew.
func (l *flatLoop) decide(in *compiled.Profile) int {
	copy(l.facts, in.StatedPieces)
	l.flat.ApplyGuards(l.facts)
	for p, w := range in.Weight {
		l.lent[p] = 0
		if w > 0 {
			l.lent[p] = float64(w) / float64(in.Sum)
		}
	}
	for m := range l.moderated {
		l.moderated[m] = l.holds(int32(m))
	}
	sumX, sumY := 0.0, 0.0
	for i := range l.flat.Arguments {
		a := &l.flat.Arguments[i]
		l.x[i], l.y[i] = 0, 0
		mu := 1.0
		for _, m := range a.Moderators {
			if l.moderated[m] {
				mu = exact.Mul(mu, l.flat.Factors[m])
			}
		}
		strength := exact.Mul(min(mu, l.e.Cap), a.Strength)
		if a.Condition >= 0 {
			if l.holds(a.Condition) {
				l.y[i] = strength
			}
			sumY += l.y[i]
			continue
		}
		w := 0.0
		for _, s := range a.Shares {
			w += exact.Mul(l.lent[s.Priority], s.Of)
		}
		l.x[i] = exact.Mul(strength, w)
		sumX += l.x[i]
	}
	if sumX == 0 && sumY == 0 {
		return -1
	}
	return l.choose(sumX, sumY, in.Limits)
}

func (l *flatLoop) choose(sumX, sumY float64, limits []int) int {
	b := 1.0
	if sumX > 0 {
		odds := exact.Mul(l.e.Lambda, sumY)
		b = odds / (1 + odds)
	}
	clear(l.values)
	for i := range l.mass {
		l.mass[i] = 0
		if l.x[i] > 0 {
			l.mass[i] = (1 - b) * l.x[i] / sumX
		}
		if l.y[i] > 0 {
			l.mass[i] += b * l.y[i] / sumY
		}
		if l.mass[i] > 0 {
			for f, capture := range l.flat.Captures[i*len(l.values) : (i+1)*len(l.values)] {
				l.values[f] += exact.Mul(l.mass[i], capture)
			}
		}
	}
	for i, m := range l.mass {
		for _, r := range l.flat.Arguments[i].Raises {
			if m > 0 && l.flat.Probes.Holds(r.When, l.facts) {
				l.values[r.Form] += exact.Mul(m, r.By)
			}
		}
	}
	for bar, c := range l.flat.ForGood {
		l.forGoods[bar] = l.holds(c)
	}
	var room [64]int
	available := room[:0]
	for f, c := range l.flat.Required {
		if limits[f] == 0 && l.holds(c) && !l.isRuledOut(f) {
			available = append(available, f)
		}
	}
	picked, _ := evaluate.PickAmong(l.e, l.values, available, l.e.Margin)
	return picked
}

func (l *flatLoop) isRuledOut(form int) bool {
	for bar, forGood := range l.forGoods {
		if forGood {
			if m := evaluate.FindMeeting(l.e, form, bar); m != nil && m.Touches.PlainTruth(l.facts) == rules.True {
				return true
			}
		}
	}
	return false
}

// indexProfile gives the rules and a profile in numbers.
func indexProfile(t require.TestingT, e *engine.Engine, p *engine.Profile) (*compiled.Rules, *compiled.Profile) {
	r, in, err := behind.Index(e, p)
	require.NoError(t, err)
	return r, in
}

// The hand-written loop and the evaluator give the same form and the same values, bit for
// bit.
func TestFlatLoopAgrees(t *testing.T) {
	t.Parallel()
	e, pack := core(t), rules.Core()
	r, _ := indexProfile(t, e, &engine.Profile{})
	l, v := newFlatLoop(r), engine.NewEvaluator(e)
	for k := range testkit.Times(1000) {
		p := rapid.Custom(func(t *rapid.T) engine.Profile { return gen.Profile(t, pack) }).Example(k)
		_, in := indexProfile(t, e, &p)
		got, err := v.Evaluate(t.Context(), &p)
		require.NoError(t, err)
		require.Equal(t, got.Form, r.FormID(l.decide(in)))
		for f := range got.Values {
			if got.Form != "" {
				requireSameBits(t, got.Values[f], l.values[f], r.FormID(f))
			}
		}
	}
}
