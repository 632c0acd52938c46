package elicit

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Judgement says that A matters Times as much as B. Times lies between 1/9 and
// 9: 1 is equal, 3 somewhat more, 5 clearly more, 7 very much more, 9 as much
// more as can be (Saaty's scale); fractions turn the judgement round.
type Judgement struct {
	A     string  `json:"a"`
	B     string  `json:"b"`
	Times float64 `json:"times"`
}

// ID is what positions of a profile name the judgement by.
func (j Judgement) ID() string { return j.A + " / " + j.B }

// judgementMatrix holds the judgements: a[i][j] is how many times i matters as much as
// j, 0 where nobody judged.
type judgementMatrix struct {
	ids []string
	a   [][]float64
}

func matrixOf(ids []string, judgements []Judgement, list *diag.List) *judgementMatrix {
	m := &judgementMatrix{ids: ids, a: make([][]float64, len(ids))}
	for i := range m.a {
		m.a[i] = make([]float64, len(ids))
		m.a[i][i] = 1
	}
	for _, g := range judgements {
		i, j := slices.Index(ids, g.A), slices.Index(ids, g.B)
		switch {
		case i < 0 || j < 0:
			unknown := g.A
			if i >= 0 {
				unknown = g.B
			}
			list.Add(diag.NotAmongCompared(diag.Pos{}, unknown).OneOf(unknown, ids))
		case i == j:
			list.Add(diag.ComparedWithItself(diag.Pos{}, g.A))
		case m.a[i][j] != 0:
			list.Add(diag.DuplicateComparison(diag.Pos{}, g.A, g.B))
		case !onPairScale(g.Times):
			list.Add(diag.JudgementOutOfRange(diag.Pos{}, g.A+" / "+g.B, plain.Significant(g.Times, 6), "1/9-9"))
		default:
			m.a[i][j], m.a[j][i] = g.Times, 1/g.Times
		}
	}
	return m
}

// requireLinked refuses judgements that leave some priority without a way to the
// first.
func (m *judgementMatrix) requireLinked(list *diag.List) {
	reached := make([]bool, len(m.ids))
	var visit func(i int)
	visit = func(i int) {
		reached[i] = true
		for j, x := range m.a[i] {
			if x != 0 && !reached[j] {
				visit(j)
			}
		}
	}
	visit(0)
	for i, id := range m.ids {
		if !reached[i] {
			list.Add(diag.UnlinkedPriorities(diag.Pos{}, id, m.ids[0]))
		}
	}
}

// findEigenvector gives the principal eigenvector, summing to 1, and its value, by
// power iteration from equal weights. The matrix has a positive diagonal and is
// linked, so the iteration converges; its number of steps has a bound.
func (m *judgementMatrix) findEigenvector() (w []float64, lambda float64) {
	n := len(m.ids)
	w = make([]float64, n)
	for i := range w {
		w[i] = 1 / float64(n)
	}
	for range 10_000 {
		next, sum := make([]float64, n), 0.0
		for i, row := range m.a {
			for j, x := range row {
				if x == 0 {
					next[i] += w[i] // not judged: counts as w_i / w_j
				}
				next[i] += exact.Mul(x, w[j])
			}
			sum += next[i]
		}
		change := 0.0
		for i := range next {
			next[i] /= sum
			change = max(change, math.Abs(next[i]-w[i])/next[i])
		}
		w, lambda = next, sum
		if change < 1e-14 {
			break
		}
	}
	return w, lambda
}

// onPairScale allows 1/9 written with a few decimals.
func onPairScale(x float64) bool { return x >= 0.11 && x <= 9 }
