package mcda

import (
	"math"

	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// Radius gives the greatest x such that Σ w_p d_p stays ≥ 0 while every weight
// changes by up to the fraction x at once: Σ w_p d_p / Σ w_p |d_p|. It lies in
// [0, 1]; 1 says that no such change up to 100 % matters, 0 also stands for a
// sum that is negative to begin with. It is NaN if every w_p d_p is 0.
func Radius(w, d []float64) float64 {
	sum, size := 0.0, 0.0
	for p, x := range d {
		sum += exact.Mul(w[p], x)
		size += exact.Mul(w[p], math.Abs(x))
	}
	if size == 0 {
		return math.NaN()
	}
	return max(0, min(1, sum/size))
}
