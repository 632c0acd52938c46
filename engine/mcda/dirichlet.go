package mcda

import (
	"math/bits"
)

// Dirichlet draws weightings from a Dirichlet distribution with whole
// parameters. Make it with NewDirichlet; it is not safe for concurrent use.
//
// Sorted, Σ a - 1 uniform numbers cut [0, 1] into Σ a exponential-like
// spacings (Devroye 1986, "Non-uniform random variate generation", V.2);
// weight p is the sum of the next a_p of them, so only every a_p-th cut is
// needed. No logarithm is taken, whose last bit differs between platforms.
type Dirichlet struct {
	parts []int
	rand  generator
	cuts  []uint64
	slots []uint64
	ends  []int // where the next cut of a slot goes
	shift int
}

// NewDirichlet makes a source of weightings for the parameters a ≥ 1. The
// same seed gives the same weightings.
func NewDirichlet(a []int, seed uint64) *Dirichlet {
	total := 0
	for _, n := range a {
		total += n
	}
	size := bits.Len(uint(total))
	return &Dirichlet{
		parts: a, rand: generator(seed), shift: 64 - size,
		cuts: make([]uint64, max(0, total-1)), slots: make([]uint64, max(0, total-1)), ends: make([]int, 1<<size),
	}
}

// scale turns a spacing of 64-bit numbers into a part of 1.
const scale = 1.0 / (1 << 32) / (1 << 32)

// Next fills w, one number for each parameter, with the next weighting: w ≥ 0,
// Σ w = 1 within rounding.
func (d *Dirichlet) Next(w []float64) {
	d.draw()
	last, at := uint64(0), -1
	for p, n := range d.parts {
		at += n
		cut := ^uint64(0)
		if at < len(d.slots) {
			cut = d.slots[at]
		}
		w[p] = float64(float64(cut-last) * scale)
		last = cut
	}
}

// draw fills slots with sorted numbers. Since these are spread evenly, sorting
// them first by their leading bits leaves little to do.
func (d *Dirichlet) draw() {
	clear(d.ends)
	for i := range d.cuts {
		x := d.rand.next()
		d.cuts[i] = x
		d.ends[x>>d.shift]++
	}
	sum := 0
	for i, n := range d.ends {
		d.ends[i] = sum
		sum += n
	}
	for _, x := range d.cuts {
		slot := x >> d.shift
		d.slots[d.ends[slot]] = x
		d.ends[slot]++
	}
	insertionSort(d.slots)
}

func insertionSort(list []uint64) {
	for i := 1; i < len(list); i++ {
		x, j := list[i], i
		for ; j > 0 && list[j-1] > x; j-- {
			list[j] = list[j-1]
		}
		list[j] = x
	}
}
