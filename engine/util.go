package engine

import (
	"slices"
	"strconv"
	"strings"
)

// room gives a list its room at once, when its first member comes.
func room[T any](list []T, n int) []T {
	if list == nil {
		return make([]T, 0, n)
	}
	return list
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}

func compareStrings(a, b string) int { return strings.Compare(a, b) }

func parse(s string) (float64, bool) {
	x, err := strconv.ParseFloat(s, 64)
	return x, err == nil
}
