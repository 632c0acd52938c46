package rules

import (
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// checkDecided refuses conditions that no answer changes, and bars that leave nothing.
// Everything else about the pack is right.
func (c *packChecker) checkDecided() {
	d := decider{left: MostTriedOfPack, trial: trial{facts: c.facts}}
	for r := range c.pack.Rules() {
		for _, cond := range r.Conditions {
			c.requireUndecided(&d, r.ID, cond)
		}
	}
	if c.pack.Asking != nil {
		for i := range c.pack.Asking.Quick {
			c.requireUndecided(&d, c.pack.Asking.Quick[i].ID, c.pack.Asking.Quick[i].If)
		}
	}
	for i := range c.pack.Bars {
		c.requireSomethingLeft(&d, &c.pack.Bars[i])
	}
}

// requireUndecided refuses a condition that always comes out the same. One that reads no
// fact says so on purpose: that is how to write what always holds, and how to switch a
// rule off in a pack that is built in Go.
func (c *packChecker) requireUndecided(d *decider, id string, cond *Condition) {
	if !readsFacts(cond) || c.list.IsFull() {
		return
	}
	always := d.decide(cond)
	if always == Unknown {
		return
	}
	c.list.Add(diag.UndecidedByFacts(cond.At, id, truthWords[always]))
}

func readsFacts(c *Condition) bool {
	if c == nil || c.Op == Compare {
		return c != nil
	}
	for i := range c.Of {
		if readsFacts(&c.Of[i]) {
			return true
		}
	}
	return false
}

// requireSomethingLeft refuses a bar under which no form is possible where nothing lifts
// it. A form that was switched off counts as if it were not.
func (c *packChecker) requireSomethingLeft(d *decider, b *Bar) {
	final := []Condition{*b.When}
	for i := range b.Escapes {
		for _, x := range present(b.Escapes[i].FindOut, b.Escapes[i].Do) {
			final = append(final, notThat(*x))
		}
	}
	if len(c.pack.Options) == 0 || !d.canHold(allThat(final...)) {
		return
	}
	for i := range c.pack.Options {
		o := &c.pack.Options[i]
		for _, f := range o.ListForms() {
			free := append(slices.Clone(final), notThat(c.touches(b, o, f)))
			for _, x := range present(o.Requires, f.Requires) {
				if readsFacts(x) {
					free = append(free, *x)
				}
			}
			if d.canHold(allThat(free...)) {
				return
			}
		}
	}
	c.list.Add(diag.NothingLeft(b.At, b.ID))
}

// touches says when a form does what a bar forbids, or leaves out what it demands.
func (c *packChecker) touches(b *Bar, o *Option, f *Form) Condition {
	var forbidden, missing, done []Condition
	for i := range c.pack.PartKinds {
		kind := &c.pack.PartKinds[i]
		var all []Condition
		for _, act := range b.Demands {
			all = append(all, whenDone(o, f, kind, act))
		}
		done = append(done, *allThat(all...))
		if len(b.On) > 0 && !slices.Contains(b.On, kind.ID) {
			continue
		}
		missing = append(missing, *allThat(append(applies(kind), notThat(*allThat(all...)))...))
		for _, act := range b.Forbids {
			forbidden = append(forbidden, whenDone(o, f, kind, act))
		}
	}
	switch {
	case len(b.Demands) == 0:
		return anyThat(forbidden...)
	case len(b.On) == 0:
		return notThat(anyThat(done...))
	}
	return anyThat(missing...)
}

// whenDone says when a form does an act with a kind of part.
func whenDone(o *Option, f *Form, kind *PartKind, act string) Condition {
	var some []Condition
	if slices.Contains(o.ActsWith(f, kind.ID), act) {
		some = append(some, *allThat(applies(kind)...))
	}
	for _, x := range o.ConditionalActsWith(f) {
		if slices.Contains(x.Acts, act) && slices.Contains(x.On, kind.ID) {
			some = append(some, *allThat(append(applies(kind), *x.When)...))
		}
	}
	return anyThat(some...)
}

func applies(kind *PartKind) []Condition {
	if kind.Applies == nil {
		return nil
	}
	return []Condition{*kind.Applies}
}

func allThat(of ...Condition) *Condition { return &Condition{Op: All, Of: of} }
func anyThat(of ...Condition) Condition  { return Condition{Op: Any, Of: of} }
func notThat(c Condition) Condition      { return Condition{Op: Not, Of: []Condition{c}} }
