package profiles

import (
	"io"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Write writes a profile so that [Read] gives it back: same weights, answers,
// limits and notes. Weights that were worked out are written as what they were
// worked out from, unless they were changed since or have notes. An answer with a note is written in the long form, any
// other in the short one; priorities and facts stand in the order of the pack
// (see [WithPack]; the other options have no effect). Layers are not written:
// what came from a preset stands in the file like everything else. A note on
// something that has no answer is left out.
//
// Nothing is written that Read would refuse: the error is then a [diag.List]
// without places. Other errors are those of w. A format that is not known is
// written as YAML.
func Write(w io.Writer, p engine.Profile, f Format, opts ...LoadOption) error {
	data, err := marshalProfile(&p, f, newConfig(opts))
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

func marshalProfile(p *engine.Profile, f Format, c *config) ([]byte, error) {
	root := c.newProfileNode(p)
	silent := *c
	silent.warn = func(diag.Diagnostic) {}
	ck := profileChecker{config: &silent, layer: newLayer("")}
	ck.readDocument(root)
	checkEncoding(root, &ck.list)
	if err := ck.list.Err(); err != nil {
		return nil, err
	}
	return renderNodes(root, f), nil
}

// newProfileNode gives the profile as a parser would.
func (c *config) newProfileNode(p *engine.Profile) *tree.Node {
	root := &tree.Node{Kind: tree.Map}
	addNodeField(root, "ajar", newNumberNode(formatVersion))
	for _, top := range []struct{ key, text string }{
		{"name", p.Name}, {"rules", p.Rules}, {"review_by", p.ReviewBy}, {"weights_sure", string(p.WeightsSure)},
	} {
		if top.text != "" {
			addNodeField(root, top.key, newStringNode(top.text))
		}
	}
	weights := c.newWeightsField(p)
	facts := &tree.Node{Kind: tree.Map}
	for _, id := range orderKeys(c.pack.FactIDs(), p.Facts) {
		addNodeField(facts, id, newAnswerForm("value", newAnswerNode(c.pack.Fact(id), p.Facts[id]), p.Notes[id]))
	}
	limits := &tree.Node{Kind: tree.List}
	for _, l := range p.Limits {
		exclude := &tree.Node{Kind: tree.List}
		for _, id := range l.Exclude {
			exclude.Items = append(exclude.Items, newStringNode(id))
		}
		limit := &tree.Node{Kind: tree.Map}
		addNodeField(limit, "exclude", exclude)
		addNodeField(limit, "because", newStringNode(l.Because))
		limits.Items = append(limits.Items, limit)
	}
	for _, section := range []tree.Field{weights, c.newUnfinishedField(&p.Unfinished), {Key: "facts", Value: facts}, {Key: "limits", Value: limits}} {
		if len(section.Value.Fields)+len(section.Value.Items) > 0 {
			root.Fields = append(root.Fields, section)
		}
	}
	return root
}

func addNodeField(n *tree.Node, key string, v *tree.Node) {
	n.Fields = append(n.Fields, tree.Field{Key: key, Value: v})
}

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

// newAnswerForm gives the short form if the note says nothing.
func newAnswerForm(key string, value *tree.Node, note engine.Note) *tree.Node {
	note.Layer = ""
	if note == (engine.Note{}) {
		return value
	}
	n := &tree.Node{Kind: tree.Map}
	addNodeField(n, key, value)
	for _, part := range []struct{ key, text string }{{"sure", string(note.Sure)}, {"note", note.Text}, {"by", note.By}} {
		if part.text != "" {
			addNodeField(n, part.key, newStringNode(part.text))
		}
	}
	return n
}

func newStringNode(s string) *tree.Node { return &tree.Node{Kind: tree.String, Text: s} }

// newNumberNode writes a number as people do, with an exponent only where there
// would be many zeros, which TOML could not read back.
func newNumberNode(x float64) *tree.Node {
	format := byte('f')
	if size := math.Abs(x); size >= 1e15 || size < 1e-9 && size > 0 {
		format = 'g'
	}
	return &tree.Node{Kind: tree.Number, Text: strconv.FormatFloat(x, format, -1, 64)}
}

// newAnswerNode gives an answer the kind that its fact asks for. What does not
// fit stays text, and the check says so.
func newAnswerNode(fact *rules.Fact, a engine.Answer) *tree.Node {
	n := newStringNode(a.String())
	if _, ok := a.Known(); !ok || fact == nil {
		return n
	}
	switch x, err := strconv.ParseFloat(n.Text, 64); {
	case fact.Type == rules.BoolFact && (n.Text == "true" || n.Text == "false"):
		n.Kind = tree.Bool
	case fact.Type == rules.NumberFact && err == nil:
		return newNumberNode(x)
	}
	return n
}

// checkEncoding refuses text that no file of ours can hold.
func checkEncoding(n *tree.Node, list *diag.List) {
	if !utf8.ValidString(n.Text) {
		list.Add(diag.NotUTF8(n.At))
	}
	for _, item := range n.Items {
		checkEncoding(item, list)
	}
	for _, f := range n.Fields {
		checkEncoding(f.Value, list)
	}
}
