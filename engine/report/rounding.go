package report

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine"
)

// roundToHundredths rounds shares that sum to 1 to whole numbers that sum to 100.
func roundToHundredths(parts []float64) []int { return roundToSum(parts, 100) }

// roundToSum divides a whole number in the proportion of the parts: the largest
// remainders are rounded up. Parts without any sum give zeros.
func roundToSum(parts []float64, total int) []int {
	out := make([]int, len(parts))
	order := make([]int, len(parts))
	sum, left := 0.0, total
	for _, x := range parts {
		sum += x
	}
	if sum <= 0 {
		return out
	}
	rest := make([]float64, len(parts))
	for i, x := range parts {
		exact := float64(total) * x / sum
		whole := math.Floor(exact)
		out[i], rest[i], order[i] = int(whole), exact-whole, i
		left -= out[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rest[b], rest[a]) })
	for _, i := range order[:max(0, min(left, len(order)))] {
		out[i]++
	}
	return out
}

// roundDimensionShares gives the shares of all weight as whole numbers of 100, by
// dimension.
func roundDimensionShares(r *engine.Recommendation) map[string]int {
	parts := make([]float64, len(r.Dimensions))
	for i := range r.Dimensions {
		parts[i] = r.Dimensions[i].Importance
	}
	out := make(map[string]int, len(parts))
	for i, n := range roundToHundredths(parts) {
		out[r.Dimensions[i].ID] = n
	}
	return out
}

// roundToHundredth gives a share as the whole number of 100 that is printed of it.
func roundToHundredth(share float64) int { return int(math.Round(100 * share)) }
