package engine

import (
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
)

// box is a mass that lies between lo and hi; at is its nominal value.
type box struct{ low, nominal, high float64 }

// state of one evaluation. Everything that depends on facts alone comes
// before what depends on weights, so that other weights can be tried cheaply.
type evaluation struct {
	in             *indexedProfile
	fired          []rules.Truth // per moderator
	mu             []box         // per argument: product of its moderators
	x              []box         // per argument: priority-driven mass before scaling
	y              []box         // per argument: situation-driven mass before scaling
	mass           []float64     // per argument: m_a, summing to 1 (or all 0)
	sumX           float64
	sumY           float64
	lowX           float64 // least sum of x
	situationShare float64 // share of the situation
	anyOpen        bool    // some open rule can change a mass
}

// evaluate gives every argument its mass.
func (e *Engine) evaluate(in *indexedProfile) *evaluation {
	n := len(e.arguments)
	boxes := make([]box, 3*n)
	v := &evaluation{
		in: in, fired: make([]rules.Truth, len(e.moderators)),
		mu: boxes[:n], x: boxes[n : 2*n], y: boxes[2*n:], mass: make([]float64, n),
	}
	for i := range e.moderators {
		v.fired[i] = in.ruleTruth(e.moderators[i].when)
	}
	for i := range e.arguments {
		e.fillArgumentBoxes(v, i)
	}
	e.scaleMasses(v)
	return v
}

// fillArgumentBoxes fills the boxes of one argument: its moderators, then the mass
// that the weights or its condition give it.
func (e *Engine) fillArgumentBoxes(v *evaluation, i int) {
	a := &e.arguments[i]
	mu := e.boundModeration(v, a)
	s := a.def.Strength
	v.mu[i] = mu
	v.anyOpen = v.anyOpen || mu.low != mu.high
	if a.when == nil {
		w := e.lentWeightBox(v.in, a)
		v.anyOpen = v.anyOpen || w.low != w.high
		v.x[i] = box{mul(mu.low*s, w.low), mul(mu.nominal*s, w.nominal), mul(mu.high*s, w.high)}
		v.sumX += v.x[i].nominal
		v.lowX += v.x[i].low
		return
	}
	full := box{mul(mu.low, s), mul(mu.nominal, s), mul(mu.high, s)}
	switch v.in.ruleTruth(a.when) {
	case rules.True:
		v.y[i] = full
	case rules.Unknown:
		v.y[i] = box{0, 0, full.high}
		v.anyOpen = true
	}
	v.sumY += v.y[i].nominal
}

// lentWeight is Σ_p ŵ_p · c_ap / C_p, the weight that priorities lend an
// argument. ŵ is one rounded quotient of whole numbers.
func (e *Engine) lentWeight(in *indexedProfile, a *compiledArgument) float64 {
	if in.sum == 0 {
		return 0
	}
	w := 0.0
	for _, s := range a.shares {
		if in.weight[s.priority] > 0 {
			w += mul(float64(in.weight[s.priority])/float64(in.sum), s.of)
		}
	}
	return w
}

// lentWeightBox is lentWeight with the bounds that unrated priorities leave open. The
// sum is not 0 if there are any: see await.
func (e *Engine) lentWeightBox(in *indexedProfile, a *compiledArgument) box {
	w := e.lentWeight(in, a)
	out := box{w, w, w}
	if in.unrated == nil {
		return out
	}
	out.low, out.high = 0, 0
	for _, s := range a.shares {
		most := mul(float64(max(0, in.weight[s.priority]))/float64(in.sum), s.of)
		if in.unrated[s.priority] {
			most = in.greatestLentWeight(s)
		} else {
			out.low += most
		}
		out.high += most
	}
	return out
}

// greatestLentWeight is what a priority lends through a share at the greatest weight.
func (in *indexedProfile) greatestLentWeight(s argumentShare) float64 {
	return mul(elicit.TopWeight*weightUnit/float64(in.sum), s.of)
}

// boundModeration is the product of the moderators of an argument, with the pack's
// cap: nominal with the fired ones, and the widest that open ones allow.
func (e *Engine) boundModeration(v *evaluation, a *compiledArgument) box {
	mu := box{1, 1, 1}
	for _, m := range a.moderators {
		f := e.moderators[m].def.Factor
		switch v.fired[m] {
		case rules.True:
			mu = box{mul(mu.low, f), mul(mu.nominal, f), mul(mu.high, f)}
		case rules.Unknown:
			mu.low = mul(mu.low, min(1, f))
			mu.high = mul(mu.high, max(1, f))
		}
	}
	return box{min(mu.low, e.cap), min(mu.nominal, e.cap), min(mu.high, e.cap)}
}

// scaleMasses turns the boxes into masses: the situation takes the share b.
func (e *Engine) scaleMasses(v *evaluation) {
	switch {
	case v.sumY == 0:
		v.situationShare = 0
	case v.sumX == 0:
		v.situationShare = 1
	default:
		l := mul(e.lambda, v.sumY)
		v.situationShare = l / (1 + l)
	}
	for i := range v.mass {
		if v.sumX > 0 {
			v.mass[i] = (1 - v.situationShare) * v.x[i].nominal / v.sumX
		}
		if v.sumY > 0 && v.situationShare > 0 {
			v.mass[i] += v.situationShare * v.y[i].nominal / v.sumY
		}
	}
}

// hasBasis reports whether anything counts at all.
func (v *evaluation) hasBasis() bool { return v.sumX > 0 || v.sumY > 0 && v.situationShare > 0 }
