package engine

import (
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// withCapacity gives a list its room at once, when its first member comes.
func withCapacity[T any](list []T, n int) []T {
	if list == nil {
		return make([]T, 0, n)
	}
	return list
}

// listCopier copies lists of ids into one allocation; no copy can grow into the next.
type listCopier []string

// copiedListSize is room for most results of the core pack.
const copiedListSize = 384

func (c *listCopier) copyOf(list []string) []string {
	if len(list) == 0 {
		return slices.Clone(list)
	}
	first := len(*c)
	*c = append(*c, list...)
	return (*c)[first:len(*c):len(*c)]
}

// nameMasked names what a mask has a bit for.
func (c *listCopier) nameMasked(mask uint64, ids []string) []string {
	if mask == 0 {
		return nil
	}
	first := len(*c)
	for i, id := range ids {
		if mask>>uint(i)&1 == 1 {
			*c = append(*c, id)
		}
	}
	return (*c)[first:len(*c):len(*c)]
}

var adviceOrder = []rules.Advice{rules.AdviseOpen, rules.AdviseRestrict, rules.AdviseKeep}
