package mcda

import (
	"math"

	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// zeroTolerance is how small a coefficient must be against the largest to count as zero.
const zeroTolerance = 1e-12

// inlineCapacity is how many coefficients fit without allocating.
const inlineCapacity = 64

// Share gives the part of all weightings w (w ≥ 0, Σ w = 1) for which
// Σ w_p d_p > 0, where w is spread as a Dirichlet distribution with the whole
// numbers a ≥ 1: the larger Σ a, the closer to the weights a / Σ a. A nil a
// stands for all ones, which is "any weights". The share lies in [0, 1]. It is
// NaN if no d_p differs from 0: the two tie whatever the weights.
// Coefficients under 1e-12 of the largest count as 0; they must be finite.
//
// The method is the recursion for the volume that a half-space cuts from a
// simplex (Varsi 1973, Pacific J. Math. 46; Ali 1973, Pacific J. Math. 48),
// with d_p repeated a_p times. Every step is a mean of two numbers in [0, 1]:
// nothing cancels, and equal coefficients are no special case. It takes
// (Σ a)² / 4 steps at most.
func Share(d []float64, a []int) float64 {
	limit := 0.0
	for _, x := range d {
		limit = max(limit, exact.Mul(zeroTolerance, math.Abs(x)))
	}
	var space [3 * inlineCapacity]float64
	against := space[0:0:inlineCapacity]
	toward := 0
	for p, x := range d {
		switch {
		case x > limit:
			toward++
		case x < -limit:
			for range repetitionsOf(a, p) {
				against = append(against, -x)
			}
		}
	}
	switch {
	case toward == 0 && len(against) == 0:
		return math.NaN()
	case toward == 0:
		return 0
	case len(against) == 0:
		return 1
	}
	table := append(space[inlineCapacity:inlineCapacity], make([]float64, 2*len(against))...)
	return fillShareTable(d, a, limit, against, table)
}

// fillShareTable fills f(i, j), the share for the first i coefficients toward and the
// first j against, row by row: f(0, j) = 0, f(i, 0) = 1 and
// f(i, j) = (q_j f(i-1, j) + p_i f(i, j-1)) / (p_i + q_j).
// The table holds the row and, for one p at a time, the quotients.
func fillShareTable(d []float64, a []int, limit float64, against, table []float64) float64 {
	n := len(against)
	row, up := table[:n], table[n:2*n]
	for p, x := range d {
		if x <= limit {
			continue
		}
		for j, q := range against {
			up[j] = q / (x + q)
		}
		for range repetitionsOf(a, p) {
			left := 1.0
			for j, u := range up {
				left = exact.Mul(u, row[j]) + exact.Mul(1-u, left)
				row[j] = left
			}
		}
	}
	return min(row[n-1], 1)
}

func repetitionsOf(a []int, p int) int {
	if a == nil {
		return 1
	}
	return a[p]
}
