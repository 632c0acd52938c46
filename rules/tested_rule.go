package rules

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
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

// collectRules lists all rules.
func (t *packTester) collectRules() {
	for r := range t.pack.Rules() {
		s := newTestedRule(r)
		if s.find("") != nil {
			t.tested.Rules++
			if slices.ContainsFunc(t.rules[r.ID], func(other *testedRule) bool { return other.find("") != nil }) {
				t.list.Add(diag.DuplicatePackID(r.At, "rule with a condition", r.ID))
			}
		}
		t.rules[r.ID] = append(t.rules[r.ID], s)
	}
	whole := newTestedRule(Rule{Kind: packKind, ID: string(packKind), At: t.pack.Constants.At, Of: t.pack})
	t.rules[whole.ID] = append(t.rules[whole.ID], whole)
}

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

// findRule finds the rule that an entry is about: of several that have the id the one of
// the kind that is named, or else the only one with a condition.
func (t *packTester) findRule(test *packTest) *testedRule {
	list, kinds := t.rules[test.Rule], []string{}
	var fitting []*testedRule
	for _, s := range list {
		kinds = append(kinds, string(s.Kind))
		if s.Kind == test.Kind || test.Kind == "" && (len(list) == 1 || s.find("") != nil) {
			fitting = append(fitting, s)
		}
	}
	switch {
	case len(fitting) > 0:
		return fitting[0]
	case len(list) == 0:
		t.list.Add(diag.UndefinedPackID(test.At, "rule", test.Rule).OneOf(test.Rule, sortedKeys(t.rules)))
	case test.Kind == "":
		t.list.Add(diag.MissingPackKey(test.At, "kind"))
	default:
		t.list.Add(diag.UnknownPackValue(test.At, string(test.Kind), "kind").OneOf(string(test.Kind), kinds))
	}
	return nil
}

func (t *packTester) findCondition(s *testedRule, test *packTest) *testedCondition {
	c := s.find(test.Condition)
	switch {
	case c != nil:
	case test.Condition == "":
		t.list.Add(diag.UndefinedPackID(test.At, "rule with a condition", test.Rule))
	default:
		var names []string
		for _, other := range s.conditions {
			names = append(names, other.name)
		}
		t.list.Add(diag.UndefinedPackID(test.At, "condition", test.Condition).OneOf(test.Condition, names))
	}
	return c
}

// reportUntested reports every rule with an outcome that no test shows, and if that is
// asked for, what no test says that it does.
func (t *packTester) reportUntested() {
	for _, id := range sortedKeys(t.rules) {
		for _, s := range t.rules[id] {
			for _, c := range s.conditions {
				missing := slices.DeleteFunc(c.owed, func(outcome string) bool { return c.shown[outcome] })
				if len(missing) > 0 && (c.name == "" || t.isDoesRequired) {
					t.list.Add(diag.MissingPackTestOutcomes(s.At, c.id, strings.Join(missing, ", ")))
				}
			}
			if t.isDoesRequired {
				t.reportUnsaid(s)
			}
		}
	}
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
