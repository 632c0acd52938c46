package rules

import (
	"io/fs"
	"path"
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Tested counts what [TestPack] looked at.
type Tested struct {
	Rules int // rules that have a condition
	Cases int // sets of facts tried
}

// TestPack runs the tests of a pack: the files that end in _test.yaml, wherever
// they stand in it.
//
//	does: required
//	tests:
//	  - rule: s1_product_is_income
//	    fires:   {artefact_is_product: true, must_recoup: true}
//	    not:     {must_recoup: false}
//	    unknown: [{}, {artefact_is_product: true}]
//	    does:    {dimension: revenue_model, pull: closed, strength: 1}
//
// A rule is any of [Pack.Rules], or "pack" for what belongs to no rule: constants, the
// order of facts and of other lists, how to ask, licences. "kind" says which rule is meant
// where several have that id (kind: option).
//
// Under "fires", "not" and "unknown" stand one or several sets of facts for which
// the condition is true, false and unknown; precaution applies, and facts are answered
// as in a profile. The condition is that of an argument, moderator, bar, duty, option or
// form (its "requires"), act, kind of part or component ("applies"), advice on one, choice
// of licence, compatibility, step, counsel or exclusion. What advice is meant for besides
// is not tested here. A bar with escapes also shows under "escapes" a set of facts for
// which it is in force and something lifts it or can be done about it. Every rule with a
// condition owes each of these, "unknown" only if missing answers can leave it open.
//
// "condition" names one that stands inside a rule, to which the cases of the entry belong:
// asked_if or follows.1 of a fact, raises.ARGUMENT or acts_if.1 of a form, escapes.ID or
// concerns of a bar, quick.FACT of the pack.
//
// "does" says what the rule does, by the keys of the rule: the side and strength of an
// argument, the acts that a bar forbids, the parts that a form gives and keeps. What
// stands under a key is all of it; other keys may be left to other entries. Prose, sources
// and conditions are no part of it, a number with its reason is the number, and rules
// inside a rule are listed by their ids, in their order.
//
// "does: required" in any of the files makes two things owed as well: of every rule what
// it does, all keys, and of every condition inside a rule its cases. Packs whose tests
// were written before there was "does" do not ask for it and owe nothing new. What to
// write is in the message.
//
// The error is that of [Load], or a [diag.List] of the tests that fail (AJ120)
// or are missing (AJ121), with places. The bounds of [Load] on files hold for test files
// by themselves.
func TestPack(files fs.FS) (Tested, error) {
	p, err := Load(files)
	if err != nil {
		return Tested{}, err
	}
	return runPackTests(p, files)
}

// runPackTests runs the tests among some files on a pack.
func runPackTests(p *Pack, files fs.FS) (Tested, error) {
	t := packTester{
		pack: p, rules: map[string][]*testedRule{}, effects: effectReader{},
		files: packLoader{files: packFiles{FS: files}, known: map[string]bool{}},
	}
	t.collectRules()
	t.runFolder(".")
	if len(t.files.unread) == 0 { // what a file that cannot be read would have said is not missed
		t.reportUntested()
	}
	return t.tested, append(t.files.unread, t.list...).Err()
}

// runFolder runs the tests of a folder and of those in it, until too much is read.
func (t *packTester) runFolder(folder string) {
	entries, err := t.files.files.list(folder)
	if t.folders++; t.folders > MaxFiles {
		err, t.files.isOver = errCrowded, true
	}
	if err != nil {
		t.files.unread.Add(diagnoseUnreadable(folder, err))
	}
	for _, entry := range entries {
		name := path.Join(folder, entry.Name())
		switch {
		case t.files.isOver:
			return
		case entry.IsDir():
			t.runFolder(name)
		case isTestFile(name):
			t.runFile(name)
		}
	}
}

// packTestFile is a file of tests.
type packTestFile struct {
	Does  doesWord   `tree:"does,optional"`
	Tests []packTest `tree:"tests"`
}

// doesWord is "required", or nothing.
type doesWord bool

const doesRequired = "required"

// DecodeTree reads the word.
func (r *doesWord) DecodeTree(n *tree.Node, list *diag.List) {
	if *r = n.Text == doesRequired; !*r {
		list.Add(diag.UnknownPackValue(n.At, n.Text, "does").OneOf(n.Text, []string{doesRequired}))
	}
}

func (t *packTester) runFile(name string) {
	var f packTestFile
	if n := t.files.parseFile(name); n != nil {
		tree.Decode(n, &f, &t.list)
	}
	t.isDoesRequired = t.isDoesRequired || bool(f.Does)
	for i := range f.Tests {
		t.runTest(&f.Tests[i])
	}
}

// packTest is one entry of a test file.
type packTest struct {
	At   diag.Pos
	Rule string `tree:"rule"`
	// Kind tells rules of one id apart, Condition names one inside the rule.
	Kind      RuleKind  `tree:"kind,optional"`
	Condition string    `tree:"condition,optional"`
	Fires     factCases `tree:"fires,optional"`
	Not       factCases `tree:"not,optional"`
	Unknown   factCases `tree:"unknown,optional"`
	// Escapes shows what lifts a bar or can be done about it. Packs of the first
	// version say duty.
	Escapes factCases `tree:"escapes,optional"`
	Duty    factCases `tree:"duty,optional"`
	// Does says what the rule does.
	Does *doesNode `tree:"does,optional"`
}

// doesNode is a map as it was read.
type doesNode tree.Node

// DecodeTree keeps the map.
func (d *doesNode) DecodeTree(n *tree.Node, list *diag.List) {
	if tree.Expect(n, tree.Map, list) {
		*d = doesNode(*n)
	}
}

// hasCases reports whether the entry tells of a condition.
func (test *packTest) hasCases() bool {
	return len(test.Fires)+len(test.Not)+len(test.Unknown)+len(test.Escapes)+len(test.Duty) > 0
}

type packTester struct {
	pack    *Pack
	rules   map[string][]*testedRule // by id
	effects effectReader
	files   packLoader // of the tests alone
	folders int
	// isDoesRequired says that some file asks what every rule does.
	isDoesRequired bool
	tested         Tested
	list           diag.List
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
	if test.Does != nil {
		t.compareEffects(s, (*tree.Node)(test.Does))
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
