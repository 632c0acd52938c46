package rules

import (
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Compatibility says what terms on things taken from others leave to parts that
// are joined with them: the parts can go out only under the licences of Only, or
// under any but those of Never. It speaks of what is given openly or with limits.
type Compatibility struct {
	At    diag.Pos
	ID    string     `tree:"id"`
	When  *Condition `tree:"when"`
	Parts []string   `tree:"parts"`
	Only  []string   `tree:"only,optional"`
	Never []string   `tree:"never,optional"`
	Text  Text       `tree:"text"`
	// Source lists the licence texts that say so.
	Source []string `tree:"source"`
}

// Allows reports whether a licence fits.
func (c *Compatibility) Allows(licence string) bool {
	return !slices.Contains(c.Never, licence) && (len(c.Only) == 0 || slices.Contains(c.Only, licence))
}

func (p *Pack) compatibilityRules() []Rule {
	var out []Rule
	for i := range p.Compatible {
		x := &p.Compatible[i]
		out = append(out, Rule{CompatibilityRule, x.ID, x.At, "", x.Text, present(x.When), x.Source, x})
	}
	return out
}

func (c *packChecker) checkCompatibility(x *Compatibility, licences map[string]bool) {
	c.checkCondition(x.When, true)
	c.requireSources(x.At, x.Source)
	c.requireAllKnown(x.At, "component", x.Parts, c.components)
	c.requireAllKnown(x.At, "licence", x.Only, licences)
	c.requireAllKnown(x.At, "licence", x.Never, licences)
	if len(x.Only)+len(x.Never) == 0 {
		c.list.Add(diag.MissingPackKey(x.At, "only"))
	}
}
