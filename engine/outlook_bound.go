package engine

import (
	"math"

	"github.com/ajar-decision/ajar/rules"
)

const (
	bisectionSteps = 4     // of the quotient that a bound starts from
	zeroMassLimit  = 1e-15 // a total of masses under this may be 0
)

// boundThreat says how far the worst answers put a rival past the point where it
// displaces the option, negative if they cannot: one of a wider class must lead
// by more than the margin, one of the same class must lead; one of a narrower
// class must come within the margin of every option that is certain to be
// available, of which the best two candidates are looked at.
func (s *openMasses) boundThreat(o, rival int) float64 {
	e := s.e
	switch mine, other := e.options[o].def.Class, e.options[rival].def.Class; {
	case s.availability[rival] == rules.False:
		return math.Inf(-1)
	case mine < other:
		return -s.boundLead(o, rival, 2*valueTolerance-e.margin)
	case mine == other:
		return -s.boundLead(o, rival, 2*valueTolerance)
	}
	lead := s.boundLead(o, rival, 2*valueTolerance+e.margin)
	if m := s.bestCertain; lead <= 0 && m >= 0 && m != rival && m != o {
		lead = max(lead, s.boundLead(m, rival, 2*valueTolerance+e.margin))
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
		out = s.leastSum(s.fillCoefficients(o, r, 0, 0, 1, t), r)
		if s.highX <= 0 {
			return out
		}
	}
	from, to := s.boundQuotient(o, r)
	at := func(x, q float64) float64 {
		return s.leastSum(s.fillCoefficients(o, r, 1/x, q, s.e.lambda, t), r) + q - t
	}
	best := at(s.highX, from)
	for n := 0; n < bisectionSteps && best <= 0 && s.lowX > zeroMassLimit; n++ {
		q := mul(from+to, 0.5)
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
	gaps, sign := s.e.captureDifferences(), 1.0
	if r < o {
		o, r, sign = r, o, -1
	}
	g := &gaps[o][r]
	return mul(sign, g.extremeMean(s.v.x, 1, 0, 0, -sign)), mul(sign, g.extremeMean(s.v.x, 1, 0, 0, sign))
}

// fillCoefficients are k(d-q) for what priorities drive and l(d-t) for the rest.
// They are valid until the next call.
func (s *openMasses) fillCoefficients(o, r int, k, q, l, t float64) []float64 {
	a, b := s.e.options[o].capture.value, s.e.options[r].capture.value
	for i := range s.coefficientBuffer {
		if d := a[i] - b[i]; s.e.arguments[i].when == nil {
			s.coefficientBuffer[i] = mul(k, d-q)
		} else {
			s.coefficientBuffer[i] = mul(l, d-t)
		}
	}
	return s.coefficientBuffer
}

// boundPriorityMass finds the bounds of X, and the best option that stays available.
func (s *openMasses) boundPriorityMass() {
	for i := range s.coefficientBuffer {
		if s.e.arguments[i].when == nil {
			s.coefficientBuffer[i] = 1
		}
	}
	s.lowX = s.leastSum(s.coefficientBuffer, -1)
	for i := range s.coefficientBuffer {
		s.coefficientBuffer[i] = -s.coefficientBuffer[i]
	}
	s.highX = -s.leastSum(s.coefficientBuffer, -1)
	s.bestCertain = -1
	values := s.e.optionValues(s.v)
	for o := range values {
		if s.availability[o] == rules.True && (s.bestCertain < 0 || values[o] > values[s.bestCertain]) {
			s.bestCertain = o
		}
	}
}

// leastSum bounds Σ c_a m_a from below. A fact has one value, so the masses that
// hang on it go by the value that is worst for their sum; values that rule out
// the option r are left aside (-1: none). Each group and each loose argument
// takes its worst by itself, and no answers can do worse than all worsts:
// min Σ_f g_f(answers) >= Σ_f min_v g_f(v). So does each unrated priority; its
// part is proportional to its weight, so the worst is nothing or the greatest.
func (s *openMasses) leastSum(c []float64, r int) float64 {
	sum := 0.0
	for _, i := range s.ungrouped {
		sum += leastProduct(c[i], s.mass[i])
	}
	for i := range s.unratedShares {
		sum += min(0, leastGroupSum(c, s.unratedShares[i].arguments, s.unratedShares[i].mass))
	}
	for g := range s.groups {
		worst := math.Inf(1)
		for n := range s.groups[g].possibleAnswers {
			if o := &s.groups[g].possibleAnswers[n]; r < 0 || o.availability == nil || o.availability[r] != rules.False {
				worst = min(worst, leastGroupSum(c, s.groups[g].arguments, o.mass))
			}
		}
		sum += worst
	}
	return sum
}

// leastGroupSum is the least of Σ c_a m_a over some arguments.
func leastGroupSum(c []float64, arguments []int, mass []box) float64 {
	sum := 0.0
	for k, i := range arguments {
		sum += leastProduct(c[i], mass[k])
	}
	return sum
}

// leastProduct is the least of c·m for a mass in its box.
func leastProduct(c float64, m box) float64 {
	if c < 0 {
		return mul(c, m.high)
	}
	return mul(c, m.low)
}
