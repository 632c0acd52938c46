package profiles

import (
	"bytes"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// FileChange is one thing to change in a profile file, see [SetFact], [SetWeight],
// [SetWeights], [SetUnfinished] and [Remove].
type FileChange struct {
	id      string
	answer  engine.Answer
	weight  float64
	note    engine.Note
	kind    changeKind
	profile engine.Profile // allWeightsChange, unfinishedChange
}

type changeKind uint8

const (
	factChange changeKind = iota
	weightChange
	removalChange
	allWeightsChange
	unfinishedChange
)

// SetFact answers a fact. The note, which may be zero, replaces an older one.
func SetFact(id string, a engine.Answer, note engine.Note) FileChange {
	return FileChange{id: id, answer: a, note: note, kind: factChange}
}

// SetWeight weighs a priority from 0 to 10. The note, which may be zero,
// replaces an older one.
func SetWeight(id string, weight float64, note engine.Note) FileChange {
	return FileChange{id: id, weight: weight, note: note, kind: weightChange}
}

// SetWeights writes all weights of a profile in place of those in the file, as
// [Write] does: a ranking, say, if that is what they were worked out from. With
// the old ones go the comments between them.
func SetWeights(p engine.Profile) FileChange { return FileChange{profile: p, kind: allWeightsChange} }

// SetUnfinished writes the unfinished comparisons of a profile in place of those
// in the file.
func SetUnfinished(p engine.Profile) FileChange {
	return FileChange{profile: p, kind: unfinishedChange}
}

// Remove takes an answer out of the file, or a text at its top; it is no
// mistake if there is none. What the file extends may still answer it.
func Remove(id string) FileChange { return FileChange{id: id, kind: removalChange} }

// Edit changes single answers in the text of a YAML profile and leaves every
// other byte as it is: comments, order, blank lines, quotes. A new answer comes
// last in its section. With an answer goes the comment on its line.
//
// The error is a [diag.List]: the mistakes of the text, those that it would
// have afterwards, or AJ238 if it is written in a way that is not understood
// well enough (a file that is indented as a whole, say).
func Edit(data []byte, changes []FileChange, opts ...LoadOption) ([]byte, error) {
	c := newConfig(opts)
	c.warn = func(diag.Diagnostic) {}
	bom := []byte("\ufeff")
	out, marked := bytes.CutPrefix(data, bom)
	root, list := tree.ParseYAML("", out)
	if root == nil {
		return nil, list
	}
	if err := c.checkNodes(root); err != nil {
		return nil, err
	}
	for _, ch := range changes {
		var err error
		if out, err = c.applyChange(out, ch); err != nil {
			return nil, err
		}
	}
	if marked {
		out = slices.Concat(bom, out)
	}
	return out, nil
}

// Rewrite makes the changes in the text of a profile of any format: in YAML as
// [Edit] does; other formats are written anew, with all that they say but their
// comments. Errors are those of Edit.
func Rewrite(data []byte, f Format, changes []FileChange, opts ...LoadOption) ([]byte, error) {
	if f = detectFormat(data, f); f != JSON && f != TOML {
		return Edit(data, changes, opts...)
	}
	c := newConfig(opts)
	c.warn = func(diag.Diagnostic) {}
	root, list := parseDocument("", data, f)
	if root == nil {
		return nil, list
	}
	for _, ch := range changes {
		if keys, with := c.planSections(&ch); keys != nil {
			root = replaceNodeFields(root, keys, with)
			continue
		}
		section, value, err := c.locateChange(ch)
		if err != nil {
			return nil, err
		}
		root = changeNode(root, section, ch.id, value)
	}
	if err := c.checkNodes(root); err != nil {
		return nil, err
	}
	out := renderNodes(root, f)
	if after, _ := parseDocument("", out, f); after == nil || !haveSameMeaning(after, root) {
		return nil, diag.List{diag.UnsafeEdit(diag.Pos{}, string(f))}
	}
	return out, nil
}

// checkNodes judges a text without what it extends.
func (c *config) checkNodes(root *tree.Node) error {
	ck := profileChecker{config: c, layer: newLayer("")}
	ck.readDocument(root)
	return ck.list.Err()
}

// applyChange makes one change and then reads the text again: whatever the splices
// did, the meaning must be the old one with that change and no other.
func (c *config) applyChange(data []byte, ch FileChange) ([]byte, error) {
	root, list := tree.ParseYAML("", data)
	if root == nil {
		return nil, list
	}
	if keys, with := c.planSections(&ch); keys != nil {
		return c.replaceSections(data, root, keys, with)
	}
	section, value, err := c.locateChange(ch)
	if err != nil {
		return nil, err
	}
	e := &yamlEditor{data: data, lineOffsets: findLineStarts(data), root: root}
	if value == nil {
		e.removeField(section, ch.id)
	} else {
		e.writeField(section, ch.id, value)
	}
	after, _ := tree.ParseYAML("", e.out)
	if after == nil || !haveSameMeaning(after, changeNode(root, section, ch.id, value)) {
		return nil, diag.List{diag.UnsafeEdit(diag.Pos{}, ch.id)}
	}
	return e.out, c.checkNodes(after)
}

// locateChange says where a change belongs ("" is the top) and what to write there,
// nil for a removal.
func (c *config) locateChange(ch FileChange) (section string, value *tree.Node, err error) {
	switch {
	case c.pack.Fact(ch.id) != nil:
		section = "facts"
	case c.pack.Priority(ch.id) != nil:
		section = "priorities"
	case !slices.Contains([]string{"name", "rules", "review_by", "weights_sure"}, ch.id):
		all := append(c.pack.FactIDs(), c.pack.PriorityIDs()...)
		return "", nil, diag.List{diag.UnknownFactOrPriority(diag.Pos{}, ch.id).OneOf(ch.id, all)}
	}
	want := map[changeKind]string{factChange: "facts", weightChange: "priorities"}
	if at, ok := want[ch.kind]; ok && at != section {
		return "", nil, diag.List{diag.UnknownFactOrPriority(diag.Pos{}, ch.id)}
	}
	switch ch.kind {
	case factChange:
		value = newAnswerForm("value", newAnswerNode(c.pack.Fact(ch.id), ch.answer), ch.note)
	case weightChange:
		value = newAnswerForm("weight", newNumberNode(ch.weight), ch.note)
	}
	var list diag.List
	if value != nil {
		checkEncoding(value, &list)
	}
	return section, value, list.Err()
}

// changeNode gives what the text should mean afterwards.
func changeNode(root *tree.Node, section, id string, value *tree.Node) *tree.Node {
	out := &tree.Node{Kind: tree.Map, Fields: slices.Clone(root.Fields)}
	in := out
	if section != "" {
		in = &tree.Node{Kind: tree.Map}
		if old := out.Get(section); old != nil {
			in.Fields = slices.Clone(old.Fields)
		} else if value == nil {
			return out
		}
		setNodeField(out, section, in)
	}
	if value == nil {
		in.Fields = slices.DeleteFunc(in.Fields, func(f tree.Field) bool { return f.Key == id })
	} else {
		setNodeField(in, id, value)
	}
	return out
}

// setNodeField replaces a field or adds it last.
func setNodeField(n *tree.Node, key string, v *tree.Node) {
	for i := range n.Fields {
		if n.Fields[i].Key == key {
			n.Fields[i].Value = v
			return
		}
	}
	addNodeField(n, key, v)
}

// haveSameMeaning compares nodes without their places and without the order of
// keys. The long form with a value alone means the same as the short form.
func haveSameMeaning(a, b *tree.Node) bool {
	a, b = shortenAnswer(a), shortenAnswer(b)
	if a.Kind != b.Kind || a.Text != b.Text || len(a.Fields) != len(b.Fields) {
		return false
	}
	for _, f := range a.Fields {
		if other := b.Get(f.Key); other == nil || !haveSameMeaning(f.Value, other) {
			return false
		}
	}
	return slices.EqualFunc(a.Items, b.Items, haveSameMeaning)
}

func shortenAnswer(n *tree.Node) *tree.Node {
	if n.Kind == tree.Map && len(n.Fields) == 1 && (n.Fields[0].Key == "value" || n.Fields[0].Key == "weight") {
		return n.Fields[0].Value
	}
	return n
}
