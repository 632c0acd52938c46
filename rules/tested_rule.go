package rules

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/rules/tree"
)

// testedRule is a rule that owes tests.
type testedRule struct {
	Rule
	escapes    []Escape // of a bar
	conditions []*testedCondition
	effect     *tree.Node      // once it was needed
	said       map[string]bool // keys of it that some test states
}

// testedCondition is the condition of a rule, or one inside it.
type testedCondition struct {
	name  string // within the rule; "" is that of the rule
	id    string // in messages
	holds func(*Reading) Truth
	of    []*Condition
	owed  []string        // outcomes
	shown map[string]bool // those that some test shows
}

// packKind is the kind of the rule that stands for what belongs to no rule.
const packKind RuleKind = "pack"

// The outcomes that tests name.
var outcomes = []string{"not", "unknown", "fires"} // by Truth

func newTestedRule(r Rule) *testedRule {
	s := &testedRule{Rule: r, said: map[string]bool{}}
	if b, ok := r.Of.(*Bar); ok {
		s.escapes = b.Escapes
	}
	if r.HasCondition() {
		s.addCondition("", func(reading *Reading) Truth { return reading.Holds(&s.Rule) }, r.mainConditions()...)
	}
	for _, c := range r.innerConditions() {
		if len(c.is.Facts(nil)) > 0 {
			s.addCondition(c.name, func(reading *Reading) Truth { return reading.PrudentTruth(c.is) }, c.is)
		}
	}
	return s
}

func (s *testedRule) addCondition(name string, holds func(*Reading) Truth, of ...*Condition) {
	c := &testedCondition{name: name, id: s.ID, holds: holds, of: of, shown: map[string]bool{}, owed: []string{"fires", "not"}}
	if name != "" {
		c.id += ": " + name
	}
	if name == "" && slices.ContainsFunc(s.escapes, func(e Escape) bool { return e.Do != nil && len(e.Do.Facts(nil)) == 0 }) {
		c.owed = c.owed[1:] // something can always be done about it
	}
	if c.canBeUnknown() {
		c.owed = append(c.owed, "unknown")
	}
	if name == "" && len(s.escapes) > 0 {
		c.owed = append(c.owed, "escapes")
	}
	s.conditions = append(s.conditions, c)
}

// canBeUnknown reports whether missing answers can leave the condition open. Where all
// comparisons count as true by precaution, none can.
func (c *testedCondition) canBeUnknown() bool {
	open := false
	for _, one := range c.of {
		one.eachComparison(func(leaf *Condition) { open = open || !leaf.Precaution })
	}
	return open
}

// find gives a condition by its name within the rule; nil if there is none.
func (s *testedRule) find(name string) *testedCondition {
	for _, c := range s.conditions {
		if c.name == name {
			return c
		}
	}
	return nil
}

// namedCondition is a condition inside a rule.
type namedCondition struct {
	name string
	is   *Condition
}

// mainConditions lists those that decide whether the rule holds.
func (r *Rule) mainConditions() []*Condition {
	switch x := r.Of.(type) {
	case *Bar:
		return present(x.When) // what lifts a bar is another question
	case *Option:
		return present(x.Requires)
	case *Form:
		return present(x.Requires)
	case *Step:
		return present(x.When)
	}
	return r.Conditions
}

// innerConditions lists those that decide something else: when a fact is asked, what an
// option does, what raises a form, what lifts a bar.
func (r *Rule) innerConditions() []namedCondition {
	var out []namedCondition
	add := func(name string, c *Condition) { out = append(out, namedCondition{name, c}) }
	switch x := r.Of.(type) {
	case *Fact:
		add("asked_if", x.AskedIf)
		for i := range x.Follows {
			add("follows."+strconv.Itoa(i+1), x.Follows[i].When)
		}
	case *Option:
		out = nameActsIf(x.ActsIf)
	case *Form:
		out = nameActsIf(x.ActsIf)
		for i := range x.Raises {
			add("raises."+x.Raises[i].Argument, x.Raises[i].When)
		}
	case *Bar:
		for i := range x.Escapes {
			add("escapes."+x.Escapes[i].ID, cmp.Or(x.Escapes[i].FindOut, x.Escapes[i].Do))
		}
		add("concerns", x.Concerns)
	case *Step:
		for i := range x.ActsIf {
			add("acts_if."+strconv.Itoa(i+1), x.ActsIf[i].When)
		}
	case *Pack:
		if x.Asking != nil {
			for i := range x.Asking.Quick {
				add("quick."+x.Asking.Quick[i].ID, x.Asking.Quick[i].If)
			}
		}
	}
	return out
}

func nameActsIf(list []ConditionalActs) []namedCondition {
	var out []namedCondition
	for i := range list {
		out = append(out, namedCondition{"acts_if." + strconv.Itoa(i+1), list[i].When})
	}
	return out
}
