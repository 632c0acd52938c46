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
func Write(w io.Writer, p engine.Profile, f Format, opts ...Option) error {
	data, err := marshal(&p, f, configure(opts))
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

func marshal(p *engine.Profile, f Format, c *config) ([]byte, error) {
	root := c.nodes(p)
	silent := *c
	silent.warn = func(diag.Diagnostic) {}
	ck := checker{config: &silent, out: newLayer("")}
	ck.document(root)
	checkText(root, &ck.list)
	if err := ck.list.Err(); err != nil {
		return nil, err
	}
	return render(root, f), nil
}

// nodes gives the profile as a parser would.
func (c *config) nodes(p *engine.Profile) *tree.Node {
	root := &tree.Node{Kind: tree.Map}
	add(root, "ajar", numberNode(version))
	for _, top := range []struct{ key, text string }{
		{"name", p.Name}, {"rules", p.Rules}, {"review_by", p.ReviewBy}, {"weights_sure", p.WeightsSure},
	} {
		if top.text != "" {
			add(root, top.key, stringNode(top.text))
		}
	}
	weights := c.weightsNode(p)
	facts := &tree.Node{Kind: tree.Map}
	for _, id := range inOrder(c.pack.FactIDs(), p.Facts) {
		add(facts, id, long("value", answerNode(c.pack.Fact(id), p.Facts[id]), p.Notes[id]))
	}
	limits := &tree.Node{Kind: tree.List}
	for _, l := range p.Limits {
		exclude := &tree.Node{Kind: tree.List}
		for _, id := range l.Exclude {
			exclude.Items = append(exclude.Items, stringNode(id))
		}
		limit := &tree.Node{Kind: tree.Map}
		add(limit, "exclude", exclude)
		add(limit, "because", stringNode(l.Because))
		limits.Items = append(limits.Items, limit)
	}
	for _, section := range []tree.Field{weights, c.unfinishedNode(&p.Unfinished), {Key: "facts", Value: facts}, {Key: "limits", Value: limits}} {
		if len(section.Value.Fields)+len(section.Value.Items) > 0 {
			root.Fields = append(root.Fields, section)
		}
	}
	return root
}

func add(n *tree.Node, key string, v *tree.Node) {
	n.Fields = append(n.Fields, tree.Field{Key: key, Value: v})
}

// inOrder lists the keys of m as the pack lists them, then those that the pack
// does not know.
func inOrder[V any](pack []string, m map[string]V) []string {
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

// long gives the short form if the note says nothing.
func long(key string, value *tree.Node, note engine.Note) *tree.Node {
	note.Layer = ""
	if note == (engine.Note{}) {
		return value
	}
	n := &tree.Node{Kind: tree.Map}
	add(n, key, value)
	for _, part := range []struct{ key, text string }{{"sure", note.Sure}, {"note", note.Text}, {"by", note.By}} {
		if part.text != "" {
			add(n, part.key, stringNode(part.text))
		}
	}
	return n
}

func stringNode(s string) *tree.Node { return &tree.Node{Kind: tree.String, Text: s} }

// numberNode writes a number as people do, with an exponent only where there
// would be many zeros, which TOML could not read back.
func numberNode(x float64) *tree.Node {
	format := byte('f')
	if size := math.Abs(x); size >= 1e15 || size < 1e-9 && size > 0 {
		format = 'g'
	}
	return &tree.Node{Kind: tree.Number, Text: strconv.FormatFloat(x, format, -1, 64)}
}

// answerNode gives an answer the kind that its fact asks for. What does not
// fit stays text, and the check says so.
func answerNode(fact *rules.Fact, a engine.Answer) *tree.Node {
	n := stringNode(a.String())
	if _, ok := a.Known(); !ok || fact == nil {
		return n
	}
	switch x, err := strconv.ParseFloat(n.Text, 64); {
	case fact.Type == rules.BoolFact && (n.Text == "true" || n.Text == "false"):
		n.Kind = tree.Bool
	case fact.Type == rules.NumberFact && err == nil:
		return numberNode(x)
	}
	return n
}

// checkText refuses text that no file of ours can hold.
func checkText(n *tree.Node, list *diag.List) {
	if !utf8.ValidString(n.Text) {
		list.Add(diag.NotUTF8(n.At))
	}
	for _, item := range n.Items {
		checkText(item, list)
	}
	for _, f := range n.Fields {
		checkText(f.Value, list)
	}
}
