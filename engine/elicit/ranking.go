package elicit

import (
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Ranking gives the centre of all weightings that keep the order, tied ones
// equal. Places come most important first; the names in one place are tied, and
// empty places are passed over.
//
// Without ties these are the rank-order centroid weights of Barron and Barrett
// (1996, "Decision quality using ranked attribute weights", Management Science
// 42): the k-th of n weighs (1/k + ... + 1/n) / n. With ties the weightings
// that keep the order have one corner a place, the one in which everything down
// to that place counts the same, and the centre is their mean. Everything tied
// weighs the same.
//
// Errors: AJ310 nothing ranked, AJ311 a name stands twice.
func Ranking(places [][]string) (Weights, error) {
	var list diag.List
	ids := slices.Concat(places...)
	requireDistinct(ids, &list)
	if err := list.Err(); err != nil {
		return nil, err
	}
	values := make([]float64, 0, len(ids))
	sum := 0.0
	for i, left := len(places)-1, len(ids); i >= 0; i-- {
		if len(places[i]) == 0 {
			continue
		}
		sum += 1 / float64(left)
		for range places[i] {
			values = append(values, sum)
		}
		left -= len(places[i])
	}
	slices.Reverse(values)
	return onScale(ids, values), nil
}
