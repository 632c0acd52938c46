package mcda

import (
	"cmp"
	"slices"
)

// Ranked turns the coefficients d into those for weightings that keep the
// ranking of the stated weights w: Share(Ranked(d, w), nil) is the part of
// these for which Σ w_p d_p > 0. Priorities with equal weights stay equal;
// those with weight 0 are left out. Each coefficient of the result is the mean
// of d over the priorities of the highest ranks, since the weightings that
// keep a ranking are a simplex with these means as corners (Barron, Barrett
// 1996; the centre of that simplex is the rank-order centroid).
func Ranked(d, w []float64) []float64 {
	order := make([]int, 0, len(w))
	for p, x := range w {
		if x > 0 {
			order = append(order, p)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(w[j], w[i]) })
	out := make([]float64, 0, len(order))
	sum := 0.0
	for i, p := range order {
		sum += d[p]
		if i+1 == len(order) || w[order[i+1]] < w[p] {
			out = append(out, sum/float64(i+1))
		}
	}
	return out
}
