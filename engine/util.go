package engine

import (
	"slices"
	"strconv"
)

// withCapacity gives a list its room at once, when its first member comes.
func withCapacity[T any](list []T, n int) []T {
	if list == nil {
		return make([]T, 0, n)
	}
	return list
}

func sortStrings(list []string) []string {
	slices.Sort(list)
	return list
}

func parseNumber(s string) (float64, bool) {
	x, err := strconv.ParseFloat(s, 64)
	return x, err == nil
}

// mul multiplies, rounded by itself. Where a product is added to something, a
// compiler may leave out the rounding in between (on arm64, s390x and ppc64, and
// on amd64 with GOAMD64=v3), and results would differ between platforms. The
// conversion forbids it, so it has to stay: see "Floating point" in METHOD.md.
func mul(a, b float64) float64 { return float64(a * b) }
