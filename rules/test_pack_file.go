package rules

import (
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

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
