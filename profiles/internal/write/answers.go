package write

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// orderKeys lists the keys of m as the pack lists them, then those that the pack
// does not know.
func orderKeys[V any](pack []string, m map[string]V) []string {
	ids := make([]string, 0, len(m))
	for _, id := range pack {
		if _, ok := m[id]; ok {
			ids = append(ids, id)
		}
	}
	if len(ids) == len(m) {
		return ids
	}
	known := len(ids)
	for id := range m {
		if !slices.Contains(ids[:known], id) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids[known:])
	return ids
}

// NewRangeForm gives a range of weights, which has a long form only; a range from a
// weight to itself is that weight.
func NewRangeForm(r engine.WeightRange, note engine.Note) *tree.Node {
	if !r.IsWide() {
		return NewAnswerForm("weight", format.NewNumber(r.Low), note)
	}
	ends := &tree.Node{Kind: tree.List, Items: []*tree.Node{format.NewNumber(r.Low), format.NewNumber(r.High)}}
	return newLongForm("between", ends, note)
}

// NewAnswerForm gives the short form if the note says nothing.
func NewAnswerForm(key string, value *tree.Node, note engine.Note) *tree.Node {
	note.Layer = ""
	if note == (engine.Note{}) {
		return value
	}
	return newLongForm(key, value, note)
}

func newLongForm(key string, value *tree.Node, note engine.Note) *tree.Node {
	n := &tree.Node{Kind: tree.Map}
	format.AddField(n, key, value)
	for _, part := range []struct{ key, text string }{{"sure", string(note.Sure)}, {"note", note.Text}, {"by", note.By}} {
		if part.text != "" {
			format.AddField(n, part.key, format.NewString(part.text))
		}
	}
	if note.Private {
		format.AddField(n, "private", &tree.Node{Kind: tree.Bool, Text: "true"})
	}
	return n
}

// NewAnswer gives an answer the kind that its fact asks for. What does not
// fit stays text, and the check says so.
func NewAnswer(fact *rules.Fact, a engine.Answer) *tree.Node {
	n := format.NewString(a.String())
	if _, ok := a.Known(); !ok || fact == nil {
		return n
	}
	if fact.Type == rules.SetFact {
		members, _ := a.Members()
		return newMembersNode(fact, members)
	}
	switch x, err := strconv.ParseFloat(n.Text, 64); {
	case fact.Type == rules.BoolFact && (n.Text == "true" || n.Text == "false"):
		n.Kind = tree.Bool
	case fact.Type == rules.NumberFact && err == nil:
		return format.NewNumber(x)
	}
	return n
}

// newMembersNode writes a set, values in the order of the fact: one as it is, several
// as a list, and what is known of some only as a map, which leaves out the others.
func newMembersNode(fact *rules.Fact, members rules.Members) *tree.Node {
	ids, list, states := members.Values(), &tree.Node{Kind: tree.List}, &tree.Node{Kind: tree.Map}
	order := fact.ValueIDs()
	slices.SortStableFunc(ids, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
	for _, id := range ids {
		list.Items = append(list.Items, format.NewString(id))
		format.AddField(states, id, &tree.Node{Kind: tree.Bool, Text: strconv.FormatBool(members.Truth(id) == rules.True)})
	}
	switch {
	case !members.IsWhole():
		return states
	case len(ids) == 1:
		return list.Items[0]
	}
	return list
}

// CheckEncoding refuses text that no file of ours can hold.
func CheckEncoding(n *tree.Node, list *diag.List) {
	if !utf8.ValidString(n.Text) {
		list.Add(diag.NotUTF8(n.At))
	}
	for _, item := range n.Items {
		CheckEncoding(item, list)
	}
	for _, f := range n.Fields {
		CheckEncoding(f.Value, list)
	}
}
