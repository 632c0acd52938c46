package engine

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/mcda"
)

// top is the end of the scale of weights.
const top = 10

// prepare takes over the weights and finds what each priority can do.
func (a *analysis) prepare() {
	n := len(a.e.priorities)
	a.weight, a.reach = make([]float64, n), make([]float64, n)
	a.out.Priorities = make([]PrioritySensitivity, n)
	largest, sum := 0.0, 0.0
	for p := range n {
		a.weight[p] = float64(max(0, a.in.weight[p])) / unit
		low, high := math.Inf(1), math.Inf(-1)
		for _, o := range a.available {
			low, high = min(low, a.form.row(p)[o]), max(high, a.form.row(p)[o])
		}
		a.reach[p] = high - low
		largest = max(largest, high)
	}
	for p := range n {
		if a.reach[p] <= equal*largest {
			a.reach[p] = 0
		}
		sum += float64(a.weight[p] * a.reach[p])
	}
	for p := range n {
		s := &a.out.Priorities[p]
		s.ID, s.Stated, s.CanMatter = a.e.priorities[p].def.ID, a.in.weight[p] >= 0, a.reach[p] > 0
		if sum > 0 {
			s.EffectiveShare = float64(a.weight[p]*a.reach[p]) / sum
		}
	}
}

// changeWeights finds the flip weights of every priority.
func (a *analysis) changeWeights() {
	a.trial.apply(nil) // the facts as they are
	w := walk{a: a, sums: make([]float64, len(a.e.options)), values: make([]float64, len(a.e.options))}
	for p := range a.e.priorities {
		w.start(p)
		flips := &a.out.Priorities[p].Flips
		if f, ok := w.down(); ok {
			*flips = append(*flips, f)
		}
		if f, ok := w.up(); ok {
			*flips = append(*flips, f)
		}
	}
}

// walk moves the weight of one priority while the others stay.
type walk struct {
	a       *analysis
	p       int
	from    float64
	sums    []float64 // Σ w c over the other priorities, per option
	z       float64   // Σ w z over the other priorities
	borders []float64 // where some two options change places, rising
	values  []float64
}

func (w *walk) start(p int) {
	f := w.a.form
	w.p, w.from = p, w.a.weight[p]
	w.a.weight[p] = 0
	w.z = f.total(w.a.weight, w.sums)
	w.a.weight[p] = w.from
	w.borders = w.borders[:0]
	for i, x := range w.a.available {
		for _, y := range w.a.available[i+1:] {
			for _, margin := range []float64{-w.a.e.margin, 0, w.a.e.margin} {
				rest := w.sums[x] - w.sums[y] + float64(margin*w.z)
				slope := f.row(p)[x] - f.row(p)[y] + float64(margin*f.z[p])
				if v, ok := mcda.Crossing(rest, slope); ok && v < top {
					w.borders = append(w.borders, v)
				}
			}
		}
	}
	slices.Sort(w.borders)
}

// up looks from the stated weight to the end of the scale.
func (w *walk) up() (FlipWeight, bool) {
	inner := w.from
	for _, b := range append(w.borders, top) {
		if b <= inner {
			continue
		}
		if f, ok := w.piece(inner, b); ok {
			return f, true
		}
		inner = b
	}
	return FlipWeight{}, false
}

// down looks from the stated weight to 0, and at 0, where the priority and
// perhaps the whole basis is gone.
func (w *walk) down() (FlipWeight, bool) {
	if w.from == 0 {
		return FlipWeight{}, false
	}
	inner := w.from
	for i := len(w.borders); i >= 0; i-- {
		b := 0.0
		if i > 0 {
			b = w.borders[i-1]
		}
		if b >= inner {
			continue
		}
		if f, ok := w.piece(inner, b); ok {
			return f, true
		}
		inner = b
	}
	return w.at(0, 0)
}

// piece looks between two borders, inside of which the verdict stays the same.
// If it differs, the flip is given at the first weight from the inner end on
// that shows it, with as few decimals as it takes.
func (w *walk) piece(inner, outer float64) (FlipWeight, bool) {
	if w.verdict((inner+outer)/2) == w.a.now {
		return FlipWeight{}, false
	}
	for _, step := range [...]float64{1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9} {
		first := math.Ceil(inner * step)
		sign := 1.0
		if outer < inner {
			first, sign = math.Floor(inner*step), -1
		}
		for i := range 2 {
			v := (first + sign*float64(i)) / step
			if sign*v > sign*outer {
				break
			}
			if f, ok := w.at(v, inner); ok {
				return f, true
			}
		}
	}
	return FlipWeight{}, false
}

// at evaluates in full, as Recommend would.
func (w *walk) at(v, border float64) (FlipWeight, bool) {
	got := w.a.trial.withWeight(w.p, int64(math.Round(float64(v*unit))))
	return FlipWeight{At: v, Border: border, Option: w.a.e.id(got.option), Stance: got.stance}, got != w.a.now
}

// verdict evaluates by the linear form; v is above 0.
func (w *walk) verdict(v float64) verdict {
	z := w.z + float64(v*w.a.form.z[w.p])
	if z == 0 {
		return w.a.now // a weight without effect beside others without effect
	}
	for o, c := range w.a.form.row(w.p) {
		w.values[o] = (w.sums[o] + float64(v*c)) / z
	}
	picked, _ := w.a.e.pick(w.values, w.a.standings)
	return verdict{picked, Stance(w.a.e.options[picked].def.Stance)}
}
