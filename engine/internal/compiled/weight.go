package compiled

import (
	"math"

	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// WeightUnit is the step in which weights are read. Whole numbers of it are exact in
// float64, so that multiplying all weights by one number changes no quotient.
const WeightUnit = 1e9

// toUnits reads a weight from 0 to 10.
func toUnits(w float64) int64 { return int64(math.Round(exact.Mul(w, WeightUnit))) }

// Middle is the weight that counts, in units.
func (s WeightSpan) Middle() int64 { return (toUnits(s.Low) + toUnits(s.High)) / 2 }

// ReadWeight gives a weight from 0 to 10 in units; ok is false for any other number.
func ReadWeight(w float64) (units int64, ok bool) {
	if !isWeight(w) {
		return 0, false
	}
	return toUnits(w), true
}

// isWeight reports a number from 0 to 10.
func isWeight(w float64) bool { return w >= 0 && w <= 10 }

func (s WeightSpan) listMistakes(id string) diag.List {
	var list diag.List
	for _, w := range [...]float64{s.Low, s.High} {
		if !isWeight(w) {
			list.Add(diag.ProfileWeightOutOfRange(diag.Pos{}, id, plain.Number(w)))
		}
	}
	if s.Low > s.High {
		list.Add(diag.InvalidWeightRangeReversed(diag.Pos{}, id, plain.Number(s.Low), plain.Number(s.High)))
	}
	return list
}
