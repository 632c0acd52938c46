package mcda

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// Ranks gives the rank of each value, 1 for the greatest. Values that tie share
// the mean of the ranks that they take up (mid-ranks), so the sum is always that of
// 1 to n. A value ties with the greatest of a group if it lies within the tolerance
// of it; the group is counted from its greatest value and does not chain, so
// values of one group never differ by more than the tolerance.
//
// Values must be finite ([ErrNotFinite]), the tolerance finite and at least 0
// ([ErrNotFinite], [ErrOutOfRange]); 0 ties equal values only. No values have no
// ranks, which is no error.
func Ranks(values []float64, tolerance float64) ([]float64, error) {
	if err := requireFinite("values", values); err != nil {
		return nil, err
	}
	if !isFinite(tolerance) {
		return nil, fmt.Errorf("mcda: tolerance is %v: %w", tolerance, ErrNotFinite)
	}
	if tolerance < 0 {
		return nil, fmt.Errorf("mcda: tolerance is %v, below 0: %w", tolerance, ErrOutOfRange)
	}
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(values[j], values[i]) })
	ranks := make([]float64, len(values))
	for first := 0; first < len(order); {
		end := first + 1
		for end < len(order) && values[order[first]]-values[order[end]] <= tolerance {
			end++
		}
		for _, i := range order[first:end] {
			ranks[i] = float64(first+1+end) / 2
		}
		first = end
	}
	return ranks, nil
}

// KendallW gives the coefficient of concordance W of several rankings of the same
// things, one list for each ranking: 1 if all rank alike, 0 if the rankings
// together prefer nothing. With R_i the sum of the ranks of thing i it is
//
//	W = Σ (R_i - mean R)² / (m · Σ (r_ki - (n+1)/2)²)
//
// over m rankings k of n things, which without ties is the well-known
// 12 S / (m² (n³ - n)) of Kendall and Babington Smith 1939 ("The problem of m
// rankings", Annals of Mathematical Statistics 10), and with ties theirs with
// the correction 12 S / (m² (n³ - n) - m Σ (t³ - t)) (Kendall 1948, "Rank
// correlation methods"). It compares orders only; with few things or rankings
// a high W says little, and it is no test of significance.
//
// There must be at least two rankings of at least two things ([ErrTooFew]), all of
// one length ([ErrLength]), each a list as [Ranks] gives it, of finite numbers
// ([ErrNotFinite]) with the mean of their places for those that tie
// ([ErrNotRanks]). If every ranking ties all things it is an [ErrTie].
func KendallW(ranks [][]float64) (float64, error) {
	if len(ranks) < 2 || len(ranks[0]) < 2 {
		return 0, fmt.Errorf("mcda: concordance takes two rankings of two things: %w", ErrTooFew)
	}
	n := len(ranks[0])
	middle := exact.Mul(float64(n+1), 0.5)
	sums, spread := make([]float64, n), 0.0
	for k, list := range ranks {
		if err := requireRanks(k, list, n); err != nil {
			return 0, err
		}
		for i, r := range list {
			sums[i] += r - middle
			spread += exact.Mul(r-middle, r-middle)
		}
	}
	if spread == 0 {
		return 0, ErrTie
	}
	size := 0.0
	for _, sum := range sums {
		size += exact.Mul(sum, sum)
	}
	return min(1, size/exact.Mul(float64(len(ranks)), spread)), nil
}

// requireRanks checks that a list is what ranking it once more gives: mid-ranks
// from 1 to n.
func requireRanks(k int, list []float64, n int) error {
	if len(list) != n {
		return fmt.Errorf("mcda: ranking %d has %d ranks, the first has %d: %w", k, len(list), n, ErrLength)
	}
	reversed := make([]float64, n)
	for i, r := range list {
		reversed[i] = -r
	}
	want, err := Ranks(reversed, 0)
	if err != nil {
		return fmt.Errorf("mcda: ranking %d: %w", k, err)
	}
	if !slices.Equal(want, list) {
		return fmt.Errorf("mcda: ranking %d: %w", k, ErrNotRanks)
	}
	return nil
}
