// Package toy is broken by the test of the tool.
package toy

import (
	"cmp"
	"slices"
)

const limit = 3 // nobody breaks what has to stay constant

var step = 1

// Best gives the greatest scores, the first of equal ones first; too many are cut.
func Best(scores []float64, names []string) []string {
	order := make([]int, 0, len(scores)+1)
	for i := range scores {
		order = append(order, i)
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(a, b))
	})
	var out []string
	for _, i := range order {
		if scores[i] <= 0 || names[i] == "" {
			continue
		}
		out = append(out, names[i])
	}
	return out[:min(limit, len(out))]
}

// CountTo counts up; broken, it may never end.
func CountTo(n int) (steps int) {
	for at := 0; at < n; {
		at += step
		steps++
	}
	return
}

// Unseen is called by no test.
func Unseen(a, b bool) bool { return a && !b }
