package rules

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/rules/diag"
)

// NoOption stands in the For of advice for a result without an option.
const NoOption = "none"

var spdxShape = regexp.MustCompile(`^[A-Za-z0-9.+-]+$`)

// advice checks everything that follows a verdict.
func (c *checker) advice() {
	for i := range c.pack.Components {
		x := &c.pack.Components[i]
		c.condition(x.Applies, false)
		for j := range x.Advice {
			a := &x.Advice[j]
			c.kindOfAdvice(a.At, a.ID, a.Advise)
			c.scope(a.At, a.For, a.When, a.Source)
		}
	}
	for i := range c.pack.Standards {
		c.standard(&c.pack.Standards[i])
	}
	licences := map[string]bool{}
	for i := range c.pack.Licences {
		l := &c.pack.Licences[i]
		licences[l.ID] = true
		c.kindOfAdvice(l.At, l.ID, l.Gives)
		c.cited(l.At, l.Source)
		if !spdxShape.MatchString(l.ID) {
			c.list.Add(diag.InvalidPackNoSPDXForm(l.At, l.ID))
		}
	}
	order := map[int]string{}
	for i := range c.pack.Choices {
		x := &c.pack.Choices[i]
		c.scope(x.At, x.For, x.When, x.Source)
		c.unique(order, x.At, x.Order, x.ID)
		c.allKnown(x.At, "licence", x.Licences, licences)
		c.alike(x)
		c.allKnown(x.At, "component", x.Parts, c.components)
	}
	order = map[int]string{}
	for i := range c.pack.Steps {
		x := &c.pack.Steps[i]
		c.scope(x.At, x.For, x.When, x.Source)
		c.unique(order, x.At, x.Order, x.ID)
		for _, id := range x.About {
			if c.pack.Veto(id) == nil {
				c.list.Add(diag.UndefinedPackID(x.At, "veto", id))
			}
		}
	}
}

// alike refuses a choice of nothing, and one between licences that make
// different releases.
func (c *checker) alike(x *LicenceChoice) {
	gives := map[Advice]bool{}
	for i := range c.pack.Licences {
		if slices.Contains(x.Licences, c.pack.Licences[i].ID) {
			gives[c.pack.Licences[i].Gives] = true
		}
	}
	if len(gives) != 1 {
		c.list.Add(diag.InvalidPackUnlikeLicences(x.At, x.ID))
	}
}

func (c *checker) kindOfAdvice(at diag.Pos, id string, a Advice) {
	if a != AdviseOpen && a != AdviseRestrict && a != AdviseKeep {
		c.list.Add(diag.InvalidPackNoAdvice(at, id))
	}
}

// scope checks what a piece of advice is meant for.
func (c *checker) scope(at diag.Pos, meant []string, when *Condition, source []string) {
	valid := map[string]bool{string(Open): true, string(Mixed): true, string(Closed): true, NoOption: true}
	for i := range c.pack.Options {
		if o := &c.pack.Options[i]; o.Stance != Mixed {
			valid[o.ID] = true
		}
		for _, s := range c.pack.Options[i].Splits {
			valid[s.ID] = true
		}
	}
	c.allKnown(at, "stance, split or option that is not mixed", meant, valid)
	c.condition(when, false)
	c.cited(at, source)
}

func (c *checker) allKnown(at diag.Pos, kind string, ids []string, set map[string]bool) {
	for _, id := range ids {
		c.known(at, kind, id, set)
	}
}

func (c *checker) unique(seen map[int]string, at diag.Pos, order int, id string) {
	if other, ok := seen[order]; ok {
		c.list.Add(diag.InvalidPackSameOrder(at, other, id, strconv.Itoa(order)))
	}
	seen[order] = id
}

func (c *checker) standard(s *Standard) {
	c.cited(s.At, s.Source)
	c.known(s.At, "component", s.About, c.components)
	if len(s.Levels) == 0 {
		c.list.Add(diag.InvalidPackNoLevel(s.At, s.ID))
	}
	for _, l := range s.Levels {
		c.allKnown(l.At, "component", l.Needs, c.components)
	}
}
