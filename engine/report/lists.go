package report

import (
	"maps"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// mapList never gives nil, so that an empty list is [] and not null.
func mapList[T, U any](in []T, f func(*T) U) []U {
	out := make([]U, len(in))
	for i := range in {
		out[i] = f(&in[i])
	}
	return out
}

func copyList(list []string) []string { return append([]string{}, list...) }

func indexByID[T any](list []T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(list))
	for i := range list {
		m[id(&list[i])] = &list[i]
	}
	return m
}

// unionOfKeys lists the keys of two maps, sorted.
func unionOfKeys[T any](a, b map[string]T) []string {
	all := maps.Clone(a)
	if all == nil {
		all = map[string]T{}
	}
	maps.Copy(all, b)
	return slices.Sorted(maps.Keys(all))
}

// listFactsRead lists the facts that a condition reads, sorted.
func listFactsRead(c *rules.Condition) []string {
	facts := c.Facts([]string{})
	slices.Sort(facts)
	return facts
}
