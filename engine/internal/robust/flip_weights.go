package robust

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/engine/mcda"
)

// topWeight is the end of the scale of weights.
const topWeight = 10

// PriorityEffect says what the weight of one priority can do.
type PriorityEffect struct {
	Flips          []weightFlip
	EffectiveShare float64
	CanMatter      bool
}

// measureReach finds for each priority the greatest difference of two available
// forms, 0 if it is none but for rounding.
func (a *analysis) measureReach() []float64 {
	reach := make([]float64, len(a.weight))
	largest := 0.0
	for p := range reach {
		low, high := math.Inf(1), math.Inf(-1)
		for _, o := range a.available {
			low, high = min(low, a.linearForm.priorityRow(p)[o]), max(high, a.linearForm.priorityRow(p)[o])
		}
		reach[p] = high - low
		largest = max(largest, high)
	}
	for p := range reach {
		if reach[p] <= evaluate.ValueTolerance*largest {
			reach[p] = 0
		}
	}
	return reach
}

// rateWeights finds what each weight can do, with its flips.
func (a *analysis) rateWeights(reach []float64) []PriorityEffect {
	out := make([]PriorityEffect, len(a.weight))
	sum := 0.0
	for p := range out {
		sum += exact.Mul(a.weight[p], reach[p])
	}
	a.nominal.ApplyChanges(nil) // the facts as they are, whatever was tried before
	w := weightWalk{a: a, sums: make([]float64, len(a.e.Forms)), values: make([]float64, len(a.e.Forms))}
	for p := range out {
		if a.isStopped() {
			break
		}
		out[p].CanMatter = reach[p] > 0
		if sum > 0 {
			out[p].EffectiveShare = a.weight[p] * reach[p] / sum
		}
		w.startAt(p)
		if f, ok := w.findFlipBelow(); ok {
			out[p].Flips = append(out[p].Flips, a.explainWeightFlip(p, f))
		}
		if f, ok := w.findFlipAbove(); ok {
			out[p].Flips = append(out[p].Flips, a.explainWeightFlip(p, f))
		}
	}
	return out
}

// weightWalk moves the weight of one priority while the others stay.
type weightWalk struct {
	a         *analysis
	p         int
	from      float64
	sums      []float64 // Σ w c over the other priorities, per form
	z         float64   // Σ w z over the other priorities
	crossings []float64 // where some two forms change places, rising
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
			for _, margin := range []float64{-w.a.e.Margin, 0, w.a.e.Margin} {
				rest := w.sums[x] - w.sums[y] + exact.Mul(margin, w.z)
				slope := f.priorityRow(p)[x] - f.priorityRow(p)[y] + exact.Mul(margin, f.z[p])
				if v, err := mcda.Crossing(rest, slope); err == nil && v < topWeight {
					w.crossings = append(w.crossings, v)
				}
			}
		}
	}
	slices.Sort(w.crossings)
}

// findFlipAbove looks from the stated weight to the end of the scale.
func (w *weightWalk) findFlipAbove() (weightFlip, bool) {
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
	return weightFlip{}, false
}

// findFlipBelow looks from the stated weight to 0, and at 0, where the priority and
// perhaps the whole basis is gone.
func (w *weightWalk) findFlipBelow() (weightFlip, bool) {
	if w.from == 0 {
		return weightFlip{}, false
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
func (w *weightWalk) findFlipBetween(inner, outer float64) (weightFlip, bool) {
	if w.linearVerdict((inner + outer) / 2).IsSameOption(w.a.recommended) {
		return weightFlip{}, false
	}
	for _, step := range [...]float64{1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9} {
		first := math.Ceil(inner * step)
		sign := 1.0
		if outer < inner {
			first, sign = math.Floor(inner*step), -1
		}
		for i := range 2 {
			v := (first + exact.Mul(sign, float64(i))) / step
			if sign*v > sign*outer {
				break
			}
			if f, ok := w.evaluateAt(v, inner); ok {
				return f, true
			}
		}
	}
	return weightFlip{}, false
}

// evaluateAt evaluates in full, as Recommend would.
func (w *weightWalk) evaluateAt(v, border float64) (weightFlip, bool) {
	got := w.a.nominal.VerdictWithWeight(w.p, int64(math.Round(exact.Mul(v, compiled.WeightUnit))))
	return weightFlip{At: v, Border: border, Verdict: got}, !got.IsSameOption(w.a.recommended)
}

// linearVerdict evaluates by the linear form; v is above 0.
func (w *weightWalk) linearVerdict(v float64) evaluate.Verdict {
	z := w.z + exact.Mul(v, w.a.linearForm.z[w.p])
	if z == 0 {
		return w.a.recommended // a weight without effect beside others without effect
	}
	for o, c := range w.a.linearForm.priorityRow(w.p) {
		w.values[o] = (w.sums[o] + exact.Mul(v, c)) / z
	}
	picked, _ := evaluate.PickAmong(w.a.e, w.values, w.a.available, w.a.e.Margin)
	return evaluate.VerdictOf(w.a.e, picked)
}
