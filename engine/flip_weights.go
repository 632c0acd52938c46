package engine

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/mcda"
)

// topWeight is the end of the scale of weights.
const topWeight = 10

// preparePriorities takes over the weights and finds what each priority can do.
func (a *analysis) preparePriorities() {
	n := len(a.e.priorities)
	a.weight, a.reach = make([]float64, n), make([]float64, n)
	a.out.Priorities = make([]PrioritySensitivity, n)
	largest, sum := 0.0, 0.0
	for p := range n {
		a.weight[p] = float64(max(0, a.in.weight[p])) / weightUnit
		low, high := math.Inf(1), math.Inf(-1)
		for _, o := range a.available {
			low, high = min(low, a.linearForm.priorityRow(p)[o]), max(high, a.linearForm.priorityRow(p)[o])
		}
		a.reach[p] = high - low
		largest = max(largest, high)
	}
	for p := range n {
		if a.reach[p] <= valueTolerance*largest {
			a.reach[p] = 0
		}
		sum += mul(a.weight[p], a.reach[p])
	}
	for p := range n {
		s := &a.out.Priorities[p]
		s.ID, s.Stated, s.CanMatter = a.e.priorities[p].def.ID, a.in.weight[p] >= 0, a.reach[p] > 0
		if sum > 0 {
			s.EffectiveShare = mul(a.weight[p], a.reach[p]) / sum
		}
	}
}

// findFlipWeights finds the flip weights of every priority.
func (a *analysis) findFlipWeights() {
	a.nominal.applyChanges(nil) // the facts as they are
	w := weightWalk{a: a, sums: make([]float64, len(a.e.options)), values: make([]float64, len(a.e.options))}
	for p := range a.e.priorities {
		w.startAt(p)
		flips := &a.out.Priorities[p].Flips
		if f, ok := w.findFlipBelow(); ok {
			*flips = append(*flips, f)
		}
		if f, ok := w.findFlipAbove(); ok {
			*flips = append(*flips, f)
		}
	}
}

// weightWalk moves the weight of one priority while the others stay.
type weightWalk struct {
	a         *analysis
	p         int
	from      float64
	sums      []float64 // Σ w c over the other priorities, per option
	z         float64   // Σ w z over the other priorities
	crossings []float64 // where some two options change places, rising
	values    []float64
}

func (w *weightWalk) startAt(p int) {
	f := w.a.linearForm
	w.p, w.from = p, w.a.weight[p]
	w.a.weight[p] = 0
	w.z = f.fillTotals(w.a.weight, w.sums)
	w.a.weight[p] = w.from
	w.crossings = w.crossings[:0]
	for i, x := range w.a.available {
		for _, y := range w.a.available[i+1:] {
			for _, margin := range []float64{-w.a.e.margin, 0, w.a.e.margin} {
				rest := w.sums[x] - w.sums[y] + mul(margin, w.z)
				slope := f.priorityRow(p)[x] - f.priorityRow(p)[y] + mul(margin, f.z[p])
				if v, ok := mcda.Crossing(rest, slope); ok && v < topWeight {
					w.crossings = append(w.crossings, v)
				}
			}
		}
	}
	slices.Sort(w.crossings)
}

// findFlipAbove looks from the stated weight to the end of the scale.
func (w *weightWalk) findFlipAbove() (FlipWeight, bool) {
	inner := w.from
	for _, b := range append(w.crossings, topWeight) {
		if b <= inner {
			continue
		}
		if f, ok := w.findFlipBetween(inner, b); ok {
			return f, true
		}
		inner = b
	}
	return FlipWeight{}, false
}

// findFlipBelow looks from the stated weight to 0, and at 0, where the priority and
// perhaps the whole basis is gone.
func (w *weightWalk) findFlipBelow() (FlipWeight, bool) {
	if w.from == 0 {
		return FlipWeight{}, false
	}
	inner := w.from
	for i := len(w.crossings); i >= 0; i-- {
		b := 0.0
		if i > 0 {
			b = w.crossings[i-1]
		}
		if b >= inner {
			continue
		}
		if f, ok := w.findFlipBetween(inner, b); ok {
			return f, true
		}
		inner = b
	}
	return w.evaluateAt(0, 0)
}

// findFlipBetween looks between two borders, inside of which the verdict stays the same.
// If it differs, the flip is given at the first weight from the inner end on
// that shows it, with as few decimals as it takes.
func (w *weightWalk) findFlipBetween(inner, outer float64) (FlipWeight, bool) {
	if w.linearVerdict((inner+outer)/2) == w.a.recommended {
		return FlipWeight{}, false
	}
	for _, step := range [...]float64{1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9} {
		first := math.Ceil(inner * step)
		sign := 1.0
		if outer < inner {
			first, sign = math.Floor(inner*step), -1
		}
		for i := range 2 {
			v := (first + mul(sign, float64(i))) / step
			if sign*v > sign*outer {
				break
			}
			if f, ok := w.evaluateAt(v, inner); ok {
				return f, true
			}
		}
	}
	return FlipWeight{}, false
}

// evaluateAt evaluates in full, as Recommend would.
func (w *weightWalk) evaluateAt(v, border float64) (FlipWeight, bool) {
	got := w.a.nominal.verdictWithWeight(w.p, int64(math.Round(mul(v, weightUnit))))
	return FlipWeight{At: v, Border: border, Option: w.a.e.optionID(got.option), Stance: got.stance}, got != w.a.recommended
}

// linearVerdict evaluates by the linear form; v is above 0.
func (w *weightWalk) linearVerdict(v float64) indexedVerdict {
	z := w.z + mul(v, w.a.linearForm.z[w.p])
	if z == 0 {
		return w.a.recommended // a weight without effect beside others without effect
	}
	for o, c := range w.a.linearForm.priorityRow(w.p) {
		w.values[o] = (w.sums[o] + mul(v, c)) / z
	}
	picked, _ := w.a.e.pickOption(w.values, w.a.optionStatuses)
	return indexedVerdict{picked, w.a.e.options[picked].def.Stance}
}
