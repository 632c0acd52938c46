// Package write gives what a profile says as nodes, the way a parser would.
package write

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/profiles/internal/layer"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/tree"
)

// NewProfile gives the profile as a parser would.
func NewProfile(pack *rules.Pack, p *engine.Profile) *tree.Node {
	root := &tree.Node{Kind: tree.Map}
	format.AddField(root, "ajar", format.NewNumber(layer.FormatVersion))
	for _, top := range []struct{ key, text string }{
		{"name", p.Name}, {"rules", p.Rules}, {"review_by", p.ReviewBy}, {"weights_sure", string(p.WeightsSure)},
	} {
		if top.text != "" {
			format.AddField(root, top.key, format.NewString(top.text))
		}
	}
	weights := NewWeightsField(pack, p)
	facts := &tree.Node{Kind: tree.Map}
	for _, id := range orderKeys(pack.FactIDs(), p.Facts) {
		format.AddField(facts, id, NewAnswerForm("value", NewAnswer(pack.Fact(id), p.Facts[id]), p.Notes[id]))
	}
	limits := &tree.Node{Kind: tree.List}
	for _, l := range p.Limits {
		exclude := &tree.Node{Kind: tree.List}
		for _, id := range l.Exclude {
			exclude.Items = append(exclude.Items, format.NewString(id))
		}
		limit := &tree.Node{Kind: tree.Map}
		format.AddField(limit, "exclude", exclude)
		format.AddField(limit, "because", format.NewString(l.Because))
		limits.Items = append(limits.Items, limit)
	}
	sections := []tree.Field{weights, NewUnfinishedField(pack, &p.Unfinished), {Key: "facts", Value: facts}, newPartsField(pack, p.Parts), {Key: "limits", Value: limits}}
	for _, section := range sections {
		if len(section.Value.Fields)+len(section.Value.Items) > 0 {
			root.Fields = append(root.Fields, section)
		}
	}
	return root
}
