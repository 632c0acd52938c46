package mcda

import (
	"math"

	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// Radius gives the greatest x such that Σ w_p d_p stays ≥ 0 while every weight
// changes by up to the fraction x at once: Σ w_p d_p / Σ w_p |d_p|, since the
// worst such change takes x of all that speaks for and adds x to all that speaks
// against. It lies in [0, 1]; 1 says that no such change up to 100 % matters, 0
// also stands for a sum that is negative to begin with.
//
// w and d must have one length ([ErrLength]) and be finite ([ErrNotFinite]),
// and no weight may be below 0 ([ErrOutOfRange]). If no product w_p d_p differs
// from 0 it is an [ErrTie]. Numbers of any size serve: no product is too large or
// too small.
func Radius(w, d []float64) (float64, error) {
	if err := requireWeights(w, d); err != nil {
		return 0, err
	}
	none := math.MinInt
	largest := none
	for p, x := range d {
		if product, exponent := product(w[p], x); product != 0 {
			largest = max(largest, exponent)
		}
	}
	if largest == none {
		return 0, ErrTie
	}
	sum, size := 0.0, 0.0
	for p, x := range d {
		product, exponent := product(w[p], x)
		product = math.Ldexp(product, exponent-largest)
		sum += product
		size += math.Abs(product)
	}
	return max(0, min(1, sum/size)), nil
}

// product is x · y as a fraction and a power of two, which neither overflows nor
// vanishes.
func product(x, y float64) (fraction float64, exponent int) {
	fx, ex := math.Frexp(x)
	fy, ey := math.Frexp(y)
	return exact.Mul(fx, fy), ex + ey
}
