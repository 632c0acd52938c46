package engine

import (
	"cmp"
	"math"
	"slices"
)

// item is a mass in a box with the value it carries.
type item struct {
	value  float64
	lo, hi float64
}

// extreme is the greatest (or, with sign -1, the least) weighted mean of the
// values over all masses in their boxes. At the optimum the masses are "high
// above a threshold, low below": start low and raise masses in the order of
// their values while they pull the mean on. NaN if no mass is possible.
func extreme(items []item, sign float64) float64 {
	slices.SortFunc(items, func(a, b item) int { return cmp.Compare(float64(sign*b.value), float64(sign*a.value)) })
	sum, total := 0.0, 0.0
	for _, it := range items {
		sum += float64(sign * it.value * it.lo)
		total += it.lo
	}
	for _, it := range items {
		if it.hi <= it.lo {
			continue
		}
		v := float64(sign * it.value)
		if total > 0 && v <= sum/total {
			break
		}
		sum += float64(v * (it.hi - it.lo))
		total += it.hi - it.lo
	}
	if total == 0 {
		return math.NaN()
	}
	return float64(sign * (sum / total))
}

// bounds gives the interval of Σ m_a · value_a over everything that open rules
// may turn out to be.
func (e *Engine) bounds(v *evaluation, nominal float64, value func(i int) float64) Interval {
	if !v.hasBasis() {
		nominal = math.NaN()
	}
	if !v.open {
		return Interval{nominal, nominal, nominal}
	}
	return Interval{nominal, e.bound(v, value, -1), e.bound(v, value, 1)}.around()
}

// bound is one end. The priorities' mean Q has mass 1 beside λ times the
// fired strength, so the share of the situation needs no treatment of its own.
func (e *Engine) bound(v *evaluation, value func(i int) float64, sign float64) float64 {
	xs := make([]item, 0, len(e.arguments))
	ys := make([]item, 0, len(e.arguments)+1)
	lowX := 0.0
	for i := range e.arguments {
		if v.x[i].hi > 0 {
			xs = append(xs, item{value(i), v.x[i].lo, v.x[i].hi})
			lowX += v.x[i].lo
		}
		if v.y[i].hi > 0 && e.lambda > 0 {
			ys = append(ys, item{value(i), float64(e.lambda * v.y[i].lo), float64(e.lambda * v.y[i].hi)})
		}
	}
	q := extreme(xs, sign)
	alone := math.NaN()
	if lowX == 0 {
		alone = extreme(slices.Clone(ys), sign)
	}
	with := math.NaN()
	if !math.IsNaN(q) {
		with = extreme(append(ys, item{q, 1, 1}), sign)
	}
	return further(with, alone, sign)
}

// further is the one of two numbers that lies further out; a NaN is no number.
func further(a, b, sign float64) float64 {
	if math.IsNaN(a) || sign*b > sign*a {
		return b
	}
	return a
}

// leanBounds gives the interval of the lean of a dimension.
func (e *Engine) leanBounds(v *evaluation, dim int, nominal float64) Interval {
	if !v.open {
		return Interval{nominal, nominal, nominal}
	}
	return Interval{nominal, e.leanBound(v, dim, -1), e.leanBound(v, dim, 1)}.around()
}

// leanBound takes the dimension's arguments for one side high and for the
// other low, and the rest of the priorities' mass once low and once high.
func (e *Engine) leanBound(v *evaluation, dim int, sign float64) float64 {
	var toward, against, yToward, yAgainst, restLow, restHigh, lowX float64
	for i := range e.arguments {
		a := &e.arguments[i]
		lowX += v.x[i].lo
		switch {
		case a.dim != dim:
			restLow += v.x[i].lo
			restHigh += v.x[i].hi
		case a.sign == sign:
			toward += v.x[i].hi
			yToward += v.y[i].hi
		default:
			against += v.x[i].lo
			yAgainst += v.y[i].lo
		}
	}
	best := math.NaN()
	for _, rest := range []float64{restLow, restHigh} {
		lx := float64(e.lambda * (toward + against + rest))
		up := toward - against + float64(lx*(yToward-yAgainst))
		if down := toward + against + float64(lx*(yToward+yAgainst)); down > 0 {
			best = further(best, float64(sign*(up/down)), sign)
		}
	}
	if lowX == 0 && yToward+yAgainst > 0 && e.lambda > 0 {
		best = further(best, float64(sign*((yToward-yAgainst)/(yToward+yAgainst))), sign)
	}
	return best
}
