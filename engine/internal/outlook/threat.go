package outlook

import (
	"math"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
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
	if s.availability[rival] == rules.False {
		return math.Inf(-1)
	}
	s.excludeAnswers(rival)
	switch mine, other := e.Forms[o].Class, e.Forms[rival].Class; {
	case mine < other:
		return -s.boundLead(o, rival, 2*evaluate.ValueTolerance-e.Margin)
	case mine == other:
		return -s.boundLead(o, rival, 2*evaluate.ValueTolerance)
	}
	lead := s.boundLead(o, rival, 2*evaluate.ValueTolerance+e.Margin)
	if lead > 0 {
		return -lead
	}
	if m := s.findBestCertain(); m >= 0 && m != rival && m != o {
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
	from := s.boundQuotient(o, r, -1)
	at := func(x, q float64) float64 {
		return s.leastSum(s.fillCoefficients(o, r, 1/x, q, s.e.Lambda, t), o, r) + q - t
	}
	best := at(s.highX, from)
	if best > 0 || s.lowX <= zeroMassLimit {
		return min(out, best)
	}
	to := s.boundQuotient(o, r, 1)
	for n := 0; n < bisectionSteps && best <= 0; n++ {
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

// boundQuotient is the least of Σ x d / X, each mass in its box, or with sign 1 the
// greatest.
func (s *openMasses) boundQuotient(o, r int, sign float64) float64 {
	if !s.isXOpen {
		return s.measureQuotient(o, r)
	}
	turned := 1.0
	if r < o {
		o, r, turned = r, o, -1
	}
	return exact.Mul(turned, evaluate.ExtremeMean(compiled.CaptureDifference(s.e, o, r), s.v.X, 1, 0, 0, exact.Mul(turned, sign)))
}

// measureQuotient is Σ x d / X where no mass in it is open.
func (s *openMasses) measureQuotient(o, r int) float64 {
	a, b := s.e.Forms[o].Capture.Value, s.e.Forms[r].Capture.Value
	sum, total := 0.0, 0.0
	for _, i := range s.hasMass {
		x := s.v.X[i].Low
		sum += exact.Mul(x, a[i]-b[i])
		total += x
	}
	return sum / total
}

// fillCoefficients are k(d-q) for what priorities drive and l(d-t) for the rest, with
// the least that raises may make of d. They are valid until the next call.
func (s *openMasses) fillCoefficients(o, r int, k, q, l, t float64) []float64 {
	s.scale = l
	c, a, b := s.coefficients, s.e.Forms[o].Capture.Value, s.e.Forms[r].Capture.Value
	for _, i := range s.hasMass {
		if d := a[i] - b[i]; s.e.Arguments[i].When == nil {
			c[i] = exact.Mul(k, d-q)
		} else {
			c[i] = exact.Mul(l, d-t)
		}
	}
	for i := range s.e.Forms[o].Raises {
		if x := &s.e.Forms[o].Raises[i]; s.raises[o][i] == rules.True {
			c[x.Argument] += exact.Mul(l, x.By)
		}
	}
	for i := range s.e.Forms[r].Raises {
		if x := &s.e.Forms[r].Raises[i]; s.raises[r][i] != rules.False {
			c[x.Argument] -= exact.Mul(l, x.By)
		}
	}
	return c
}
