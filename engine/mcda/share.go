package mcda

import (
	"fmt"
	"math"

	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// zeroTolerance is how small a coefficient must be against the largest to count as zero.
const zeroTolerance = 1e-12

// inlineCapacity is how many coefficients fit without allocating.
const inlineCapacity = 64

// Coefficients of which the largest lies outside of these are scaled, so that sums
// do not overflow and 1e-12 of the largest does not vanish.
const smallestUnscaled, largestUnscaled = 0x1p-900, 0x1p+1000

// Share gives the part of all weightings w (w ≥ 0, Σ w = 1) for which
// Σ w_p d_p > 0, where w is spread as a Dirichlet distribution with the whole
// numbers a ≥ 1: the larger Σ a, the closer to the weights a / Σ a. A nil a
// stands for all ones, which is "any weights", all equally likely. The share lies
// in [0, 1] and is exact but for rounding, about 1e-15 for each of the Σ a.
//
// d must be finite ([ErrNotFinite]), a nil or of the same length ([ErrLength]), each
// parameter at least 1 ([ErrOutOfRange]), and Σ a at most [MaxParameterSum]
// ([ErrTooLarge]). If no d_p differs from 0, or there is none, the two tie whatever
// the weights: [ErrTie]. Coefficients under 1e-12 of the largest count as 0;
// otherwise their scale does not matter, be it 1e300 or 1e-300.
//
// The method is the recursion for the volume that a half-space cuts from a
// simplex (Varsi 1973, Pacific J. Math. 46; Ali 1973, Pacific J. Math. 48),
// with d_p repeated a_p times. Every step is a mean of two numbers in [0, 1]:
// nothing cancels, and equal coefficients are no special case. It takes
// (Σ a)² / 4 steps at most.
func Share(d []float64, a []int) (float64, error) {
	largest, err := checkShare(d, a)
	if err != nil {
		return 0, err
	}
	limit := exact.Mul(zeroTolerance, largest)
	if largest < smallestUnscaled || largest > largestUnscaled {
		if d, err = normalise("d", d); err != nil {
			return 0, err
		}
		limit = 0 // what counts as 0 is 0 now
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
	case toward == 0:
		return 0, nil
	case len(against) == 0:
		return 1, nil
	}
	table := append(space[inlineCapacity:inlineCapacity], make([]float64, 2*len(against))...)
	return fillShareTable(d, a, limit, against, table), nil
}

// checkShare gives the size of the largest coefficient.
func checkShare(d []float64, a []int) (float64, error) {
	if len(d) > MaxParameterSum {
		return 0, fmt.Errorf("mcda: %d coefficients, more than %d: %w", len(d), MaxParameterSum, ErrTooLarge)
	}
	if a != nil {
		if len(a) != len(d) {
			return 0, fmt.Errorf("mcda: %d parameters for %d coefficients: %w", len(a), len(d), ErrLength)
		}
		if err := requireParameters(a); err != nil {
			return 0, err
		}
	}
	largest := 0.0
	for _, x := range d {
		largest = max(largest, math.Abs(x))
	}
	switch {
	case !isFinite(largest):
		return 0, requireFinite("d", d)
	case largest == 0:
		return 0, ErrTie
	}
	return largest, nil
}

// normalise copies a list, scaled by a power of two to a largest number in
// [1/2, 1), with what counts as 0 put at 0.
func normalise(name string, d []float64) ([]float64, error) {
	if err := requireFinite(name, d); err != nil {
		return nil, err
	}
	largest := 0.0
	for _, x := range d {
		largest = max(largest, math.Abs(x))
	}
	if largest == 0 {
		return nil, fmt.Errorf("mcda: %s: %w", name, ErrTie)
	}
	fraction, exponent := math.Frexp(largest)
	out := make([]float64, len(d))
	for p, x := range d {
		if y := math.Ldexp(x, -exponent); math.Abs(y) > zeroTolerance*fraction {
			out[p] = y
		}
	}
	return out, nil
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
