package mcda

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// Ranked turns the coefficients d into those for weightings that keep the
// ranking of the stated weights w: Share(Ranked(d, w), nil) is the part of
// these for which Σ w_p d_p > 0. Priorities with equal weights stay equal;
// those with weight 0 are left out, so the result is no longer than d, and empty
// if no weight is above 0 (which is an [ErrTie] of [Share]). Each coefficient of
// the result is the mean of d over the priorities of the highest ranks, since
// the weightings that keep a ranking are a simplex with these means as corners
// (Barron, Barrett 1996, Management Science 42; the centre of that simplex is the
// rank-order centroid). It lies between the least and the greatest d, but for
// rounding; a mean under 1e-12 of the largest d in it, which may be all rounding, is 0.
//
// w and d must have one length ([ErrLength]) and be finite ([ErrNotFinite]),
// and no weight may be below 0 ([ErrOutOfRange]).
func Ranked(d, w []float64) ([]float64, error) {
	if err := requireWeights(w, d); err != nil {
		return nil, err
	}
	order := make([]int, 0, len(w))
	for p, x := range w {
		if x > 0 {
			order = append(order, p)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(w[j], w[i]) })
	out := make([]float64, 0, len(order))
	sum, scale, largest := 0.0, 1.0, 0.0
	for i, p := range order {
		next := sum + float64(d[p]/scale)
		if math.IsInf(next, 0) {
			sum, scale = float64(sum/hugeSum), hugeSum
			next = sum + float64(d[p]/scale)
		}
		sum, largest = next, max(largest, math.Abs(d[p]))
		if i+1 == len(order) || w[order[i+1]] < w[p] {
			mean := sum / float64(i+1) * scale // cut, should rounding carry it past the largest number
			if math.Abs(mean) < exact.Mul(zeroTolerance, largest) {
				mean = 0
			}
			out = append(out, max(-math.MaxFloat64, min(math.MaxFloat64, mean)))
		}
	}
	return out, nil
}

// hugeSum is the scale of a sum that would overflow otherwise: a power of two, so
// that no digit changes.
const hugeSum = 1 << 40
