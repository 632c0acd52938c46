package rules

import (
	"maps"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/rules/diag"
)

// checkThresholds refuses a fact that is compared with more numbers than can be told
// apart: each of them and each stretch between two is a bit of one word.
func (c *packChecker) checkThresholds() {
	cuts := map[string]map[float64]bool{}
	gather := func(leaf *Condition) {
		if f := c.facts[leaf.Fact]; f == nil || f.Type != NumberFact {
			return
		}
		for _, v := range leaf.Values {
			x, err := strconv.ParseFloat(v, 64)
			if cuts[leaf.Fact] == nil {
				cuts[leaf.Fact] = map[float64]bool{}
			}
			if err == nil {
				cuts[leaf.Fact][x] = true
			}
		}
	}
	c.pack.EachComparison(gather)
	for _, id := range slices.Sorted(maps.Keys(cuts)) {
		if n := len(cuts[id]); n > MaxThresholds {
			c.list.Add(diag.InvalidPackManyThresholds(c.facts[id].At, id, strconv.Itoa(n), strconv.Itoa(MaxThresholds)))
		}
	}
}

// checkSteps refuses two options on one step of the ladder: which of them is the more
// open could not be said.
func (c *packChecker) checkSteps() {
	seen := map[int]string{}
	for i := range c.pack.Options {
		o := &c.pack.Options[i]
		if other, ok := seen[o.Step]; ok {
			c.list.Add(diag.InvalidPackSameStep(o.At, other, o.ID, strconv.Itoa(o.Step)))
		}
		seen[o.Step] = o.ID
	}
}
