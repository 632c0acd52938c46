package elicit

import (
	"maps"
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Ratings takes weights as they were rated, each from 0 (does not matter) to
// 10 (as much as anything can). They are on the owner's scale already, so none
// is changed: the greatest need not be 10, and all may be 0. The error is AJ302
// for each rating outside the scale.
func Ratings(given map[string]float64) (Weights, error) {
	var list diag.List
	for _, id := range slices.Sorted(maps.Keys(given)) {
		if x := given[id]; !(x >= 0 && x <= Top) {
			list.Add(diag.New(diag.Pos{}, "AJ302", "id", id, "got", number(x)))
		}
	}
	if err := list.Err(); err != nil {
		return nil, err
	}
	return maps.Clone(given), nil
}
