package rules

import (
	"fmt"
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Truth is the value of a condition in Kleene's three-valued logic. The order
// False < Unknown < True makes "and" the minimum and "or" the maximum.
type Truth uint8

// The three truth values.
const (
	False Truth = iota
	Unknown
	True
)

var truthWords = []string{False: "no", Unknown: "open", True: "yes"}

// MarshalText writes "no", "open" or "yes".
func (t Truth) MarshalText() ([]byte, error) { return []byte(truthWords[t]), nil }

// UnmarshalText reads what MarshalText writes.
func (t *Truth) UnmarshalText(text []byte) error {
	i := slices.Index(truthWords, string(text))
	if i < 0 {
		return fmt.Errorf("%q is no truth value: give %q, %q or %q", text, truthWords[False], truthWords[Unknown], truthWords[True])
	}
	*t = Truth(i)
	return nil
}

// Op says how a Condition is made.
type Op uint8

// A condition is a comparison, or all, any or not of others. "All" of nothing
// is true, "any" of nothing false.
const (
	Compare Op = iota
	All
	Any
	Not
)

// Test says how a comparison compares.
type Test string

// The tests of a comparison. AtLeast and AtMost need an ordered fact or a
// number. Of a set, Is says that one of the values is in it, IsNot that none
// is, and IsOnly, which needs a set, that the value is in it and no other.
const (
	Is      Test = "is"
	IsNot   Test = "is_not"
	IsOnly  Test = "is_only"
	AtLeast Test = "at_least"
	AtMost  Test = "at_most"
)

// Condition is a statement about facts, as written in the pack. A comparison
// is unknown while its fact is, and false when the fact does not apply
// whatever the test, so that "not equal" does not hold for what does not
// exist; the "not" of such a comparison is true. Of a set each value is known or
// not by itself.
type Condition struct {
	At diag.Pos
	Op Op
	// Of holds the parts of All and Any, and the one part of Not.
	Of []Condition
	// A comparison: the fact, the test and the values compared with (one for
	// IsOnly, AtLeast and AtMost).
	Fact   string
	Test   Test
	Values []string
	// Precaution marks a comparison that counts as true while its fact is unknown,
	// in a bar, a duty or in advice.
	Precaution bool
}

// Facts adds the facts that the condition reads to the list, each once.
func (c *Condition) Facts(to []string) []string {
	if c == nil {
		return to
	}
	if c.Op == Compare && !slices.Contains(to, c.Fact) {
		to = append(to, c.Fact)
	}
	for i := range c.Of {
		to = c.Of[i].Facts(to)
	}
	return to
}

// eachComparison calls f for every comparison.
func (c *Condition) eachComparison(f func(*Condition)) {
	if c == nil {
		return
	}
	if c.Op == Compare {
		f(c)
	}
	for i := range c.Of {
		c.Of[i].eachComparison(f)
	}
}

// DecodeTree reads the YAML form: a map is "all of", a list of values "one of".
func (c *Condition) DecodeTree(n *tree.Node, list *diag.List) {
	c.At, c.Op = n.At, All
	if !tree.Expect(n, tree.Map, list) {
		return
	}
	if len(n.Fields) == 0 {
		list.Add(diag.InvalidPackEmptyCondition(n.At))
	}
	for _, f := range n.Fields {
		var part Condition
		switch f.Key {
		case "all", "any":
			part = Condition{At: f.At, Op: All, Of: decodeConditions(f.Value, list)}
			if f.Key == "any" {
				part.Op = Any
				refuseNoParts(f, list)
			}
		case "not":
			part = Condition{At: f.At, Op: Not, Of: make([]Condition, 1)}
			part.Of[0].DecodeTree(f.Value, list)
		default:
			part = decodeComparison(f, list)
		}
		c.Of = append(c.Of, part)
	}
	if len(c.Of) == 1 {
		*c = c.Of[0]
	}
}

func decodeConditions(n *tree.Node, list *diag.List) []Condition {
	if !tree.Expect(n, tree.List, list) {
		return nil
	}
	of := make([]Condition, len(n.Items))
	for i, item := range n.Items {
		of[i].DecodeTree(item, list)
	}
	return of
}

// refuseNoParts refuses any of nothing and no value, which never hold. All of nothing is
// how to write what always does.
func refuseNoParts(f tree.Field, list *diag.List) {
	if f.Value.Kind == tree.List && len(f.Value.Items) == 0 {
		list.Add(diag.InvalidPackEmptyList(f.At, f.Key))
	}
}

func decodeComparison(f tree.Field, list *diag.List) Condition {
	c := Condition{At: f.At, Fact: f.Key, Test: Is}
	if f.Value.Kind != tree.Map {
		c.Values = decodeValues(f.Value, list)
		refuseNoParts(f, list)
		return c
	}
	for _, g := range f.Value.Fields {
		switch test := Test(g.Key); test {
		case Is, IsNot, IsOnly, AtLeast, AtMost:
			if c.Values != nil {
				list.Add(diag.InvalidPackTwoTests(g.At, c.Fact, string(c.Test), string(test)))
			}
			c.Test, c.Values = test, append(c.Values, decodeValues(g.Value, list)...)
		case "precaution":
			c.Precaution = tree.Expect(g.Value, tree.Bool, list) && g.Value.IsTrue()
		default:
			list.Add(diag.UnknownPackKey(g.At, g.Key).
				OneOf(g.Key, []string{string(Is), string(IsNot), string(IsOnly), string(AtLeast), string(AtMost), "precaution"}))
		}
	}
	if len(c.Values) == 0 {
		list.Add(diag.MissingPackKey(f.At, string(Is)))
	}
	return c
}

func decodeValues(n *tree.Node, list *diag.List) []string {
	switch n.Kind {
	case tree.String, tree.Bool, tree.Number:
		return []string{n.Text}
	case tree.List:
		var out []string
		for _, item := range n.Items {
			if item.Kind == tree.List {
				list.Add(diag.WrongPackType(item.At, "a value", item.Kind.String()))
				continue
			}
			out = append(out, decodeValues(item, list)...)
		}
		return out
	}
	list.Add(diag.WrongPackType(n.At, "a value", n.Kind.String()))
	return nil
}
