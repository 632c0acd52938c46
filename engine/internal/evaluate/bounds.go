package evaluate

import (
	"math"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// ExtremeMean is the greatest (or, with sign -1, the least) weighted mean of the
// values over all masses in their boxes times scale, beside a mass with the
// value also. At the optimum the masses are "high above a threshold, low
// below": start low and raise masses in the order of their values while they
// pull the mean on. NaN if no mass is possible.
func ExtremeMean(t *compiled.ArgumentValues, boxes []Box, scale float64, mass, also, sign float64) float64 {
	sum, total := exact.Mul(mass, also), mass
	for i := range boxes {
		sum += exact.Mul(exact.Mul(scale, boxes[i].Low), t.Value[i])
		total += exact.Mul(scale, boxes[i].Low)
	}
	order := t.Order()
	for n := range order {
		i := order[n]
		if sign < 0 {
			i = order[len(order)-1-n]
		}
		more := exact.Mul(scale, boxes[i].High-boxes[i].Low)
		if more <= 0 {
			continue
		}
		if total > 0 && exact.Mul(sign, t.Value[i]) <= exact.Mul(sign, sum/total) {
			break
		}
		sum += exact.Mul(t.Value[i], more)
		total += more
	}
	if total == 0 {
		return math.NaN()
	}
	return sum / total
}

// BoundMean gives the interval of the mean of a target over everything that open
// rules may turn out to be.
func BoundMean(e *compiled.Rules, v *Evaluation, t *compiled.ArgumentValues, nominal float64) Interval {
	if !v.HasBasis() {
		nominal = math.NaN()
	}
	if !v.AnyOpen {
		return Interval{nominal, nominal, nominal}
	}
	return Interval{nominal, BoundMeanEnd(e, v, t, -1), BoundMeanEnd(e, v, t, 1)}.includeNominal()
}

// BoundFormValue gives the interval of the value of a form: also what its open raises
// may add.
func BoundFormValue(e *compiled.Rules, v *Evaluation, form int, nominal float64) Interval {
	f := &e.Forms[form]
	low, high := f.RaisedCaptures(&v.low, v.In, false), f.RaisedCaptures(&v.high, v.In, true)
	for _, t := range []*compiled.ArgumentValues{low, high} {
		if v.AnyOpen && t != f.Capture {
			t.Reorder(f.Capture)
		}
	}
	if !v.HasBasis() {
		nominal = math.NaN()
	}
	switch {
	case v.AnyOpen:
		return Interval{nominal, BoundMeanEnd(e, v, low, -1), BoundMeanEnd(e, v, high, 1)}.includeNominal()
	case !v.HasBasis():
		return Interval{nominal, nominal, nominal}
	}
	return Interval{nominal, low.WeightedMean(v.Mass), high.WeightedMean(v.Mass)}.includeNominal()
}

// BoundMeanEnd is one end. The priorities' mean Q has mass 1 beside λ times the
// fired strength, so the share of the situation needs no treatment of its own.
func BoundMeanEnd(e *compiled.Rules, v *Evaluation, t *compiled.ArgumentValues, sign float64) float64 {
	q := ExtremeMean(t, v.X, 1, 0, 0, sign)
	alone, with := math.NaN(), math.NaN()
	if v.LowX == 0 {
		alone = ExtremeMean(t, v.Y, 1, 0, 0, sign) // b is 1 then, whatever λ
	}
	if !math.IsNaN(q) {
		with = ExtremeMean(t, v.Y, e.Lambda, 1, q, sign)
	}
	return outermostOf(with, alone, sign)
}

// outermostOf is the one of two numbers that lies further out; a NaN is no number.
func outermostOf(a, b, sign float64) float64 {
	if math.IsNaN(a) || sign*b > sign*a {
		return b
	}
	return a
}

// BoundLean gives the interval of the lean of a dimension.
func BoundLean(e *compiled.Rules, v *Evaluation, dim int, nominal float64) Interval {
	if !v.AnyOpen {
		return Interval{nominal, nominal, nominal}
	}
	return Interval{nominal, boundLeanEnd(e, v, dim, -1), boundLeanEnd(e, v, dim, 1)}.includeNominal()
}

// boundLeanEnd takes the dimension's arguments for one side high and for the
// other low, and the rest of the priorities' mass once low and once high.
func boundLeanEnd(e *compiled.Rules, v *Evaluation, dim int, sign float64) float64 {
	var toward, against, yToward, yAgainst, restLow, restHigh, opposed float64
	for i := range e.Arguments {
		a := &e.Arguments[i]
		switch {
		case a.Dim != dim:
			restLow += v.X[i].Low
			restHigh += v.X[i].High
		case a.Sign == sign:
			toward += v.X[i].High
			yToward += v.Y[i].High
		default:
			against += v.X[i].Low
			yAgainst += v.Y[i].Low
			opposed += v.X[i].High
			if e.Lambda > 0 || v.LowX == 0 {
				opposed += v.Y[i].High
			}
		}
	}
	best := math.NaN()
	for _, rest := range []float64{restLow, restHigh} {
		lx := exact.Mul(e.Lambda, toward+against+rest)
		up := toward - against + exact.Mul(lx, yToward-yAgainst)
		if down := toward + against + exact.Mul(lx, yToward+yAgainst); down > 0 {
			best = outermostOf(best, exact.Mul(sign, up/down), sign)
		}
	}
	if v.LowX == 0 && yToward+yAgainst > 0 {
		best = outermostOf(best, exact.Mul(sign, (yToward-yAgainst)/(yToward+yAgainst)), sign)
	}
	if math.IsNaN(best) && opposed > 0 {
		return -sign // no mass on this side; whatever mass there is lies on the other
	}
	return best
}

// Interval is a number with the bounds that open rules cannot leave; NaN if it does
// not exist.
type Interval struct{ Nominal, Low, High float64 }

// includeNominal widens the bounds to hold the nominal number, from which rounding
// may have parted them.
func (i Interval) includeNominal() Interval {
	if !math.IsNaN(i.Nominal) {
		i.Low, i.High = min(i.Low, i.Nominal), max(i.High, i.Nominal)
	}
	return i
}
