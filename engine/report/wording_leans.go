package report

import (
	"math"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
)

// Bounds of the words for a lean, on its scale from 0 to 1, and for a weight,
// as a multiple of the weight that each dimension would have if all weighed
// the same. They are reading aids in even steps; nothing is decided by them.
const (
	slightFrom = 0.1
	clearFrom  = 0.4
	strongFrom = 0.7
	mediumFrom = 0.5
	highFrom   = 1.5
)

// describeLean says in words which way a dimension pulls: "closed, strong".
func (w *wording) describeLean(l engine.Interval) string {
	if !l.Exists() {
		return w.LeanNone()
	}
	size := math.Abs(l.Nominal)
	switch {
	case size < slightFrom:
		return w.LeanBalanced()
	case size < clearFrom:
		return w.LeanSlight(w.nameSide(l.Nominal))
	case size < strongFrom:
		return w.LeanClear(w.nameSide(l.Nominal))
	}
	return w.LeanStrong(w.nameSide(l.Nominal))
}

func (w *wording) nameSide(x float64) string {
	if x < 0 {
		return w.StanceClosed()
	}
	return w.StanceOpen()
}

// mayChangeSide reports whether answers to open facts may turn the lean to the other
// side, or bring one about where there is none.
func mayChangeSide(l engine.Interval) bool {
	if !l.Exists() {
		return !math.IsNaN(l.Low)
	}
	return l.Nominal >= 0 && l.Low <= -slightFrom || l.Nominal <= 0 && l.High >= slightFrom
}

// describeWeight says in words how much of the verdict lies on a dimension: "high, 14".
func (w *wording) describeWeight(importance float64, n int) string {
	even := 1 / float64(len(w.rec.Dimensions))
	switch {
	case importance <= 0:
		return w.WeightNone()
	case n == 0:
		return w.WeightTrace()
	case importance < mediumFrom*even:
		return w.WeightLow(strconv.Itoa(n))
	case importance < highFrom*even:
		return w.WeightMedium(strconv.Itoa(n))
	}
	return w.WeightHigh(strconv.Itoa(n))
}

// describeLeanAndWeight says which way a dimension leans and how much it weighs.
func (w *wording) describeLeanAndWeight(d *engine.DimensionResult) string {
	weight := w.describeWeight(d.Importance, w.dimensionShare[d.ID])
	switch {
	case d.Importance <= 0:
		return w.LeaningNone()
	case math.Abs(d.Lean.Nominal) < slightFrom:
		return w.LeaningBalanced(weight)
	}
	return w.Leaning(w.describeLean(d.Lean), weight)
}
