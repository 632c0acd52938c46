package rules

import (
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

func (c *packChecker) checkSheet() {
	held := map[string]bool{}
	for r := range c.pack.Rules() {
		switch r.Kind {
		case BarRule, DutyRule, StepRule:
			held[r.ID] = true
		}
	}
	for i := range c.pack.Sheet {
		x := &c.pack.Sheet[i]
		if !x.By.Valid() {
			c.list.Add(diag.InvalidPackNoRole(x.At, string(x.By), x.ID).OneOf(string(x.By), WordsOf(Roles())))
		}
		if len(x.Facts) == 0 && len(x.ByHand) == 0 {
			c.list.Add(diag.MissingPackKey(x.At, "facts"))
		}
		seen := map[string]bool{}
		for _, id := range x.FactIDs() {
			if seen[id] {
				c.list.Add(diag.InvalidPackListedTwice(x.At, "facts, context", id))
			}
			seen[id] = true
		}
		for j := range x.Facts {
			c.checkSheetFact(&x.Facts[j])
		}
		requireAllKnown(c, x.At, "fact", x.Context, c.facts)
		requireAllKnown(c, x.At, "bar, duty or step", x.About, held)
		c.requireSources(x.At, x.Source)
		c.requireSomeSource(x.At, x.ID, x.Source)
	}
}

func (c *packChecker) checkSheetFact(x *SheetFact) {
	c.refuseBoth(x.At, "good, blocks", x.Good, x.Blocks)
	if x.ID == PrioritiesID {
		for _, v := range slices.Concat(x.Good, x.Blocks) {
			c.list.Add(diag.UnknownPackValue(x.At, v, x.ID))
		}
		return
	}
	requireKnown(c, x.At, "fact", x.ID, c.facts)
	f := c.facts[x.ID]
	if f == nil {
		return
	}
	for _, v := range slices.Concat(x.Good, x.Blocks) {
		if ids := f.ValueIDs(); !slices.Contains(ids, v) {
			c.list.Add(diag.UnknownPackValue(x.At, v, f.ID).OneOf(v, ids))
		}
	}
}
