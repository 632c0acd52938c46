package elicit

import (
	"math"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// MostPairedPriorities is how many priorities can be compared in pairs. Eight already make
// 28 judgements, and people are not more consistent with more.
const MostPairedPriorities = 8

// ConsistentRatio is the greatest consistency ratio of pairwise comparisons that
// counts as consistent (Saaty 1980).
const ConsistentRatio = 0.1

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

// PairsResult is what pairwise judgements come to.
type PairsResult struct {
	Weights Weights
	// Lambda is the principal eigenvalue, at least n; n if all judgements fit.
	Lambda float64
	// Index is the consistency index (Lambda - n) / (n - 1), 0 or more; 0 for
	// fewer than three priorities.
	Index float64
	// Ratio is Index over the index of random judgements on as many pairs
	// (findRandomIndex); up to ConsistentRatio counts as consistent. It is 0 if no
	// judgement follows from others.
	Ratio float64
	// Reconsider is the judgement that fits the others least, nil if all fit.
	Reconsider *Misfit
	// Missing lists the pairs that were not judged, with Times 0.
	Missing []Judgement
}

// randomIndices are the mean consistency indices of random judgements by the
// number of priorities, from Saaty, The Analytic Hierarchy Process (1980). Other
// authors' tables differ by a few hundredths.
var randomIndices = map[int]float64{3: 0.58, 4: 0.90, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41}

// findRandomIndex gives the mean consistency index of random judgements on n
// priorities of which some pairs were not judged. Ágoston and Csató (2022,
// "Inconsistency thresholds for incomplete pairwise comparison matrices", Omega 108)
// find that it falls nearly in a line with the number of missing pairs, so it is
// taken from the table where none is missing along a line to 0 where the judgements
// only just link all priorities and nothing can disagree. They choose what is missing
// so that the eigenvalue is least; with Harker's matrix random judgements lie up to
// three tenths above the line where hardly more pairs are judged than link all, so
// there a disagreement is told a little sooner.
func findRandomIndex(n, missing int) float64 {
	most := (n - 1) * (n - 2) / 2
	return randomIndices[n] * float64(most-missing) / float64(most)
}

// Pairs weighs two to eight priorities by judgements on pairs of them: the
// principal eigenvector of the matrix of judgements (Saaty 1980). Not every
// pair need be judged, as long as the judgements link all priorities; a missing
// one counts as what the weights say, which puts 0 in its place and adds 1 to
// the diagonal for it (Harker 1987, "Alternative modes of questioning in the
// analytic hierarchy process", Mathematical Modelling 9).
//
// Errors: AJ310 nothing to compare, AJ311 a name stands twice, AJ315 too many,
// AJ316 a priority is not linked to the others, AJ317 an unknown name, AJ318 a
// judgement of one with itself, AJ319 a pair judged twice, AJ312 a value
// outside 1/9 to 9.
func Pairs(ids []string, judgements []Judgement) (*PairsResult, error) {
	m, err := readPairs(ids, judgements)
	if err != nil {
		return nil, err
	}
	c := m.solvePairs()
	if c.Ratio > 0 {
		c.Reconsider = findMisfit(m.ids, judgements, judgements, pairScale)
	}
	return c, nil
}

func readPairs(ids []string, judgements []Judgement) (*judgementMatrix, error) {
	var list diag.List
	ids = requireDistinct(ids, &list)
	if len(ids) > MostPairedPriorities {
		list.Add(diag.TooManyToPair(diag.Pos{}, strconv.Itoa(len(ids)), strconv.Itoa(MostPairedPriorities)))
	}
	m := matrixOf(ids, judgements, &list)
	if len(list) == 0 {
		m.requireLinked(&list)
	}
	return m, list.Err()
}

// roundingIndex is a consistency index that is rounding and no disagreement.
const roundingIndex = 1e-9

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

// onPairScale allows 1/9 written with a few decimals.
func onPairScale(x float64) bool { return x >= 0.11 && x <= 9 }

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

func (m *judgementMatrix) solvePairs() *PairsResult {
	n := len(m.ids)
	w, lambda := m.findEigenvector()
	c := &PairsResult{Weights: onScale(m.ids, w), Lambda: lambda}
	if n > 2 {
		c.Index = max(0, (lambda-float64(n))/float64(n-1))
	}
	for i := range n {
		for j := i + 1; j < n; j++ {
			if m.a[i][j] == 0 {
				c.Missing = append(c.Missing, Judgement{A: m.ids[i], B: m.ids[j]})
			}
		}
	}
	if random := findRandomIndex(n, len(c.Missing)); n > 2 && random > 0 && c.Index > roundingIndex {
		c.Ratio = c.Index / random
	}
	return c
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
