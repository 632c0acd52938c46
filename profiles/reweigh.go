package profiles

import (
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// weightKeys are the sections that give weights; a file has one of them.
func weightKeys() []string {
	keys := []string{"priorities"}
	for key := range methods {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// sections gives the keys of the sections that a change takes out and the one
// that it puts in their place, if it has anything in it; no keys if the change
// is about something else.
func (c *config) sections(ch *Change) (keys []string, with tree.Field) {
	switch ch.kind {
	case weightsChange:
		if len(ch.whole.Weights) > 0 {
			with = c.weightsNode(&ch.whole)
		}
		return weightKeys(), with
	case unfinishedChange:
		with = c.unfinishedNode(&ch.whole.Unfinished)
		if len(with.Value.Fields) == 0 {
			with = tree.Field{}
		}
		return []string{"unfinished"}, with
	}
	return nil, with
}

// replace takes sections out of a file and puts another at its end.
func (c *config) replace(data []byte, root *tree.Node, keys []string, with tree.Field) ([]byte, error) {
	want := replaced(root, keys, with)
	var e *editor
	for _, key := range keys {
		if root.Get(key) == nil {
			continue
		}
		e = &editor{data: data, lines: lineStarts(data), root: root}
		e.removeFrom(root, key)
		data = e.out
		if root, _ = tree.ParseYAML("", data); root == nil {
			break
		}
	}
	if root != nil && with.Value != nil {
		e = &editor{data: data, lines: lineStarts(data), root: root}
		if e.flow(root) {
			e.insertFlow(root, with.Key, with.Value)
		} else {
			e.append(e.gap() + block(with))
		}
		data = e.out
	}
	after, _ := tree.ParseYAML("", data)
	if after == nil || !sameMeaning(after, want) {
		return nil, diag.List{diag.UnsafeEdit(diag.Pos{}, keys[0])}
	}
	return data, c.check(after)
}

// replaced gives what the text should mean afterwards.
func replaced(root *tree.Node, keys []string, with tree.Field) *tree.Node {
	out := &tree.Node{Kind: tree.Map, Fields: slices.Clone(root.Fields)}
	out.Fields = slices.DeleteFunc(out.Fields, func(f tree.Field) bool { return slices.Contains(keys, f.Key) })
	if with.Value != nil {
		add(out, with.Key, with.Value)
	}
	return out
}
