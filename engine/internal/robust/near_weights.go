package robust

import (
	"math"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// nearWeights are the weightings near the stated one: every stated weight times f^u, u
// evenly spread over [-1, 1], each by itself. A weight stated as a range is evenly spread
// over it, whatever f is.
type nearWeights struct {
	priorities []int // with a weight above 0
	weights    []float64
	ranges     []weightRange
	columns    [][]uint16 // per priority: the level of u in every draw
}

// weightRange is what a weight was stated as; of no width if as a number.
type weightRange struct{ low, width float64 }

// makeNearWeights draws. A priority has the same column in every profile, so that to
// state one more draws none of the others anew.
func (a *analysis) makeNearWeights() *nearWeights {
	n := &nearWeights{}
	for p, w := range a.weight {
		if w > 0 {
			n.priorities, n.weights = append(n.priorities, p), append(n.weights, w)
			r := weightRange{}
			if a.in.Low != nil && a.in.High[p] > a.in.Low[p] {
				r = weightRange{float64(a.in.Low[p]) / compiled.WeightUnit, float64(a.in.High[p]-a.in.Low[p]) / compiled.WeightUnit}
			}
			n.ranges = append(n.ranges, r)
			n.columns = append(n.columns, keptLevels(a.e, p))
		}
	}
	return n
}

// spread gives the table by which weights are drawn with the factor f.
func (n *nearWeights) spread(f float64) nearDraws {
	return nearDraws{n, listFactors(f)}
}

// nearDraws are weightings with one f.
type nearDraws struct {
	*nearWeights
	factors []float64 // per level: f^u
}

// ends are the least and the greatest weight of the i-th priority.
func (d *nearDraws) ends(i int) (low, high float64) {
	if r := &d.ranges[i]; r.width > 0 {
		return r.low, r.low + r.width
	}
	return exact.Mul(d.weights[i], d.factors[0]), exact.Mul(d.weights[i], d.factors[spreadLevels-1])
}

// fill fills w, one number for each priority, with the weighting of a draw.
func (d *nearDraws) fill(w []float64, draw int) {
	for i, x := range d.weights {
		level := d.columns[i][draw]
		w[i] = exact.Mul(x, d.factors[level])
		if r := &d.ranges[i]; r.width > 0 {
			w[i] = r.low + exact.Mul(r.width, (float64(level)+0.5)/spreadLevels)
		}
	}
}

// listFactors gives f^u for the middle of every level, by square roots and products
// alone: other powers differ between platforms.
func listFactors(f float64) []float64 {
	step := exact.Mul(f, f) // f^2 over the whole width of u
	for range 12 {
		step = math.Sqrt(step)
	}
	out := make([]float64, spreadLevels)
	out[0] = math.Sqrt(step) / f
	for i := 1; i < spreadLevels; i++ {
		out[i] = out[i-1] * step
	}
	return out
}
