package engine

import (
	"math"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
)

// box is a mass that lies between lo and hi; at is its nominal value.
type box struct{ lo, at, hi float64 }

// state of one evaluation. Everything that depends on facts alone comes
// before what depends on weights, so that other weights can be tried cheaply.
type evaluation struct {
	in    *input
	fired []rules.Truth // per moderator
	mu    []box         // per argument: product of its moderators
	x     []box         // per argument: priority-driven mass before scaling
	y     []box         // per argument: situation-driven mass before scaling
	mass  []float64     // per argument: m_a, summing to 1 (or all 0)
	sumX  float64
	sumY  float64
	lowX  float64 // least sum of x
	b     float64 // share of the situation
	open  bool    // some open rule can change a mass
}

// evaluate gives every argument its mass.
func (e *Engine) evaluate(in *input) *evaluation {
	n := len(e.arguments)
	boxes := make([]box, 3*n)
	v := &evaluation{
		in: in, fired: make([]rules.Truth, len(e.moderators)),
		mu: boxes[:n], x: boxes[n : 2*n], y: boxes[2*n:], mass: make([]float64, n),
	}
	for i := range e.moderators {
		v.fired[i] = in.truth(e.moderators[i].when)
	}
	for i := range e.arguments {
		e.argumentMass(v, i)
	}
	e.scale(v)
	return v
}

// argumentMass fills the boxes of one argument: its moderators, then the mass
// that the weights or its condition give it.
func (e *Engine) argumentMass(v *evaluation, i int) {
	a := &e.arguments[i]
	mu := e.moderation(v, a)
	s := a.def.Strength
	v.mu[i] = mu
	v.open = v.open || mu.lo != mu.hi
	if a.when == nil {
		w := e.weightBox(v.in, a)
		v.open = v.open || w.lo != w.hi
		v.x[i] = box{float64(mu.lo * s * w.lo), float64(mu.at * s * w.at), float64(mu.hi * s * w.hi)}
		v.sumX += v.x[i].at
		v.lowX += v.x[i].lo
		return
	}
	full := box{float64(mu.lo * s), float64(mu.at * s), float64(mu.hi * s)}
	switch v.in.truth(a.when) {
	case rules.True:
		v.y[i] = full
	case rules.Unknown:
		v.y[i] = box{0, 0, full.hi}
		v.open = true
	}
	v.sumY += v.y[i].at
}

// weightOf is Σ_p ŵ_p · c_ap / C_p, the weight that priorities lend an
// argument. ŵ is one rounded quotient of whole numbers.
func (e *Engine) weightOf(in *input, a *argument) float64 {
	if in.sum == 0 {
		return 0
	}
	w := 0.0
	for _, s := range a.shares {
		if in.weight[s.priority] > 0 {
			w += float64(float64(in.weight[s.priority]) / float64(in.sum) * s.of)
		}
	}
	return w
}

// weightBox is weightOf with the bounds that unrated priorities leave open. The
// sum is not 0 if there are any: see await.
func (e *Engine) weightBox(in *input, a *argument) box {
	w := e.weightOf(in, a)
	out := box{w, w, w}
	if in.unrated == nil {
		return out
	}
	out.lo, out.hi = 0, 0
	for _, s := range a.shares {
		most := float64(float64(max(0, in.weight[s.priority])) / float64(in.sum) * s.of)
		if in.unrated[s.priority] {
			most = in.utmost(s)
		} else {
			out.lo += most
		}
		out.hi += most
	}
	return out
}

// utmost is what a priority lends through a share at the greatest weight.
func (in *input) utmost(s share) float64 {
	return float64(elicit.Top * unit / float64(in.sum) * s.of)
}

// moderation is the product of the moderators of an argument, with the pack's
// cap: nominal with the fired ones, and the widest that open ones allow.
func (e *Engine) moderation(v *evaluation, a *argument) box {
	mu := box{1, 1, 1}
	for _, m := range a.moderators {
		f := e.moderators[m].def.Factor
		switch v.fired[m] {
		case rules.True:
			mu = box{float64(mu.lo * f), float64(mu.at * f), float64(mu.hi * f)}
		case rules.Unknown:
			mu.lo = float64(mu.lo * min(1, f))
			mu.hi = float64(mu.hi * max(1, f))
		}
	}
	return box{min(mu.lo, e.cap), min(mu.at, e.cap), min(mu.hi, e.cap)}
}

// scale turns the boxes into masses: the situation takes the share b.
func (e *Engine) scale(v *evaluation) {
	switch {
	case v.sumY == 0:
		v.b = 0
	case v.sumX == 0:
		v.b = 1
	default:
		l := float64(e.lambda * v.sumY)
		v.b = l / (1 + l)
	}
	for i := range v.mass {
		if v.sumX > 0 {
			v.mass[i] = float64((1 - v.b) * v.x[i].at / v.sumX)
		}
		if v.sumY > 0 && v.b > 0 {
			v.mass[i] += float64(v.b * v.y[i].at / v.sumY)
		}
	}
}

// hasBasis reports whether anything counts at all.
func (v *evaluation) hasBasis() bool { return v.sumX > 0 || v.sumY > 0 && v.b > 0 }

// Interval is a number with the bounds that answers to open facts cannot
// leave. A number that does not exist is NaN, never 0: the lean of a dimension
// without mass, the score of a profile without basis.
type Interval struct {
	Nominal, Low, High float64
}

var none = Interval{math.NaN(), math.NaN(), math.NaN()}

// Exists reports whether there is a nominal number.
func (i Interval) Exists() bool { return !math.IsNaN(i.Nominal) }

// around widens the bounds to hold the nominal number, from which rounding
// may have parted them.
func (i Interval) around() Interval {
	if i.Exists() {
		i.Low, i.High = min(i.Low, i.Nominal), max(i.High, i.Nominal)
	}
	return i
}
