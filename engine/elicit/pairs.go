package elicit

import (
	"strconv"

	"github.com/ajar-decision/ajar/rules/diag"
)

// MostPairedPriorities is how many priorities can be compared in pairs. Eight already make
// 28 judgements, and people are not more consistent with more.
const MostPairedPriorities = 8

// ConsistentRatio is the greatest consistency ratio of pairwise comparisons that
// counts as consistent (Saaty 1980).
const ConsistentRatio = 0.1

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
