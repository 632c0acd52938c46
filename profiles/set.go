package profiles

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
)

// envPrefix starts the names of the variables that answer a question.
const envPrefix = "AJAR_SET_"

// setLayer reads the assignments; nil if there are none.
func (c *config) setLayer(list *diag.List) *layer {
	ck := checker{config: c, out: newLayer("set")}
	for _, text := range c.set {
		at := diag.Pos{File: "--set"}
		id, value, ok := strings.Cut(text, "=")
		if !ok {
			ck.list.Add(diag.InvalidAssignment(at, text))
			continue
		}
		ck.assign(at, strings.TrimSpace(id), strings.TrimSpace(value))
	}
	return ck.top(len(c.set), list)
}

// envLayer reads the variables that start with envPrefix; nil if there are none.
// Two whose names differ in case only are a mistake.
func (c *config) envLayer(list *diag.List) *layer {
	ck := checker{config: c, out: newLayer("env")}
	names := map[string]string{} // by the id that a variable answers
	// The order of an environment is nobody's choice; sorted, mistakes come in
	// one order.
	for _, text := range slices.Sorted(slices.Values(c.env)) {
		name, value, ok := strings.Cut(text, "=")
		if !ok || !strings.HasPrefix(name, envPrefix) {
			continue
		}
		id, at := strings.ToLower(strings.TrimPrefix(name, envPrefix)), diag.Pos{File: plain.Clean(name)}
		if other, ok := names[id]; ok && other != name {
			ck.list.Add(diag.DuplicateVariable(at, other, id))
		}
		names[id] = name
		ck.assign(at, id, strings.TrimSpace(value))
	}
	return ck.top(len(names), list)
}

func (ck *checker) top(n int, list *diag.List) *layer {
	list.Add(ck.list...)
	if n == 0 {
		return nil
	}
	return ck.out
}

// assign answers one id with text.
func (ck *checker) assign(at diag.Pos, id, value string) {
	n := &tree.Node{Kind: tree.String, At: at, Text: value}
	fact, priority := ck.pack.Fact(id), ck.pack.Priority(id)
	switch {
	case fact == nil && priority == nil:
		all := append(ck.pack.FactIDs(), ck.pack.PriorityIDs()...)
		ck.list.Add(diag.UnknownFactOrPriority(at, id).OneOf(id, all))
	case value == "" && fact != nil:
		ck.out.facts[id] = answer{absent: true}
	case value == "":
		ck.out.priorities[id] = answer{absent: true}
	case fact != nil:
		n.Kind = kindOf(fact.Type, value)
		ck.factField(tree.Field{Key: id, At: at, Value: n})
	default:
		n.Kind = numberKind(value)
		ck.priorityField(tree.Field{Key: id, At: at, Value: n})
	}
}

// kindOf gives text the kind that a file would have given it.
func kindOf(t rules.FactType, value string) tree.Kind {
	switch {
	case t == rules.BoolFact && (strings.EqualFold(value, "true") || strings.EqualFold(value, "false")):
		return tree.Bool
	case t == rules.NumberFact:
		return numberKind(value)
	}
	return tree.String
}

func numberKind(value string) tree.Kind {
	if _, ok := (&tree.Node{Kind: tree.Number, Text: value}).Float(); ok {
		return tree.Number
	}
	return tree.String
}
