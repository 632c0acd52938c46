package outlook

import (
	"math"

	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

const (
	bisectionSteps = 4     // of the quotient that a bound starts from
	zeroMassLimit  = 1e-15 // a total of masses under this may be 0
)

// boundThreat says how far the worst answers put a rival past the point where it
// displaces the form, negative if they cannot: one of a wider class must lead
// by more than the margin, one of the same class must lead; one of a narrower
// class must come within the margin of every option that is certain to be
// available, of which the best two candidates are looked at.
func (s *openMasses) boundThreat(o, rival int) float64 {
	e := s.e
	switch mine, other := e.Forms[o].Class, e.Forms[rival].Class; {
	case s.availability[rival] == rules.False:
		return math.Inf(-1)
	case mine < other:
		return -s.boundLead(o, rival, 2*evaluate.ValueTolerance-e.Margin)
	case mine == other:
		return -s.boundLead(o, rival, 2*evaluate.ValueTolerance)
	}
	lead := s.boundLead(o, rival, 2*evaluate.ValueTolerance+e.Margin)
	if m := s.bestCertain; lead <= 0 && m >= 0 && m != rival && m != o {
		lead = max(lead, s.boundLead(m, rival, 2*evaluate.ValueTolerance+e.Margin))
	}
	return -lead
}

// boundLead bounds (U_o - U_r - t)(1 + λD) from below, over all answers that leave
// the rival r available; it is positive only if o is ahead of r by more than t
// whatever the answers.
//
// With d_a the difference of captures, that is Q + λ Σ y(d-t) - t, where Q is
// Σ x d / X. For any q, Q = q + Σ x(d-q) / X, and X lies between its bounds L
// and H, so Q >= q + min(Σ x(d-q) / L, Σ x(d-q) / H). Both are sums over
// masses with fixed coefficients, for which least is safe. The one with L falls
// as q grows and the one with H rises, so halving finds a good q. If X may be
// 0, only H serves, at a q that Q cannot fall short of, and Σ y(d-t) must be
// positive too, since without X the facts alone decide.
func (s *openMasses) boundLead(o, r int, t float64) float64 {
	out := math.Inf(1)
	if s.lowX <= zeroMassLimit {
		out = s.leastSum(s.fillCoefficients(o, r, 0, 0, 1, t), o, r)
		if s.highX <= 0 {
			return out
		}
	}
	from, to := s.boundQuotient(o, r)
	at := func(x, q float64) float64 {
		return s.leastSum(s.fillCoefficients(o, r, 1/x, q, s.e.Lambda, t), o, r) + q - t
	}
	best := at(s.highX, from)
	for n := 0; n < bisectionSteps && best <= 0 && s.lowX > zeroMassLimit; n++ {
		q := exact.Mul(from+to, 0.5)
		high, low := at(s.highX, q), at(s.lowX, q)
		best = max(best, min(high, low))
		if high < low {
			from = q
		} else {
			to = q
		}
	}
	return min(out, best)
}

// boundQuotient are the bounds of Σ x d / X, each mass in its box.
func (s *openMasses) boundQuotient(o, r int) (low, high float64) {
	sign := 1.0
	if r < o {
		o, r, sign = r, o, -1
	}
	g := s.e.CaptureDifference(o, r)
	return exact.Mul(sign, evaluate.ExtremeMean(g, s.v.X, 1, 0, 0, -sign)), exact.Mul(sign, evaluate.ExtremeMean(g, s.v.X, 1, 0, 0, sign))
}

// fillCoefficients are k(d-q) for what priorities drive and l(d-t) for the rest, with
// the least that raises may make of d. They are valid until the next call.
func (s *openMasses) fillCoefficients(o, r int, k, q, l, t float64) []float64 {
	s.scale = l
	a, b := s.e.Forms[o].Capture.Value, s.e.Forms[r].Capture.Value
	for i := range s.coefficientBuffer {
		if d := a[i] - b[i]; s.e.Arguments[i].When == nil {
			s.coefficientBuffer[i] = exact.Mul(k, d-q)
		} else {
			s.coefficientBuffer[i] = exact.Mul(l, d-t)
		}
	}
	for i := range s.e.Forms[o].Raises {
		if x := &s.e.Forms[o].Raises[i]; s.in.RuleTruth(x.When) == rules.True {
			s.coefficientBuffer[x.Argument] += exact.Mul(l, x.By)
		}
	}
	for i := range s.e.Forms[r].Raises {
		if x := &s.e.Forms[r].Raises[i]; s.in.RuleTruth(x.When) != rules.False {
			s.coefficientBuffer[x.Argument] -= exact.Mul(l, x.By)
		}
	}
	return s.coefficientBuffer
}
