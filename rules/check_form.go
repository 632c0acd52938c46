package rules

import (
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// checkForm checks one form of an option.
func (c *packChecker) checkForm(o *Option, f *Form) {
	if o.Stance == Mixed && !f.IsSplit() {
		c.list.Add(diag.InvalidPackMixedAndSplit(f.At, f.ID))
	}
	c.checkCondition(f.Requires, false)
	c.requireSources(f.At, f.Source)
	requireAllKnown(c, f.At, "component", slices.Concat(f.Gives, f.Keeps), c.components)
	c.refuseBoth(f.At, "gives, keeps", f.Gives, f.Keeps)
	if f.Captures != nil || f.Raises != nil {
		c.requireSomeSource(f.At, f.ID, f.Source)
	}
	if f.Class != nil {
		c.refuseNegative(f.At, f.ID+".class", *f.Class)
	}
	c.checkActs(f.At, f.Acts, f.ActsIf)
	if f.Captures != nil {
		if f.Captures.Default != nil {
			c.checkPair(f.ID+".captures.default", *f.Captures.Default)
		}
		c.checkCaptures(f.ID, f.Captures.Dimensions, f.Captures.Arguments)
	}
	for i := range f.Raises {
		c.checkRaise(o, f, i)
	}
}

func (c *packChecker) checkCaptures(id string, dimensions Table[CapturePair], arguments Table[ArgumentCapture]) {
	for dim, own := range dimensions.All() {
		requireKnown(c, own.At, "dimension", dim, c.dimensions)
		c.checkPair(id+"."+dim, own)
	}
	for a, own := range arguments.All() {
		requireKnown(c, own.At, "argument", a, c.arguments)
		c.requirePart(own.At, id+"."+a, own.Capture)
		c.checkDoubt(id+"."+a+".doubt", own.Doubt)
	}
}

func (c *packChecker) checkPair(what string, pair CapturePair) {
	c.requirePart(pair.At, what+".open", pair.Open)
	c.requirePart(pair.At, what+".closed", pair.Closed)
	c.checkDoubt(what+".doubt", pair.Doubt)
}

func (c *packChecker) checkDoubt(what string, d *Doubt) {
	if d != nil {
		c.requirePart(d.At, what, d.Value)
	}
}

func (c *packChecker) requirePart(at diag.Pos, what string, x float64) {
	c.requireInRange(at, what, x, x >= 0 && x <= 1, "[0, 1]")
}

// checkRaise refuses a raise of what no fact fires, or by a fact that does not fire
// it, and one that raises nothing.
func (c *packChecker) checkRaise(o *Option, f *Form, i int) {
	r := &f.Raises[i]
	c.checkCondition(r.When, false)
	requireKnown(c, r.At, "argument", r.Argument, c.arguments)
	a := c.arguments[r.Argument]
	if a == nil {
		return
	}
	if slices.ContainsFunc(f.Raises[:i], func(other Raise) bool { return other.Argument == r.Argument }) {
		c.list.Add(diag.InvalidPackRaisedTwice(r.At, f.ID, r.Argument))
	}
	fires := a.When.Facts(nil)
	if !slices.ContainsFunc(r.When.Facts(nil), func(id string) bool { return slices.Contains(fires, id) }) {
		c.list.Add(diag.InvalidPackRaiseWithoutItsFact(r.At, f.ID, r.Argument))
	}
	least := o.CaptureOf(f, a)
	c.checkDoubt(f.ID+"."+r.Argument+".doubt", r.Doubt)
	c.requireInRange(r.At, f.ID+"."+r.Argument, r.Capture, r.Capture > least && r.Capture <= 1, "("+plain.Number(least)+", 1]")
}
