package layer

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// EnvPrefix starts the names of the variables that answer a question.
const EnvPrefix = "AJAR_SET_"

// ReadAssignments reads single assignments "ID=VALUE"; nil if there are none.
func ReadAssignments(assignments []string, pack *rules.Pack, list *diag.List) *Layer {
	ck := newChecker(pack, nil, "set")
	for _, text := range assignments {
		at := diag.Pos{File: "--set"}
		id, value, ok := strings.Cut(text, "=")
		if !ok {
			ck.list.Add(diag.InvalidAssignment(at, text))
			continue
		}
		ck.assignAnswer(at, strings.TrimSpace(id), strings.TrimSpace(value))
	}
	return ck.finishLayer(len(assignments), list)
}

// ReadEnv reads the variables that start with EnvPrefix; nil if there are none.
// Two whose names differ in case only are a mistake.
func ReadEnv(environ []string, pack *rules.Pack, list *diag.List) *Layer {
	ck := newChecker(pack, nil, "env")
	names := map[string]string{} // by the id that a variable answers
	// The order of an environment is nobody's choice; sorted, mistakes come in
	// one order.
	for _, text := range slices.Sorted(slices.Values(environ)) {
		name, value, ok := strings.Cut(text, "=")
		if !ok || !strings.HasPrefix(name, EnvPrefix) {
			continue
		}
		id, at := strings.ToLower(strings.TrimPrefix(name, EnvPrefix)), diag.Pos{File: name}
		if other, ok := names[id]; ok && other != name {
			ck.list.Add(diag.DuplicateVariable(at, other, id))
		}
		names[id] = name
		ck.assignAnswer(at, id, strings.TrimSpace(value))
	}
	return ck.finishLayer(len(names), list)
}

func (ck *checker) finishLayer(n int, list *diag.List) *Layer {
	list.Add(ck.list...)
	if n == 0 {
		return nil
	}
	return ck.layer
}

// assignAnswer answers one id with text.
func (ck *checker) assignAnswer(at diag.Pos, id, value string) {
	n := &tree.Node{Kind: tree.String, At: at, Text: value}
	fact, priority := ck.pack.Fact(id), ck.pack.Priority(id)
	switch {
	case fact == nil && priority == nil:
		all := append(ck.pack.FactIDs(), ck.pack.PriorityIDs()...)
		ck.list.Add(diag.UnknownFactOrPriority(at, id).OneOf(id, all))
	case value == "" && fact != nil:
		ck.layer.Facts[id] = Answer{Removed: true}
	case value == "":
		ck.layer.Priorities[id] = Answer{Removed: true}
	case fact != nil:
		ck.readFactAnswer(tree.Field{Key: id, At: at, Value: parseAssigned(fact, at, value)})
	default:
		n.Kind = guessNumberKind(value)
		if r, ok := engine.ParseWeightRange(value); ok && n.Kind != tree.Number {
			n = newRangeNode(at, r)
		}
		ck.readPriorityAnswer(tree.Field{Key: id, At: at, Value: n})
	}
}

// parseAssigned reads an assigned value as a file would have it. Of a fact that can
// have several values they are parted by commas, or stand in brackets as in a file.
func parseAssigned(fact *rules.Fact, at diag.Pos, value string) *tree.Node {
	n := &tree.Node{Kind: guessKind(fact.Type, value), At: at, Text: value}
	if fact.Type != rules.SetFact {
		return n
	}
	if strings.Contains(value, ":") && !strings.HasPrefix(value, "{") {
		value = "{" + value + "}" // as an answer that is not wholly known is shown
	}
	if strings.ContainsAny(value[:1], "[{") {
		if parsed, _ := tree.ParseYAML(at.File, []byte(value)); parsed != nil {
			return moveNode(parsed, at)
		}
		return n
	}
	if !strings.ContainsAny(value, valueMarks) {
		return n
	}
	n.Kind = tree.List
	for _, part := range strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(valueMarks, r) }) {
		n.Items = append(n.Items, &tree.Node{Kind: tree.String, At: at, Text: strings.TrimSpace(part)})
	}
	return n
}

// valueMarks part the values of an assignment.
const valueMarks = ",，、"

// moveNode puts a node and all in it at one place.
func moveNode(n *tree.Node, at diag.Pos) *tree.Node {
	n.At = at
	for _, item := range n.Items {
		moveNode(item, at)
	}
	for i := range n.Fields {
		n.Fields[i].At = at
		moveNode(n.Fields[i].Value, at)
	}
	return n
}

// guessKind gives text the kind that a file would have given it.
func guessKind(t rules.FactType, value string) tree.NodeKind {
	switch {
	case t == rules.BoolFact && (strings.EqualFold(value, "true") || strings.EqualFold(value, "false")):
		return tree.Bool
	case t == rules.NumberFact:
		return guessNumberKind(value)
	}
	return tree.String
}

func guessNumberKind(value string) tree.NodeKind {
	if _, ok := (&tree.Node{Kind: tree.Number, Text: value}).Float(); ok {
		return tree.Number
	}
	return tree.String
}
