package engine

import (
	"cmp"
	"math"
	"slices"
)

// argumentValues is a number a side that every argument speaks for: the captures of an
// option, or the signs that make the score. A recommendation is the mean of a
// target, weighted by the masses.
type argumentValues struct {
	value []float64 // per argument
	order []int     // arguments by falling value, then by index
}

func (e *Engine) newArgumentValues(value func(*compiledArgument) float64) argumentValues {
	t := argumentValues{value: make([]float64, len(e.arguments)), order: make([]int, len(e.arguments))}
	for i := range e.arguments {
		t.value[i], t.order[i] = value(&e.arguments[i]), i
	}
	t.sortOrder()
	return t
}

func (t *argumentValues) sortOrder() {
	slices.SortStableFunc(t.order, func(a, b int) int { return cmp.Compare(t.value[b], t.value[a]) })
}

// weightedMean is Σ m_a · value_a.
func (t *argumentValues) weightedMean(mass []float64) float64 {
	sum := 0.0
	for i, m := range mass {
		sum += mul(m, t.value[i])
	}
	return sum
}

// extremeMean is the greatest (or, with sign -1, the least) weighted mean of the
// values over all masses in their boxes times scale, beside a mass with the
// value also. At the optimum the masses are "high above a threshold, low
// below": start low and raise masses in the order of their values while they
// pull the mean on. NaN if no mass is possible.
func (t *argumentValues) extremeMean(boxes []box, scale float64, mass, also, sign float64) float64 {
	sum, total := mul(mass, also), mass
	for i := range boxes {
		sum += mul(mul(scale, boxes[i].low), t.value[i])
		total += mul(scale, boxes[i].low)
	}
	for n := range t.order {
		i := t.order[n]
		if sign < 0 {
			i = t.order[len(t.order)-1-n]
		}
		more := mul(scale, boxes[i].high-boxes[i].low)
		if more <= 0 {
			continue
		}
		if total > 0 && mul(sign, t.value[i]) <= mul(sign, sum/total) {
			break
		}
		sum += mul(t.value[i], more)
		total += more
	}
	if total == 0 {
		return math.NaN()
	}
	return sum / total
}

// boundMean gives the interval of the mean of a target over everything that open
// rules may turn out to be.
func (e *Engine) boundMean(v *evaluation, t *argumentValues, nominal float64) Interval {
	if !v.hasBasis() {
		nominal = math.NaN()
	}
	if !v.anyOpen {
		return Interval{nominal, nominal, nominal}
	}
	return Interval{nominal, e.boundMeanEnd(v, t, -1), e.boundMeanEnd(v, t, 1)}.includeNominal()
}

// boundMeanEnd is one end. The priorities' mean Q has mass 1 beside λ times the
// fired strength, so the share of the situation needs no treatment of its own.
func (e *Engine) boundMeanEnd(v *evaluation, t *argumentValues, sign float64) float64 {
	q := t.extremeMean(v.x, 1, 0, 0, sign)
	alone, with := math.NaN(), math.NaN()
	if v.lowX == 0 {
		alone = t.extremeMean(v.y, 1, 0, 0, sign) // b is 1 then, whatever λ
	}
	if !math.IsNaN(q) {
		with = t.extremeMean(v.y, e.lambda, 1, q, sign)
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

// boundLean gives the interval of the lean of a dimension.
func (e *Engine) boundLean(v *evaluation, dim int, nominal float64) Interval {
	if !v.anyOpen {
		return Interval{nominal, nominal, nominal}
	}
	return Interval{nominal, e.boundLeanEnd(v, dim, -1), e.boundLeanEnd(v, dim, 1)}.includeNominal()
}

// boundLeanEnd takes the dimension's arguments for one side high and for the
// other low, and the rest of the priorities' mass once low and once high.
func (e *Engine) boundLeanEnd(v *evaluation, dim int, sign float64) float64 {
	var toward, against, yToward, yAgainst, restLow, restHigh, opposed float64
	for i := range e.arguments {
		a := &e.arguments[i]
		switch {
		case a.dim != dim:
			restLow += v.x[i].low
			restHigh += v.x[i].high
		case a.sign == sign:
			toward += v.x[i].high
			yToward += v.y[i].high
		default:
			against += v.x[i].low
			yAgainst += v.y[i].low
			opposed += v.x[i].high
			if e.lambda > 0 || v.lowX == 0 {
				opposed += v.y[i].high
			}
		}
	}
	best := math.NaN()
	for _, rest := range []float64{restLow, restHigh} {
		lx := mul(e.lambda, toward+against+rest)
		up := toward - against + mul(lx, yToward-yAgainst)
		if down := toward + against + mul(lx, yToward+yAgainst); down > 0 {
			best = outermostOf(best, mul(sign, up/down), sign)
		}
	}
	if v.lowX == 0 && yToward+yAgainst > 0 {
		best = outermostOf(best, mul(sign, (yToward-yAgainst)/(yToward+yAgainst)), sign)
	}
	if math.IsNaN(best) && opposed > 0 {
		return -sign // no mass on this side; whatever mass there is lies on the other
	}
	return best
}
