package profiles

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// listWeightKeys are the sections that give weights, sorted; a file has one of
// them.
func listWeightKeys() []string { return slices.Sorted(slices.Values(elicit.MethodKeys())) }

// planSections gives the keys of the sections that a change takes out and the one
// that it puts in their place, if it has anything in it; no keys if the change
// is about something else.
func (c *config) planSections(ch *FileChange) (keys []string, with tree.Field) {
	switch ch.kind {
	case allWeightsChange:
		if len(ch.profile.Weights) > 0 {
			with = c.newWeightsField(&ch.profile)
		}
		return listWeightKeys(), with
	case unfinishedChange:
		with = c.newUnfinishedField(&ch.profile.Unfinished)
		if len(with.Value.Fields) == 0 {
			with = tree.Field{}
		}
		return []string{"unfinished"}, with
	}
	return nil, with
}

// replaceSections takes sections out of a file and puts another at its end.
func (c *config) replaceSections(data []byte, root *tree.Node, keys []string, with tree.Field) ([]byte, error) {
	want := replaceNodeFields(root, keys, with)
	var e *yamlEditor
	for _, key := range keys {
		if root.Get(key) == nil {
			continue
		}
		e = &yamlEditor{data: data, lineOffsets: findLineStarts(data), root: root}
		e.removeFieldFrom(root, key)
		data = e.out
		if root, _ = tree.ParseYAML("", data); root == nil {
			break
		}
	}
	if root != nil && with.Value != nil {
		e = &yamlEditor{data: data, lineOffsets: findLineStarts(data), root: root}
		if e.isFlow(root) {
			e.insertFlowField(root, with.Key, with.Value)
		} else {
			e.appendText(e.sectionGap() + renderBlock(with))
		}
		data = e.out
	}
	after, _ := tree.ParseYAML("", data)
	if after == nil || !haveSameMeaning(after, want) {
		return nil, diag.List{diag.UnsafeEdit(diag.Pos{}, keys[0])}
	}
	return data, c.checkNodes(after)
}

// replaceNodeFields gives what the text should mean afterwards.
func replaceNodeFields(root *tree.Node, keys []string, with tree.Field) *tree.Node {
	out := &tree.Node{Kind: tree.Map, Fields: slices.Clone(root.Fields)}
	out.Fields = slices.DeleteFunc(out.Fields, func(f tree.Field) bool { return slices.Contains(keys, f.Key) })
	if with.Value != nil {
		addNodeField(out, with.Key, with.Value)
	}
	return out
}
