package edit

import (
	"slices"

	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/rules/tree"
)

// ChangeNode gives what the text should mean afterwards.
func ChangeNode(root *tree.Node, section, id string, value *tree.Node) *tree.Node {
	out := &tree.Node{Kind: tree.Map, Fields: slices.Clone(root.Fields)}
	in := out
	if section != "" {
		in = &tree.Node{Kind: tree.Map}
		if old := out.Get(section); old != nil && old.Kind != tree.Null {
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
	format.AddField(n, key, v)
}

// HaveSameMeaning compares nodes without their places and without the order of
// keys. The long form with a value alone means the same as the short form.
func HaveSameMeaning(a, b *tree.Node) bool {
	a, b = shortenAnswer(a), shortenAnswer(b)
	if a.Kind != b.Kind || a.Text != b.Text || len(a.Fields) != len(b.Fields) {
		return false
	}
	for _, f := range a.Fields {
		if other := b.Get(f.Key); other == nil || !HaveSameMeaning(f.Value, other) {
			return false
		}
	}
	return slices.EqualFunc(a.Items, b.Items, HaveSameMeaning)
}

// isLongForm tells the long form of an answer from other maps.
func isLongForm(n *tree.Node) bool {
	return n.Kind == tree.Map && (n.Get("value") != nil || n.Get("weight") != nil || n.Get("between") != nil)
}

// isPlainMap reports whether a map is no long form of an answer.
func isPlainMap(n *tree.Node) bool { return n.Kind == tree.Map && !isLongForm(n) }

func shortenAnswer(n *tree.Node) *tree.Node {
	if isLongForm(n) && len(n.Fields) == 1 {
		return n.Fields[0].Value
	}
	return n
}

// ReplaceNodeFields gives what the text should mean afterwards.
func ReplaceNodeFields(root *tree.Node, keys []string, with tree.Field) *tree.Node {
	out := &tree.Node{Kind: tree.Map, Fields: slices.Clone(root.Fields)}
	out.Fields = slices.DeleteFunc(out.Fields, func(f tree.Field) bool { return slices.Contains(keys, f.Key) })
	if with.Value != nil {
		format.AddField(out, with.Key, with.Value)
	}
	return out
}

// canChangeItems reports whether one list of words can be made another by taking
// words out and adding others at its end.
func canChangeItems(old, value *tree.Node) bool {
	if old.Kind != tree.List || value.Kind != tree.List || len(old.Items) == 0 || len(value.Items) == 0 {
		return false
	}
	kept := pickItems(value, old, true)
	return slices.EqualFunc(kept, pickItems(old, value, true), HaveSameMeaning) && slices.EqualFunc(kept, value.Items[:len(kept)], HaveSameMeaning)
}

// pickItems gives the words of a list that stand in another too, or those that do not.
func pickItems(list, other *tree.Node, shared bool) []*tree.Node {
	return slices.DeleteFunc(slices.Clone(list.Items), func(n *tree.Node) bool {
		return slices.ContainsFunc(other.Items, func(o *tree.Node) bool { return HaveSameMeaning(n, o) }) != shared
	})
}
