package rules

import "github.com/ajar-decision/ajar/rules/diag"

// checkLaw checks acts, kinds of part, bars and duties.
func (c *packChecker) checkLaw() {
	for i := range c.pack.Acts {
		c.checkCondition(c.pack.Acts[i].ToldOnlyIf, false)
	}
	for i := range c.pack.PartKinds {
		c.checkCondition(c.pack.PartKinds[i].Applies, false)
	}
	for advice, acts := range c.pack.Decisions.All() {
		if !Advice(advice).Valid() {
			c.list.Add(diag.UnknownPackKey(diag.Pos{}, advice).OneOf(advice, WordsOf(Advices())))
		}
		requireAllKnown(c, diag.Pos{}, "act", acts, c.acts)
	}
	for i := range c.pack.Bars {
		c.checkBar(&c.pack.Bars[i])
	}
	for i := range c.pack.Duties {
		d := &c.pack.Duties[i]
		c.checkCondition(d.When, true)
		c.requireSources(d.At, d.Source)
		requireAllKnown(c, d.At, "act", d.Acts, c.acts)
		requireAllKnown(c, d.At, "kind of part", d.On, c.kinds)
	}
}

func (c *packChecker) checkBar(b *Bar) {
	c.checkCondition(b.When, true)
	c.checkCondition(b.Concerns, false)
	c.requireSources(b.At, b.Source)
	requireAllKnown(c, b.At, "act", b.Forbids, c.acts)
	requireAllKnown(c, b.At, "act", b.Demands, c.acts)
	requireAllKnown(c, b.At, "kind of part", b.On, c.kinds)
	if (len(b.Forbids) == 0) == (len(b.Demands) == 0) {
		c.list.Add(diag.InvalidPackForbidsOrDemands(b.At, b.ID))
	}
	if b.Component != "" {
		requireKnown(c, b.At, "component", b.Component, c.components)
	}
	for i := range b.Escapes {
		e := &b.Escapes[i]
		if (e.FindOut == nil) == (e.Do == nil) {
			c.list.Add(diag.InvalidPackEscape(e.At, b.ID))
		}
		c.checkCondition(e.FindOut, false)
		c.checkCondition(e.Do, false)
	}
}

// checkActs checks what an option or a form does.
func (c *packChecker) checkActs(at diag.Pos, acts Acts, conditional []ConditionalActs) {
	for kind, done := range acts.All() {
		requireKnown(c, at, "kind of part", kind, c.kinds)
		requireAllKnown(c, at, "act", done, c.acts)
	}
	for i := range conditional {
		x := &conditional[i]
		c.checkCondition(x.When, false)
		requireAllKnown(c, x.At, "act", x.Acts, c.acts)
		requireAllKnown(c, x.At, "kind of part", x.On, c.kinds)
	}
}
