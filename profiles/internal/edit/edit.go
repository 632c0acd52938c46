// Package edit changes the text of a YAML file and leaves every other byte as it
// is. It does not know what a profile may say.
package edit

import (
	"slices"

	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/rules/pattern"
	"github.com/ajar-decision/ajar/rules/tree"
)

// SetField writes a field of a section ("" is the top), or takes it out if the
// value is nil. Then it reads the text again: whatever the splices did, the
// meaning must be the old one with that change and no other. If it is not, the
// node is nil.
func SetField(data []byte, root *tree.Node, section, key string, value *tree.Node) ([]byte, *tree.Node) {
	e := newEditor(data, root)
	if value == nil {
		e.removeField(section, key)
	} else {
		e.writeField(section, key, value)
	}
	return verifyText(e.out, ChangeNode(root, section, key, value))
}

// ReplaceSections takes sections out of a file and puts another at its end, if
// it has a value. It reads the text again as [SetField] does.
func ReplaceSections(data []byte, root *tree.Node, keys []string, with tree.Field) ([]byte, *tree.Node) {
	want := ReplaceNodeFields(root, keys, with)
	for _, key := range keys {
		if root.Get(key) == nil {
			continue
		}
		e := newEditor(data, root)
		e.removeFieldFrom(root, key)
		data = e.out
		if root, _ = tree.ParseYAML("", data); root == nil {
			return data, nil
		}
	}
	if with.Value != nil {
		e := newEditor(data, root)
		if e.isFlow(root) {
			e.insertFlowField(root, with.Key, with.Value)
		} else {
			e.appendText(e.sectionGap() + format.RenderBlock(with))
		}
		data = e.out
	}
	return verifyText(data, want)
}

// verifyText reads a text that was edited; the node is nil if it does not mean
// what is wanted.
func verifyText(data []byte, want *tree.Node) ([]byte, *tree.Node) {
	after, _ := tree.ParseYAML("", data)
	if after == nil || !HaveSameMeaning(after, want) {
		return data, nil
	}
	return data, after
}

// Replacement is a value to write anew.
type Replacement struct{ Old, New *tree.Node }

var nullPattern = pattern.New(`^(~|(?i:null))$`)

// ReplaceValues writes values on one line anew in a text of any format, from the
// end so that places stay right.
func ReplaceValues(data []byte, root *tree.Node, list []Replacement, f format.Format) []byte {
	write := format.StyleOf(f)
	e := newEditor(data, root)
	slices.SortFunc(list, func(a, b Replacement) int { return e.findOffset(b.Old.At) - e.findOffset(a.Old.At) })
	for _, x := range list {
		from := e.findOffset(x.Old.At)
		to, text := e.skipValue(from, true), write.RenderValue(x.New)
		if x.Old.Kind == tree.Null && !nullPattern().Match(e.data[from:to]) { // nothing stands there
			to, text = from, " "+text
		}
		e.replaceRange(from, to, text)
		e.data = e.out
	}
	return e.data
}
