package rules

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Tested counts what [TestPack] looked at.
type Tested struct {
	Rules int // rules that have a condition
	Cases int // sets of facts tried
}

// packTester runs the tests of a pack.
type packTester struct {
	pack *Pack
	// noAnswers knows the facts.
	noAnswers *Reading
	rules     map[string][]*testedRule // by id
	effects   effectReader
	tested    Tested
	list      diag.List
}

// runPackTests runs tests on a pack.
func runPackTests(p *Pack, tests *packTests) (Tested, error) {
	t := packTester{pack: p, noAnswers: p.ReadAnswers(nil), rules: map[string][]*testedRule{}, effects: effectReader{}}
	t.collectRules()
	for i := range tests.all {
		t.runTest(&tests.all[i])
	}
	if len(tests.unread) == 0 { // what a file that cannot be read would have said is not missed
		t.reportUntested(tests.isDoesRequired)
	}
	return t.tested, slices.Concat(tests.unread, tests.list, t.list).Err()
}

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

// runTest runs one entry.
func (t *packTester) runTest(test *packTest) {
	s := t.findRule(test)
	if s == nil {
		return
	}
	if test.hasCases() {
		if c := t.findCondition(s, test); c != nil {
			t.runCases(s, c, test)
		}
	}
	if want := (*tree.Node)(test.Does); want != nil {
		for _, f := range want.Fields {
			s.said[f.Key] = true
		}
		compareEffects(s.ID, want, t.effectOf(s), &t.list)
	}
}

func (t *packTester) runCases(s *testedRule, c *testedCondition, test *packTest) {
	for truth, cases := range []factCases{test.Not, test.Unknown, test.Fires} {
		for _, one := range cases {
			t.requireOutcome(c.id, one.at, outcomes[truth], outcomes[c.holds(t.readCase(&one))])
			c.shown[outcomes[truth]] = true
		}
	}
	for _, one := range slices.Concat(test.Escapes, test.Duty) {
		r := t.readCase(&one)
		got := outcomes[c.holds(r)]
		if got == "fires" && slices.ContainsFunc(s.escapes, func(e Escape) bool { return r.escapeTruth(&e) == True }) {
			got = "escapes"
		}
		t.requireOutcome(c.id, one.at, "escapes", got)
		c.shown["escapes"] = true
	}
}

func (t *packTester) requireOutcome(rule string, at diag.Pos, want, got string) {
	if want != got {
		t.list.Add(diag.FailedPackTestOutcome(at, rule, want, got))
	}
}

func (t *packTester) readCase(c *factCase) *Reading {
	t.tested.Cases++
	return c.read(t.noAnswers, &t.list)
}

// effectOf works out once what a rule does.
func (t *packTester) effectOf(s *testedRule) *tree.Node {
	if s.effect == nil {
		s.effect = t.effects.effectOf(s.Of)
	}
	return s.effect
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
func (t *packTester) reportUntested(isDoesRequired bool) {
	for _, id := range sortedKeys(t.rules) {
		for _, s := range t.rules[id] {
			for _, c := range s.conditions {
				missing := slices.DeleteFunc(c.owed, func(outcome string) bool { return c.shown[outcome] })
				if len(missing) > 0 && (c.name == "" || isDoesRequired) {
					t.list.Add(diag.MissingPackTestOutcomes(s.At, c.id, strings.Join(missing, ", ")))
				}
			}
			if isDoesRequired {
				t.reportUnsaid(s)
			}
		}
	}
}

// reportUnsaid reports what a rule does that no test states, with what to write.
func (t *packTester) reportUnsaid(s *testedRule) {
	if t.list.IsFull() {
		return
	}
	var unsaid tree.Node
	unsaid.Kind = tree.Map
	for _, f := range t.effectOf(s).Fields {
		if !s.said[f.Key] {
			unsaid.Fields = append(unsaid.Fields, f)
		}
	}
	if len(unsaid.Fields) > 0 {
		t.list.Add(diag.MissingPackTestEffect(s.At, string(s.Kind), s.ID, unsaid.FormatFlow()))
	}
}
