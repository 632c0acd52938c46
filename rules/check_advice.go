package rules

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/pattern"
)

// NoOption stands in the For of advice for a result without an option.
const NoOption = "none"

var spdxShape = pattern.New(`^[A-Za-z0-9.+-]+$`)

// checkAdvice checks everything that follows a verdict.
func (c *packChecker) checkAdvice() {
	for i := range c.pack.Components {
		x := &c.pack.Components[i]
		if x.Kind != "" {
			requireKnown(c, x.At, "kind of part", x.Kind, c.kinds)
		}
		c.checkCondition(x.Applies, false)
		for j := range x.Advice {
			a := &x.Advice[j]
			c.requireAdviceKind(a.At, a.ID, a.Advise)
			c.requireAdviceKind(a.At, a.ID, a.TermsGive())
			c.checkScope(a.At, a.For, a.When, a.Source)
		}
	}
	for i := range c.pack.Standards {
		c.checkStandard(&c.pack.Standards[i])
	}
	for i := range c.pack.Licences {
		l := &c.pack.Licences[i]
		c.licences[l.ID] = l.Gives
		c.requireAdviceKind(l.At, l.ID, l.Gives)
		c.requireSources(l.At, l.Source)
		if !spdxShape().MatchString(l.ID) {
			c.list.Add(diag.InvalidPackNoSPDXForm(l.At, l.ID))
		}
	}
	order := map[int]string{}
	for i := range c.pack.Choices {
		x := &c.pack.Choices[i]
		c.checkScope(x.At, x.For, x.When, x.Source)
		c.requireUniqueOrder(order, x.At, x.Order, x.ID)
		requireAllKnown(c, x.At, "licence", x.Licences, c.licences)
		c.requireSameRelease(x)
		if x.Covers != "" && !slices.Contains(Contents(), x.Covers) {
			c.list.Add(diag.UndefinedPackID(x.At, "content of a part", string(x.Covers)).OneOf(string(x.Covers), WordsOf(Contents())))
		}
		requireAllKnown(c, x.At, "component", x.Parts, c.components)
	}
	for i := range c.pack.Compatible {
		c.checkCompatibility(&c.pack.Compatible[i])
	}
	order = map[int]string{}
	for i := range c.pack.Steps {
		c.checkStep(&c.pack.Steps[i])
		c.requireUniqueOrder(order, c.pack.Steps[i].At, c.pack.Steps[i].Order, c.pack.Steps[i].ID)
	}
}

func (c *packChecker) checkStep(x *Step) {
	c.checkScopes(x.At, x.For, x.NotFor, x.When, x.Source)
	requireAllKnown(c, x.At, "act", x.Acts, c.acts)
	for i := range x.ActsIf {
		requireAllKnown(c, x.ActsIf[i].At, "act", x.ActsIf[i].Acts, c.acts)
		c.checkCondition(x.ActsIf[i].When, false)
	}
	for _, id := range x.About {
		if !c.bars[id] {
			c.list.Add(diag.UndefinedPackID(x.At, "bar", id))
		}
	}
	if p := x.PhaseOrDefault(); !p.Valid() {
		c.list.Add(diag.InvalidPackNoPhase(x.At, string(p), x.ID).OneOf(string(p), WordsOf(Phases())))
	}
	if r := x.RoleOrDefault(); !r.Valid() {
		c.list.Add(diag.InvalidPackNoRole(x.At, string(r), x.ID).OneOf(string(r), WordsOf(Roles())))
	}
}

// requireSameRelease refuses a choice between licences that make different releases.
func (c *packChecker) requireSameRelease(x *LicenceChoice) {
	gives := map[Advice]bool{}
	for _, id := range x.Licences {
		if made, ok := c.licences[id]; ok {
			gives[made] = true
		}
	}
	if len(gives) > 1 {
		c.list.Add(diag.InvalidPackUnlikeLicences(x.At, x.ID))
	}
}

func (c *packChecker) requireAdviceKind(at diag.Pos, id string, a Advice) {
	if !a.Valid() {
		c.list.Add(diag.InvalidPackNoAdvice(at, id))
	}
}

// checkScopes checks what a piece of advice is meant for and not meant for, which is not
// the same.
func (c *packChecker) checkScopes(at diag.Pos, meant, notMeant []string, when *Condition, source []string) {
	c.checkScope(at, slices.Concat(meant, notMeant), when, source)
	c.refuseBoth(at, "for, not_for", meant, notMeant)
}

// refuseBoth refuses what stands in two lists that exclude each other.
func (c *packChecker) refuseBoth(at diag.Pos, keys string, one, other []string) {
	for _, id := range one {
		if slices.Contains(other, id) {
			c.list.Add(diag.InvalidPackListedTwice(at, keys, id))
		}
	}
}

// checkScope checks what a piece of advice is meant for.
func (c *packChecker) checkScope(at diag.Pos, meant []string, when *Condition, source []string) {
	requireAllKnown(c, at, "stance, form or option", meant, c.scopes)
	c.checkCondition(when, true)
	c.requireSources(at, source)
}

func requireAllKnown[V any](c *packChecker, at diag.Pos, kind string, ids []string, set map[string]V) {
	for _, id := range ids {
		requireKnown(c, at, kind, id, set)
	}
}

func (c *packChecker) requireUniqueOrder(seen map[int]string, at diag.Pos, order int, id string) {
	if other, ok := seen[order]; ok {
		c.list.Add(diag.InvalidPackSameOrder(at, other, id, strconv.Itoa(order)))
	}
	seen[order] = id
}

func (c *packChecker) checkStandard(s *Standard) {
	c.requireSources(s.At, s.Source)
	requireKnown(c, s.At, "component", s.About, c.components)
	for _, l := range s.Levels {
		requireAllKnown(c, l.At, "component", l.Needs, c.components)
	}
}

func (c *packChecker) checkCompatibility(x *Compatibility) {
	c.checkCondition(x.When, true)
	c.requireSources(x.At, x.Source)
	requireAllKnown(c, x.At, "component", x.Parts, c.components)
	requireAllKnown(c, x.At, "licence", x.Only, c.licences)
	requireAllKnown(c, x.At, "licence", x.Never, c.licences)
	if len(x.Only)+len(x.Never) == 0 {
		c.list.Add(diag.MissingPackKey(x.At, "only"))
	}
}

func (c *packChecker) checkCounsel() {
	for i := range c.pack.Counsel {
		x := &c.pack.Counsel[i]
		if !x.Topic.Valid() {
			c.list.Add(diag.UndefinedPackID(x.At, "topic of counsel", string(x.Topic)).OneOf(string(x.Topic), WordsOf(Topics())))
		}
		c.checkScopes(x.At, x.For, x.NotFor, x.When, x.Source)
	}
}
