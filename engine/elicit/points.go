package elicit

import (
	"maps"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Budget is how many points there are to spread.
const Budget = 100

// budgetTolerance is how far a sum of points may miss the budget: thirds written with a
// few decimals are meant to sum up.
const budgetTolerance = 0.05

// Points spreads 100 points: the greatest share weighs 10, and a priority with
// half its points 5. A priority given 0 points is stated and weighs 0.
//
// Errors: AJ310 nothing given, AJ312 a number of points outside 0 to 100,
// AJ313 points are left, AJ314 too many were given.
func Points(given map[string]float64) (Weights, error) {
	var list diag.List
	ids := requireDistinct(slices.Sorted(maps.Keys(given)), &list)
	values := make([]float64, len(ids))
	for i, id := range ids {
		values[i] = given[id]
		if x := given[id]; !(x >= 0 && x <= Budget) {
			list.Add(diag.JudgementOutOfRange(diag.Pos{}, id, plain.Significant(x, 6), "0-100"))
		}
	}
	if left := PointsLeft(given); len(list) == 0 && math.Abs(left) > budgetTolerance {
		mistake := diag.PointsLeft
		if left < 0 {
			mistake = diag.PointsExceeded
		}
		list.Add(mistake(diag.Pos{}, plain.Significant(math.Abs(left), 6)))
	}
	if err := list.Err(); err != nil {
		return nil, err
	}
	return onScale(ids, values), nil
}

// PointsLeft is how many of the 100 points are still to give, negative if too
// many were given.
func PointsLeft(given map[string]float64) float64 {
	left := float64(Budget)
	for _, id := range slices.Sorted(maps.Keys(given)) {
		left -= given[id]
	}
	return left
}
