package profiles

import (
	"bytes"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Change is one thing to change in a profile file, see [SetFact], [SetWeight],
// [SetWeights], [SetUnfinished] and [Remove].
type Change struct {
	id     string
	answer engine.Answer
	weight float64
	note   engine.Note
	kind   changeKind
	whole  engine.Profile // weightsChange, unfinishedChange
}

type changeKind uint8

const (
	factChange changeKind = iota
	weightChange
	removal
	weightsChange
	unfinishedChange
)

// SetFact answers a fact. The note, which may be zero, replaces an older one.
func SetFact(id string, a engine.Answer, note engine.Note) Change {
	return Change{id: id, answer: a, note: note, kind: factChange}
}

// SetWeight weighs a priority from 0 to 10. The note, which may be zero,
// replaces an older one.
func SetWeight(id string, weight float64, note engine.Note) Change {
	return Change{id: id, weight: weight, note: note, kind: weightChange}
}

// SetWeights writes all weights of a profile in place of those in the file, as
// [Write] does: a ranking, say, if that is what they were worked out from. With
// the old ones go the comments between them.
func SetWeights(p engine.Profile) Change { return Change{whole: p, kind: weightsChange} }

// SetUnfinished writes the unfinished comparisons of a profile in place of those
// in the file.
func SetUnfinished(p engine.Profile) Change { return Change{whole: p, kind: unfinishedChange} }

// Remove takes an answer out of the file, or a text at its top; it is no
// mistake if there is none. What the file extends may still answer it.
func Remove(id string) Change { return Change{id: id, kind: removal} }

// Edit changes single answers in the text of a YAML profile and leaves every
// other byte as it is: comments, order, blank lines, quotes. A new answer comes
// last in its section. With an answer goes the comment on its line.
//
// The error is a [diag.List]: the mistakes of the text, those that it would
// have afterwards, or AJ238 if it is written in a way that is not understood
// well enough (a file that is indented as a whole, say).
func Edit(data []byte, changes []Change, opts ...Option) ([]byte, error) {
	c := configure(opts)
	c.warn = func(diag.Diagnostic) {}
	bom := []byte("\ufeff")
	out, marked := bytes.CutPrefix(data, bom)
	root, list := tree.ParseYAML("", out)
	if root == nil {
		return nil, list
	}
	if err := c.check(root); err != nil {
		return nil, err
	}
	for _, ch := range changes {
		var err error
		if out, err = c.edit(out, ch); err != nil {
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
func Rewrite(data []byte, f Format, changes []Change, opts ...Option) ([]byte, error) {
	if f = found(data, f); f != JSON && f != TOML {
		return Edit(data, changes, opts...)
	}
	c := configure(opts)
	c.warn = func(diag.Diagnostic) {}
	root, list := parse("", data, f)
	if root == nil {
		return nil, list
	}
	for _, ch := range changes {
		if keys, with := c.sections(&ch); keys != nil {
			root = replaced(root, keys, with)
			continue
		}
		section, value, err := c.target(ch)
		if err != nil {
			return nil, err
		}
		root = changed(root, section, ch.id, value)
	}
	if err := c.check(root); err != nil {
		return nil, err
	}
	out := render(root, f)
	if after, _ := parse("", out, f); after == nil || !sameMeaning(after, root) {
		return nil, diag.List{diag.UnsafeEdit(diag.Pos{}, string(f))}
	}
	return out, nil
}

// check judges a text without what it extends.
func (c *config) check(root *tree.Node) error {
	ck := checker{config: c, out: newLayer("")}
	ck.document(root)
	return ck.list.Err()
}

// edit makes one change and then reads the text again: whatever the splices
// did, the meaning must be the old one with that change and no other.
func (c *config) edit(data []byte, ch Change) ([]byte, error) {
	root, list := tree.ParseYAML("", data)
	if root == nil {
		return nil, list
	}
	if keys, with := c.sections(&ch); keys != nil {
		return c.replace(data, root, keys, with)
	}
	section, value, err := c.target(ch)
	if err != nil {
		return nil, err
	}
	e := &editor{data: data, lines: lineStarts(data), root: root}
	if value == nil {
		e.remove(section, ch.id)
	} else {
		e.set(section, ch.id, value)
	}
	after, _ := tree.ParseYAML("", e.out)
	if after == nil || !sameMeaning(after, changed(root, section, ch.id, value)) {
		return nil, diag.List{diag.UnsafeEdit(diag.Pos{}, ch.id)}
	}
	return e.out, c.check(after)
}

// target says where a change belongs ("" is the top) and what to write there,
// nil for a removal.
func (c *config) target(ch Change) (section string, value *tree.Node, err error) {
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
		value = long("value", answerNode(c.pack.Fact(ch.id), ch.answer), ch.note)
	case weightChange:
		value = long("weight", numberNode(ch.weight), ch.note)
	}
	var list diag.List
	if value != nil {
		checkText(value, &list)
	}
	return section, value, list.Err()
}

// changed gives what the text should mean afterwards.
func changed(root *tree.Node, section, id string, value *tree.Node) *tree.Node {
	out := &tree.Node{Kind: tree.Map, Fields: slices.Clone(root.Fields)}
	in := out
	if section != "" {
		in = &tree.Node{Kind: tree.Map}
		if old := out.Get(section); old != nil {
			in.Fields = slices.Clone(old.Fields)
		} else if value == nil {
			return out
		}
		put(out, section, in)
	}
	if value == nil {
		in.Fields = slices.DeleteFunc(in.Fields, func(f tree.Field) bool { return f.Key == id })
	} else {
		put(in, id, value)
	}
	return out
}

// put replaces a field or adds it last.
func put(n *tree.Node, key string, v *tree.Node) {
	for i := range n.Fields {
		if n.Fields[i].Key == key {
			n.Fields[i].Value = v
			return
		}
	}
	add(n, key, v)
}

// sameMeaning compares nodes without their places and without the order of
// keys. The long form with a value alone means the same as the short form.
func sameMeaning(a, b *tree.Node) bool {
	a, b = shortened(a), shortened(b)
	if a.Kind != b.Kind || a.Text != b.Text || len(a.Fields) != len(b.Fields) {
		return false
	}
	for _, f := range a.Fields {
		if other := b.Get(f.Key); other == nil || !sameMeaning(f.Value, other) {
			return false
		}
	}
	return slices.EqualFunc(a.Items, b.Items, sameMeaning)
}

func shortened(n *tree.Node) *tree.Node {
	if n.Kind == tree.Map && len(n.Fields) == 1 && (n.Fields[0].Key == "value" || n.Fields[0].Key == "weight") {
		return n.Fields[0].Value
	}
	return n
}
