package mcda

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/exact"
)

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
	first, err := normalize("d1", d1)
	if err != nil {
		return 0, err
	}
	second, err := normalize("d2", d2)
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
	return min(newCut(first, second).share(), 1), nil
}

// normalize copies a list, scaled by a power of two to a largest number in
// [1/2, 1), with what counts as 0 put at 0.
func normalize(name string, d []float64) ([]float64, error) {
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

// corner is a corner of the simplex of weightings, all weight on one priority:
// the size of the coefficient along which is cut, and the other coefficient.
type corner struct{ along, value float64 }

// cut is the simplex, to be cut where the coefficient along is 0. A piece is
// named by how many corners toward and against are left, i and j: its other
// corners are on the border. The edge between the last two is cut next.
type cut struct {
	toward, against          []corner  // those with a coefficient along above 0, and below
	borderAbove, borderBelow []float64 // sizes of values above and below 0 on the border
	falling                  int       // how many toward have a value of 0 or less; they come first
	crossings                []float64 // the value where the edge of a piece is cut, by i-1 and j-1
	others                   []int     // by i-1: how many of the row's crossings, from the left, are not above 0
}

func newCut(along, value []float64) *cut {
	c := &cut{}
	for p, x := range along {
		switch v := value[p]; {
		case x > 0:
			c.toward = append(c.toward, corner{x, v})
			if v <= 0 {
				c.falling++
			}
		case x < 0:
			c.against = append(c.against, corner{-x, v})
		case v > 0:
			c.borderAbove = append(c.borderAbove, v)
		case v < 0:
			c.borderBelow = append(c.borderBelow, -v)
		}
	}
	// Sorted in full, so that the order of the priorities changes no bit.
	slices.Sort(c.borderAbove)
	slices.Sort(c.borderBelow)
	for _, list := range [][]corner{c.toward, c.against} {
		slices.SortFunc(list, func(a, b corner) int {
			return cmp.Or(cmp.Compare(a.value/a.along, b.value/b.along), cmp.Compare(a.along, b.along))
		})
	}
	c.fillCrossings()
	return c
}

// fillCrossings also finds the border between crossings above 0 and the others,
// which rises from row to row but for rounding.
func (c *cut) fillCrossings() {
	width := len(c.against)
	c.crossings = make([]float64, len(c.toward)*width)
	c.others = make([]int, len(c.toward)+1)
	for i := len(c.toward) - 1; i >= 0; i-- {
		c.others[i] = c.others[i+1]
		for j, a := range c.against {
			t := c.toward[i]
			x := (exact.Mul(t.along, a.value) + exact.Mul(a.along, t.value)) / (t.along + a.along)
			c.crossings[i*width+j] = x
			if x <= 0 {
				c.others[i] = max(c.others[i], j+1)
			}
		}
	}
}

// keepToward is the part of a piece, i and j, that keeps the last corner toward
// when its edge is cut.
func (c *cut) keepToward(i, j int) float64 {
	t, a := c.toward[i-1].along, c.against[j-1].along
	return t / (t + a)
}

// isAbove says whether the crossing of a piece is above 0.
func (c *cut) isAbove(i, j int) bool { return j > c.others[i-1] }
