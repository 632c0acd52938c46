package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

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

// read checks the answers of one case and reads them, over the facts of another reading.
func (c *factCase) read(over *Reading, list *diag.List) *Reading {
	r := &Reading{facts: over.facts, stated: c.answers, counted: map[string]string{}}
	for _, id := range sortedKeys(c.answers) {
		f, at, value := r.facts[id], c.places[id], c.answers[id]
		switch {
		case f == nil:
			list.Add(diag.UndefinedPackID(at, "fact", id).OneOf(id, sortedKeys(r.facts)))
		case value == answerUnknown || value == answerNA:
		case f.Type == NumberFact:
			if x, err := strconv.ParseFloat(value, 64); err != nil || !(x >= f.Min && x <= f.Max) {
				list.Add(diag.UnknownPackValue(at, value, id))
			}
		case f.Type == SetFact:
			list.Add(ParseMembers(value).Check(f, at)...)
		case !slices.Contains(f.ValueIDs(), value):
			list.Add(diag.UnknownPackValue(at, value, id).OneOf(value, f.ValueIDs()))
		}
	}
	return r
}
