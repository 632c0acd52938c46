package compiled

import (
	"cmp"
	"slices"
	"sync/atomic"

	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// ArgumentValues is a number a side that every argument speaks for: the captures of an
// option, or the signs that make the score. A recommendation is the mean of a
// target, weighted by the masses.
type ArgumentValues struct {
	Value []float64 // per argument
	order atomic.Pointer[[]int]

	merged, moved []int // in place of order, and room for it
}

// Order lists the arguments by falling value, then by index. It is worked out when it is
// first asked for.
func (t *ArgumentValues) Order() []int {
	if t.merged != nil {
		return t.merged
	}
	if kept := t.order.Load(); kept != nil {
		return *kept
	}
	made := make([]int, len(t.Value))
	for i := range made {
		made[i] = i
	}
	slices.SortFunc(made, func(a, b int) int { return cmp.Or(cmp.Compare(t.Value[b], t.Value[a]), a-b) })
	t.order.CompareAndSwap(nil, &made)
	return *t.order.Load()
}

// Reorder puts the arguments in order where some have a greater value than in another
// list: what moved is merged into the rest. Among equals those that moved come later.
func (t *ArgumentValues) Reorder(from *ArgumentValues) {
	order := from.Order()
	t.merged, t.moved = slices.Grow(t.merged[:0], len(order)), t.moved[:0]
	for _, i := range order {
		if t.Value[i] != from.Value[i] {
			t.moved = append(t.moved, i)
		}
	}
	slices.SortStableFunc(t.moved, func(a, b int) int { return cmp.Compare(t.Value[b], t.Value[a]) })
	next := 0
	for _, i := range order {
		for next < len(t.moved) && t.Value[t.moved[next]] > t.Value[i] {
			t.merged = append(t.merged, t.moved[next])
			next++
		}
		if t.Value[i] == from.Value[i] {
			t.merged = append(t.merged, i)
		}
	}
	t.merged = append(t.merged, t.moved[next:]...)
}

// WeightedMean is Σ m_a · value_a.
func (t *ArgumentValues) WeightedMean(mass []float64) float64 {
	sum := 0.0
	for i, m := range mass {
		sum += exact.Mul(m, t.Value[i])
	}
	return sum
}
