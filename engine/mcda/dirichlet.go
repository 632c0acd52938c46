package mcda

import (
	"fmt"
	"math/bits"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// Dirichlet draws weightings from a Dirichlet distribution with whole
// parameters. Make it with [NewDirichlet]; it is not safe for concurrent use.
//
// Sorted, Σ a - 1 uniform numbers cut [0, 1] into Σ a exponential-like
// spacings (Devroye 1986, "Non-uniform random variate generation", V.2);
// weight p is the sum of the next a_p of them, so only every a_p-th cut is
// needed. No logarithm is taken, whose last bit differs between platforms.
type Dirichlet struct {
	parameters []int
	weighting  []float64
	rand       exact.Generator
	cuts       []uint32
	slots      []uint32 // the cuts, sorted
	ends       []uint32 // where the next cut of a stretch goes
	shift      int      // leading bits of a cut name its stretch
}

// NewDirichlet makes a source of weightings for the parameters a. The same
// parameters and seed give the same weightings, on every platform.
//
// There must be a parameter ([ErrTooFew]), each at least 1 ([ErrOutOfRange]),
// with a sum of at most [MaxParameterSum] ([ErrTooLarge]), to which the time for a
// weighting and the memory are proportional.
func NewDirichlet(a []int, seed uint64) (*Dirichlet, error) {
	if len(a) == 0 {
		return nil, fmt.Errorf("mcda: no parameter: %w", ErrTooFew)
	}
	if err := requireParameters(a); err != nil {
		return nil, err
	}
	total := 0
	for _, n := range a {
		total += n
	}
	n := total - 1
	size := bits.Len(uint(n))
	space := make([]uint32, 2*n+1<<size)
	return &Dirichlet{
		parameters: slices.Clone(a), weighting: make([]float64, len(a)), rand: exact.Generator(seed), shift: 32 - size,
		cuts: space[:n], slots: space[n : 2*n], ends: space[2*n:],
	}, nil
}

// Next gives the next weighting, one number for each parameter: w ≥ 0, Σ w = 1
// within rounding. The list is good until the next call.
func (d *Dirichlet) Next() []float64 {
	d.fillSlots()
	const end = 1 << 32
	last, at := 0.0, -1
	for p, n := range d.parameters {
		at += n
		cut := float64(end)
		if at < len(d.slots) {
			cut = float64(d.slots[at])
		}
		d.weighting[p] = (cut - last) / end
		last = cut
	}
	return d.weighting
}

// fillSlots fills slots with sorted numbers. Since these are spread evenly, sorting
// them first by their leading bits leaves little to do.
func (d *Dirichlet) fillSlots() {
	clear(d.ends)
	for i := 0; i < len(d.cuts); i += 2 {
		x := d.rand.NextUint64()
		d.putCut(i, uint32(x))
		if i+1 < len(d.cuts) {
			d.putCut(i+1, uint32(x>>32))
		}
	}
	sum := uint32(0)
	for i, n := range d.ends {
		d.ends[i] = sum
		sum += n
	}
	for _, x := range d.cuts {
		end := &d.ends[x>>d.shift]
		d.slots[*end] = x
		*end++
	}
	insertionSort(d.slots)
}

func (d *Dirichlet) putCut(i int, x uint32) {
	d.cuts[i] = x
	d.ends[x>>d.shift]++
}

func insertionSort(list []uint32) {
	for i := 1; i < len(list); i++ {
		x, j := list[i], i
		for ; j > 0 && list[j-1] > x; j-- {
			list[j] = list[j-1]
		}
		list[j] = x
	}
}
