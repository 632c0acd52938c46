package mcda

import (
	"cmp"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/exact"
)

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
