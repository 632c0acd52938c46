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
