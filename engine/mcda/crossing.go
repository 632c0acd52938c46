package mcda

// Crossing gives the v > 0 at which rest + v·slope = 0, if there is one: the
// weight of one priority at which two options change places, while rest is
// the sum Σ w_p d_p over the others.
func Crossing(rest, slope float64) (v float64, ok bool) {
	if (rest > 0) == (slope > 0) || rest == 0 || slope == 0 {
		return 0, false
	}
	return -rest / slope, true
}
