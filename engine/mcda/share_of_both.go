package mcda

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/exact"
)

const (
	// maxCells is how many pieces ShareOfBoth cuts at most.
	maxCells = 200_000
	// maxCorners is how many priorities it takes at most, those without any
	// effect aside.
	maxCorners = 64
)

// ShareOfBoth gives the part of all weightings w (w ≥ 0, Σ w = 1, all equally
// likely) for which both Σ w_p d1_p > 0 and Σ w_p d2_p > 0: with d1 and d2 the
// leads of one option over two others, where it beats both. The share lies in
// [0, 1] and is exact but for rounding, at most about 1e-13.
//
// Both lists must have one length ([ErrLength]) and hold finite numbers
// ([ErrNotFinite]). Coefficients under 1e-12 of the largest of their list count
// as 0. A list in which no coefficient differs from 0 is an [ErrTie].
//
// The simplex of weightings is cut along Σ w d1 = 0, one edge after the other,
// which is the recursion of [Share] with its pieces kept: each way through it
// is one simplex of the positive side, whose part of the whole is the product
// of the steps (the staircase triangulation of a product of simplices: Gelfand,
// Kapranov, Zelevinsky 1994, "Discriminants, resultants and multidimensional
// determinants", 7.3). In each the share of d2 is that of [Share]. With k
// positive and l negative coefficients there are C(k+l-1, l) such simplices;
// the list with fewer is the one that is cut. If these are more than 200,000, or
// if more than 64 priorities have an effect, it is an [ErrTooLarge]: 17 priorities
// have 12,870 at most, 21 are always few enough.
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
	if n := countCorners(first, second); n > maxCorners {
		return 0, fmt.Errorf("mcda: %d priorities have an effect, more than %d: %w", n, maxCorners, ErrTooLarge)
	}
	if countCells(second) < countCells(first) {
		first, second = second, first
	}
	if n := countCells(first); n > maxCells {
		return 0, fmt.Errorf("mcda: more than %d cells: %w", maxCells, ErrTooLarge)
	}
	c := newCut(first, second)
	c.addShares(len(c.toward), len(c.against), 1, c.borderSigns())
	return min(c.share, 1), nil
}

// normalize copies a list, scaled by a power of two to a largest number in
// [1/2, 1), with what counts as 0 put at 0.
func normalize(name string, d []float64) ([]float64, error) {
	largest := 0.0
	for p, x := range d {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return nil, fmt.Errorf("mcda: %s[%d] is %v: %w", name, p, x, ErrNotFinite)
		}
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

// countCorners counts the priorities with an effect on either side.
func countCorners(first, second []float64) int {
	n := 0
	for p, x := range first {
		if x != 0 || second[p] != 0 {
			n++
		}
	}
	return n
}

// countCells says into how many simplices the positive side of d falls, or
// maxCells + 1 if these are more.
func countCells(d []float64) int {
	toward, against := 0, 0
	for _, x := range d {
		if x > 0 {
			toward++
		} else if x < 0 {
			against++
		}
	}
	if toward == 0 {
		return 0
	}
	// C(n, k), n = toward + against - 1, with the smaller of against and toward - 1 as k
	n, k := toward+against-1, min(against, toward-1)
	cells := 1
	for i := 1; i <= k; i++ {
		if cells = cells * (n - k + i) / i; cells > maxCells {
			return maxCells + 1
		}
	}
	return cells
}

// corner is a corner of the simplex of weightings: all weight on one priority.
// along is the coefficient along which is cut, value the other one.
type corner struct{ along, value float64 }

// cut walks the pieces of one half of the simplex.
type cut struct {
	toward, against []corner  // those with along > 0, and those with along < 0
	border          []float64 // values where along is 0: corners first, then places cut
	towardSigns     []signs   // of the values of the first i of toward
	againstSigns    []signs   // of the first j of against
	volumes         []float64 // part of a piece on the positive side, by i and j left
	share           float64
	negative, table []float64 // room for the share of one piece
}

// signs counts values above and below 0.
type signs struct{ positive, negative int }

func (s signs) plus(value float64) signs {
	switch {
	case value > 0:
		s.positive++
	case value < 0:
		s.negative++
	}
	return s
}

func newCut(along, value []float64) *cut {
	c := &cut{}
	for p, x := range along {
		switch k := (corner{x, value[p]}); {
		case x > 0:
			c.toward = append(c.toward, k)
		case x < 0:
			c.against = append(c.against, k)
		case k.value != 0:
			c.border = append(c.border, k.value)
		}
	}
	corners := len(c.toward) + len(c.against) + len(c.border)
	// Sorted, the order of the priorities changes no bit.
	for _, list := range [][]corner{c.toward, c.against} {
		slices.SortFunc(list, func(a, b corner) int {
			return cmp.Or(cmp.Compare(b.value, a.value), cmp.Compare(b.along, a.along))
		})
	}
	slices.Sort(c.border)
	c.border = slices.Grow(c.border, corners)
	c.towardSigns, c.againstSigns = countSigns(c.toward), countSigns(c.against)
	c.negative, c.table = make([]float64, 0, corners), make([]float64, 2*corners)
	c.fillVolumes()
	return c
}

func countSigns(list []corner) []signs {
	out := make([]signs, 1, len(list)+1)
	for i, k := range list {
		out = append(out, out[i].plus(k.value))
	}
	return out
}

func (c *cut) borderSigns() signs {
	var out signs
	for _, x := range c.border {
		out = out.plus(x)
	}
	return out
}

// fillVolumes is the recursion of Share, with all steps kept.
func (c *cut) fillVolumes() {
	width := len(c.against) + 1
	c.volumes = make([]float64, (len(c.toward)+1)*width)
	for i := 1; i <= len(c.toward); i++ {
		row := c.volumes[i*width:]
		row[0] = 1
		for j := 1; j < width; j++ {
			nearer := c.toward[i-1].nearerPart(c.against[j-1])
			row[j] = exact.Mul(nearer, row[j-1]) + exact.Mul(1-nearer, c.volumes[(i-1)*width+j])
		}
	}
}

// nearerPart is the part of the edge from a corner toward to one against that
// is on the positive side.
func (k corner) nearerPart(against corner) float64 { return k.along / (k.along - against.along) }

// crossing is the value where an edge meets the border.
func (k corner) crossing(against corner) float64 {
	size := k.along - against.along
	x := (exact.Mul(k.along, against.value) - exact.Mul(against.along, k.value)) / size
	if math.Abs(x) <= zeroTolerance {
		return 0
	}
	return x
}

// addShares adds what the piece with the first i corners toward, the first j
// against and all of the border brings; volume is its part of the whole and s
// the signs on the border. The edge between the last two is cut: one half keeps
// the corner toward, the other the corner against.
func (c *cut) addShares(i, j int, volume float64, s signs) {
	t, a := c.towardSigns[i], c.againstSigns[j]
	switch {
	case i == 0 || s.positive+t.positive+a.positive == 0:
		return
	case s.negative+t.negative+a.negative == 0:
		c.share += exact.Mul(volume, c.volumes[i*(len(c.against)+1)+j])
		return
	case j == 0:
		c.share += exact.Mul(volume, c.shareOfPiece(i))
		return
	}
	toward, against := c.toward[i-1], c.against[j-1]
	nearer, x := toward.nearerPart(against), toward.crossing(against)
	c.border = append(c.border, x)
	s = s.plus(x)
	c.addShares(i, j-1, exact.Mul(volume, nearer), s)
	c.addShares(i-1, j, exact.Mul(volume, 1-nearer), s)
	c.border = c.border[:len(c.border)-1]
}

// shareOfPiece is the share of the piece with the first i corners toward and the
// border, where values of both signs occur.
func (c *cut) shareOfPiece(i int) float64 {
	values := c.border
	for _, k := range c.toward[:i] {
		values = append(values, k.value)
	}
	c.negative = c.negative[:0]
	for _, x := range values {
		if x < 0 {
			c.negative = append(c.negative, -x)
		}
	}
	clear(c.table)
	return fillShareTable(values, nil, 0, c.negative, c.table)
}
