package profiles

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
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

// reweigh puts the weights of a profile in place of the section that gives
// them, or at the end of the file.
func (c *config) reweigh(data []byte, root *tree.Node, p *engine.Profile) ([]byte, error) {
	want := c.reweighed(root, p)
	weights := c.weightsNode(p)
	var e *editor
	for _, key := range weightKeys() {
		if root.Get(key) == nil {
			continue
		}
		e = &editor{data: data, lines: lineStarts(data), root: root}
		e.removeFrom(root, key)
		data = e.out
	}
	if root, _ = tree.ParseYAML("", data); root != nil && len(p.Weights) > 0 {
		e = &editor{data: data, lines: lineStarts(data), root: root}
		if e.flow(root) {
			e.insertFlow(root, weights.Key, weights.Value)
		} else {
			e.append("\n" + block(weights))
		}
		data = e.out
	}
	after, _ := tree.ParseYAML("", data)
	if after == nil || !sameMeaning(after, want) {
		return nil, diag.List{diag.New(diag.Pos{}, "AJ238", "id", weights.Key)}
	}
	return data, c.check(after)
}

// reweighed gives what the text should mean afterwards.
func (c *config) reweighed(root *tree.Node, p *engine.Profile) *tree.Node {
	out := &tree.Node{Kind: tree.Map, Fields: slices.Clone(root.Fields)}
	out.Fields = slices.DeleteFunc(out.Fields, func(f tree.Field) bool { return slices.Contains(weightKeys(), f.Key) })
	if len(p.Weights) > 0 {
		weights := c.weightsNode(p)
		add(out, weights.Key, weights.Value)
	}
	return out
}
