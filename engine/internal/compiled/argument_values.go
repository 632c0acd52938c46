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
}

func (t *ArgumentValues) sortOrder() {
	slices.SortStableFunc(t.Order, func(a, b int) int { return cmp.Compare(t.Value[b], t.Value[a]) })
}

// WeightedMean is Σ m_a · value_a.
func (t *ArgumentValues) WeightedMean(mass []float64) float64 {
	sum := 0.0
	for i, m := range mass {
		sum += exact.Mul(m, t.Value[i])
	}
	return sum
}
