// Package elicit turns what an owner says about priorities into weights: a
// ranking, points, pairwise comparisons, or comparisons with the best and the
// worst. Direct ratings from 0 to 10 are weights already.
//
// Each method is one function from plain values to [Weights]. It gives ratios
// only, so the greatest weight is put at 10 and the ratios are kept; the size of
// all weights together changes no verdict, only their ratios do. A priority that
// was not compared has no weight; it is never filled in.
//
// The package knows no rule pack: names are any strings, and the caller checks
// that they are priorities. It reads nothing and prints nothing. Errors are a
// [diag.List] with the codes AJ310 to AJ320.
package elicit

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules/diag"
)

// Weights holds a weight from 0 to 10 for each priority that was judged.
type Weights map[string]float64

// TopWeight is the weight of the most important priority. It is the end of the
// owner's scale.
const TopWeight = 10

// onScale puts the greatest of the values at Top and keeps their ratios. At
// least one value is above 0.
func onScale(ids []string, values []float64) Weights {
	most := slices.Max(values)
	w := make(Weights, len(ids))
	for i, id := range ids {
		w[id] = exact.Mul(values[i]/most, TopWeight)
	}
	return w
}

// requireDistinct refuses an empty list and names that stand twice, and gives the names
// in an order that the caller's order does not decide.
func requireDistinct(ids []string, list *diag.List) []string {
	if len(ids) == 0 {
		list.Add(diag.NothingToWeigh(diag.Pos{}))
	}
	sorted := slices.Sorted(slices.Values(ids))
	for i := 1; i < len(sorted); i++ {
		if sorted[i] == sorted[i-1] && (i == 1 || sorted[i] != sorted[i-2]) {
			list.Add(diag.DuplicatePriority(diag.Pos{}, sorted[i]))
		}
	}
	return slices.Compact(sorted)
}
