package mcda

import "fmt"

// maxCorners is how many priorities ShareOfBoth takes at most, those without any
// effect aside.
const maxCorners = 64

// ShareOfBoth gives the part of all weightings w (w ≥ 0, Σ w = 1, all equally
// likely) for which both Σ w_p d1_p > 0 and Σ w_p d2_p > 0: with d1 and d2 the
// leads of one option over two others, where it beats both. The share lies in
// [0, 1] and is exact but for rounding, about 1e-14.
//
// Both lists must have one length ([ErrLength]) and hold finite numbers
// ([ErrNotFinite]). Coefficients under 1e-12 of the largest of their list count
// as 0. A list in which no coefficient differs from 0 is an [ErrTie]. More than
// 64 priorities for which d1 or d2 differs from 0 are an [ErrTooLarge]. 17
// take under a tenth of a millisecond, 64 some ten milliseconds.
//
// The simplex of weightings is cut along Σ w d1 = 0, one edge after the other.
// Each way of doing that, which is a path through the table of [Share], leaves one
// simplex of the positive side, whose part of the whole is the product of the
// path's steps (where the cut is, this is the staircase triangulation of a
// product of simplices: Gelfand, Kapranov, Zelevinsky 1994, "Discriminants,
// resultants and multidimensional determinants", chapter 7). In it the share of d2
// is that of Share. Paths are many; but with the corners in order of d2 / |d1|
// each passes all its cuts with d2 > 0 first and the others after them, so the
// recursion of Share, run from there along the path in both directions, goes over
// all paths at once. Every step is a mean of numbers in [0, 1]: nothing cancels.
func ShareOfBoth(d1, d2 []float64) (float64, error) {
	if len(d1) != len(d2) {
		return 0, fmt.Errorf("mcda: d1 has %d coefficients, d2 has %d: %w", len(d1), len(d2), ErrLength)
	}
	first, err := normalise("d1", d1)
	if err != nil {
		return 0, err
	}
	second, err := normalise("d2", d2)
	if err != nil {
		return 0, err
	}
	corners := 0
	for p, x := range first {
		if x != 0 || second[p] != 0 {
			corners++
		}
	}
	if corners > maxCorners {
		return 0, fmt.Errorf("mcda: %d priorities have an effect, more than %d: %w", corners, maxCorners, ErrTooLarge)
	}
	return min(sharePaths(newCut(first, second)), 1), nil
}
