package compiled

import (
	"cmp"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// ArgumentValues is a number a side that every argument speaks for: the captures of an
// option, or the signs that make the score. A recommendation is the mean of a
// target, weighted by the masses.
type ArgumentValues struct {
	Value []float64 // per argument
	Order []int     // arguments by falling value, then by index
	moved []int     // room
}

func (t *ArgumentValues) sortOrder() {
	slices.SortFunc(t.Order, func(a, b int) int {
		return cmp.Or(cmp.Compare(t.Value[b], t.Value[a]), a-b)
	})
}

// reorder puts the arguments in order where some have a greater value than in another
// order: what moved is merged into the rest. Among equals those that moved come later.
func (t *ArgumentValues) reorder(from *ArgumentValues) {
	t.Order, t.moved = slices.Grow(t.Order[:0], len(from.Order)), t.moved[:0]
	for _, i := range from.Order {
		if t.Value[i] != from.Value[i] {
			t.moved = append(t.moved, i)
		}
	}
	slices.SortStableFunc(t.moved, func(a, b int) int { return cmp.Compare(t.Value[b], t.Value[a]) })
	next := 0
	for _, i := range from.Order {
		for next < len(t.moved) && t.Value[t.moved[next]] > t.Value[i] {
			t.Order = append(t.Order, t.moved[next])
			next++
		}
		if t.Value[i] == from.Value[i] {
			t.Order = append(t.Order, i)
		}
	}
	t.Order = append(t.Order, t.moved[next:]...)
}

// WeightedMean is Σ m_a · value_a.
func (t *ArgumentValues) WeightedMean(mass []float64) float64 {
	sum := 0.0
	for i, m := range mass {
		sum += exact.Mul(m, t.Value[i])
	}
	return sum
}
