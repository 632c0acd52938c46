package rules

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"

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
//	tests:
//	  - rule: s1_product_is_income
//	    fires:   {artefact_is_product: true, must_recoup: true}
//	    not:     {must_recoup: false}
//	    unknown: [{}, {artefact_is_product: true}]
//
// A rule is an argument, moderator, bar, duty, option or form (its "requires"),
// component (its "applies"), advice on one, choice of licence, compatibility, step,
// counsel or exclusion, if it has a condition. What advice is meant for besides is not tested here. Facts are answered as in a profile. Under
// "fires", "not" and "unknown" stand one or several sets of facts for which
// the condition is true, false and unknown; precaution applies. A bar
// with escapes also shows under "escapes" a set of facts for which it is in force
// and something lifts it or can be done about it. Every rule with a condition
// owes each of these, "unknown" only if missing answers can leave it open.
//
// The error is that of [Load], or a [diag.List] of the tests that fail (AJ120)
// or are missing (AJ121), with places.
func TestPack(files fs.FS) (Tested, error) {
	p, err := Load(files)
	if err != nil {
		return Tested{}, err
	}
	return runPackTests(p, files)
}

// runPackTests runs the tests among some files on a pack.
func runPackTests(p *Pack, files fs.FS) (Tested, error) {
	t := packTester{pack: p, rules: map[string]*testedRule{}}
	t.collectRules()
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !isTestFile(name) {
			return err
		}
		var f struct {
			Tests []packTest `tree:"tests"`
		}
		n, list := parseFile(&packFiles{FS: files}, name, parseYAML)
		t.list.Add(list...)
		if n != nil {
			tree.Decode(n, &f, &t.list)
		}
		for i := range f.Tests {
			t.runTest(&f.Tests[i])
		}
		return nil
	})
	if err != nil {
		t.list.Add(diag.UnreadablePack(diag.Pos{}, err.Error()))
	}
	t.reportUntested()
	return t.tested, t.list.Err()
}

// packTest is one entry of a test file.
type packTest struct {
	At      diag.Pos
	Rule    string    `tree:"rule"`
	Fires   factCases `tree:"fires,optional"`
	Not     factCases `tree:"not,optional"`
	Unknown factCases `tree:"unknown,optional"`
	// Escapes shows what lifts a bar or can be done about it. Packs of the first
	// version say duty.
	Escapes factCases `tree:"escapes,optional"`
	Duty    factCases `tree:"duty,optional"`
}

// factCases is one map of answers, or a list of them.
type factCases []factCase

type factCase struct {
	at      diag.Pos
	answers map[string]string
	places  map[string]diag.Pos
}

// DecodeTree reads either form.
func (c *factCases) DecodeTree(n *tree.Node, list *diag.List) {
	items := []*tree.Node{n}
	if n.Kind == tree.List {
		items = n.Items
	}
	for _, item := range items {
		if !tree.Expect(item, tree.Map, list) {
			continue
		}
		one := factCase{at: item.At, answers: map[string]string{}, places: map[string]diag.Pos{}}
		for _, f := range item.Fields {
			if a := decodeTestAnswer(f.Value, list); a != "" {
				one.answers[f.Key], one.places[f.Key] = a, f.At
			}
		}
		*c = append(*c, one)
	}
}

// decodeTestAnswer reads an answer as a profile states it: a value, of a set a list
// of values or a map that says of some whether they are in it.
func decodeTestAnswer(n *tree.Node, list *diag.List) string {
	if n.Kind != tree.Map {
		return strings.Join(decodeValues(n, list), memberMark)
	}
	states := map[string]Truth{}
	for _, f := range n.Fields {
		switch f.Value.Text {
		case "yes", "true":
			states[f.Key] = True
		case "no", "false":
			states[f.Key] = False
		case answerUnknown:
			states[f.Key] = Unknown
		default:
			list.Add(diag.UnknownPackValue(f.At, f.Value.Text, f.Key).OneOf(f.Value.Text, []string{"yes", "no", answerUnknown}))
		}
	}
	return NewPartMembers(states).String()
}

// testedRule is a rule that owes tests.
type testedRule struct {
	Rule
	escapes []Escape        // of a bar
	shown   map[string]bool // outcomes that some test shows
}

// The outcomes that tests name.
var outcomes = []string{"not", "unknown", "fires"} // by Truth

type packTester struct {
	pack   *Pack
	rules  map[string]*testedRule
	tested Tested
	list   diag.List
}

// collectRules lists all rules that have a condition.
func (t *packTester) collectRules() {
	for r := range t.pack.Rules() {
		if !r.HasCondition() {
			continue
		}
		if t.rules[r.ID] != nil {
			t.list.Add(diag.DuplicatePackID(r.At, "rule with a condition", r.ID))
		}
		s := &testedRule{Rule: r, shown: map[string]bool{}}
		if b, ok := r.Of.(*Bar); ok {
			s.escapes = b.Escapes
		}
		t.rules[r.ID] = s
	}
	t.tested.Rules = len(t.rules)
}

func (t *packTester) runTest(test *packTest) {
	s := t.rules[test.Rule]
	if s == nil {
		t.list.Add(diag.UndefinedPackID(test.At, "rule with a condition", test.Rule).OneOf(test.Rule, sortedKeys(t.rules)))
		return
	}
	for truth, cases := range []factCases{test.Not, test.Unknown, test.Fires} {
		for _, c := range cases {
			r := t.readCase(&c)
			t.requireOutcome(test.Rule, c.at, outcomes[truth], outcomes[r.Holds(&s.Rule)])
			s.shown[outcomes[truth]] = true
		}
	}
	for _, c := range slices.Concat(test.Escapes, test.Duty) {
		r := t.readCase(&c)
		got := outcomes[r.Holds(&s.Rule)]
		if got == "fires" && slices.ContainsFunc(s.escapes, func(e Escape) bool { return r.escapeTruth(&e) == True }) {
			got = "escapes"
		}
		t.requireOutcome(test.Rule, c.at, "escapes", got)
		s.shown["escapes"] = true
	}
}

func (t *packTester) requireOutcome(rule string, at diag.Pos, want, got string) {
	if want != got {
		t.list.Add(diag.FailedPackTest(at, rule, want, got))
	}
}

// readCase checks the answers of one case and reads them.
func (t *packTester) readCase(c *factCase) *Reading {
	t.tested.Cases++
	r := t.pack.ReadAnswers(c.answers)
	for _, id := range sortedKeys(c.answers) {
		f, at, value := r.facts[id], c.places[id], c.answers[id]
		switch {
		case f == nil:
			t.list.Add(diag.UndefinedPackID(at, "fact", id).OneOf(id, sortedKeys(r.facts)))
		case value == answerUnknown || value == answerNA:
		case f.Type == NumberFact:
			if x, err := strconv.ParseFloat(value, 64); err != nil || !(x >= f.Min && x <= f.Max) {
				t.list.Add(diag.UnknownPackValue(at, value, id))
			}
		case f.Type == SetFact:
			t.list.Add(ParseMembers(value).Check(f, at)...)
		case !slices.Contains(f.ValueIDs(), value):
			t.list.Add(diag.UnknownPackValue(at, value, id).OneOf(value, f.ValueIDs()))
		}
	}
	return r
}

// canBeUnknown reports whether missing answers can leave the rule open. Where all
// comparisons count as true by precaution, none can.
func (r *testedRule) canBeUnknown() bool {
	open, conditions := false, r.Conditions
	if _, ok := r.Of.(*Bar); ok {
		conditions = conditions[:1] // what lifts a bar is another question
	}
	for _, c := range conditions {
		c.eachComparison(func(leaf *Condition) { open = open || !leaf.Precaution })
	}
	return open
}

// reportUntested reports every rule with an outcome that no test shows.
func (t *packTester) reportUntested() {
	for _, id := range sortedKeys(t.rules) {
		s := t.rules[id]
		want := []string{"fires", "not"}
		if slices.ContainsFunc(s.escapes, func(e Escape) bool { return e.Do != nil && len(e.Do.Facts(nil)) == 0 }) {
			want = want[1:] // something can always be done about it
		}
		if s.canBeUnknown() {
			want = append(want, "unknown")
		}
		if len(s.escapes) > 0 {
			want = append(want, "escapes")
		}
		missing := slices.DeleteFunc(want, func(outcome string) bool { return s.shown[outcome] })
		if len(missing) > 0 {
			t.list.Add(diag.MissingPackTest(s.At, id, strings.Join(missing, ", ")))
		}
	}
}
