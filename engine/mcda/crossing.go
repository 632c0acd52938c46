package mcda

import (
	"fmt"
	"math"
)

// Crossing gives the v > 0 at which rest + v·slope = 0: the weight of one priority
// at which two options change places, while rest is the sum Σ w_p d_p over the
// other priorities and slope the d of this one. v is on the scale of the weights
// in rest.
//
// If rest and slope have the same sign, or one of them is 0, there is no such v:
// [ErrNoCrossing]. Both must be finite ([ErrNotFinite]). A crossing that is
// too far out or too near to 0 for a float64 is an [ErrOutOfRange].
func Crossing(rest, slope float64) (float64, error) {
	v := -rest / slope
	switch {
	case v > 0 && v <= math.MaxFloat64:
		return v, nil
	case !isFinite(rest) || !isFinite(slope):
		return 0, fmt.Errorf("mcda: rest %v, slope %v: %w", rest, slope, ErrNotFinite)
	case rest == 0 || slope == 0 || (rest > 0) == (slope > 0):
		return 0, ErrNoCrossing
	}
	return 0, fmt.Errorf("mcda: rest %v, slope %v: %w", rest, slope, ErrOutOfRange)
}
