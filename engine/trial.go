package engine

import (
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// verdict is what a profile comes out as. option is -1 for None and NoBasis.
type verdict struct {
	option int
	stance Stance
}

// trial gives the nominal verdict for one set of weights and facts after the
// other. Its sums run in the order of evaluate, so that its values are those of
// Recommend, bit for bit.
type trial struct {
	e    *Engine
	in   input
	raw  []int8    // facts as stated, before guards
	lent []float64 // per argument: weight that the priorities lend it

	fired     []bool
	mu, x, y  []float64
	mass      []float64
	values    []float64
	standings []standing
	sumX      float64
	sumY      float64
	passed    int // option passed over by the margin, or -1
}

func (e *Engine) newTrial(in *input, p *Profile) *trial {
	n := len(e.arguments)
	space := make([]float64, 5*n)
	t := &trial{
		e: e, in: *in, raw: make([]int8, len(e.facts)), fired: make([]bool, len(e.moderators)),
		lent: space[:n], mu: space[n : 2*n], x: space[2*n : 3*n], y: space[3*n : 4*n], mass: space[4*n:],
		values: make([]float64, len(e.options)),
	}
	t.in.weight, t.in.fact, t.in.off = slices.Clone(in.weight), slices.Clone(in.fact), slices.Clone(in.off)
	for i := range t.raw {
		t.raw[i] = stateUnknown
	}
	for id, a := range p.Facts {
		i := e.factIndex[id]
		switch a.state {
		case notApplicable:
			t.raw[i] = stateNA
		case known:
			piece, _ := e.facts[i].piece(a.value)
			t.raw[i] = int8(piece)
		}
	}
	t.lend()
	return t
}

// lend takes over changed weights.
func (t *trial) lend() {
	for i := range t.e.arguments {
		if t.e.arguments[i].when == nil {
			t.lent[i] = t.e.weightOf(&t.in, &t.e.arguments[i])
		}
	}
}

// withWeight gives the verdict with another weight, in units, for one priority.
func (t *trial) withWeight(p int, units int64) verdict {
	old := t.in.weight[p]
	set := func(w int64) {
		t.in.sum += max(w, 0) - max(t.in.weight[p], 0)
		t.in.weight[p] = w
		t.lend()
	}
	set(units)
	v := t.run()
	set(old)
	return v
}

// with gives the verdict with other answers to some facts.
func (t *trial) with(set ...change) verdict {
	t.apply(set)
	return t.run()
}

// change is another answer to a fact.
type change struct {
	fact  int
	piece int8 // or stateNA
}

func (t *trial) apply(set []change) {
	copy(t.in.fact, t.raw)
	for _, c := range set {
		t.in.fact[c.fact] = c.piece
	}
	t.e.settle(&t.in)
}

// run evaluates what is set.
func (t *trial) run() verdict {
	e := t.e
	for i := range e.moderators {
		t.fired[i] = e.moderators[i].when.eval(t.in.fact) == rules.True
	}
	t.masses()
	t.standings = e.standings(&t.in, e.bites(&t.in))
	for o := range t.values {
		t.values[o] = e.options[o].capture.mean(t.mass)
	}
	picked, passed := e.pick(t.values, t.standings)
	t.passed = passed
	switch {
	case picked < 0:
		return verdict{-1, None}
	case t.sumX == 0 && t.sumY == 0:
		return verdict{-1, NoBasis}
	}
	return verdict{picked, Stance(e.options[picked].def.Stance)}
}

func (t *trial) masses() {
	e := t.e
	t.sumX, t.sumY = 0, 0
	for i := range e.arguments {
		a := &e.arguments[i]
		mu := 1.0
		for _, m := range a.moderators {
			if t.fired[m] {
				mu = float64(mu * e.moderators[m].def.Factor)
			}
		}
		t.mu[i] = min(mu, e.cap)
		t.x[i], t.y[i] = 0, 0
		switch {
		case a.when == nil:
			t.x[i] = float64(t.mu[i] * a.def.Strength * t.lent[i])
			t.sumX += t.x[i]
		case a.when.eval(t.in.fact) == rules.True:
			t.y[i] = float64(t.mu[i] * a.def.Strength)
			t.sumY += t.y[i]
		}
	}
	t.scale()
}

func (t *trial) scale() {
	b := 1.0
	if t.sumX > 0 {
		l := float64(t.e.lambda * t.sumY)
		b = l / (1 + l)
	}
	for i := range t.mass {
		t.mass[i] = 0
		if t.sumX > 0 {
			t.mass[i] = float64((1 - b) * t.x[i] / t.sumX)
		}
		if t.sumY > 0 && b > 0 {
			t.mass[i] += float64(b * t.y[i] / t.sumY)
		}
	}
}
