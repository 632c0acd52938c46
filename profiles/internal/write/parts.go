package write

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/tree"
)

// newPartsField gives the section of the parts that the owner names.
func newPartsField(pack *rules.Pack, parts []engine.Part) tree.Field {
	list := &tree.Node{Kind: tree.List}
	for i := range parts {
		list.Items = append(list.Items, newPartNode(pack, &parts[i]))
	}
	return tree.Field{Key: "parts", Value: list}
}

func newPartNode(pack *rules.Pack, p *engine.Part) *tree.Node {
	n, facts := &tree.Node{Kind: tree.Map}, &tree.Node{Kind: tree.Map}
	for _, id := range orderKeys(pack.FactIDs(), p.Facts) {
		format.AddField(facts, id, NewAnswer(pack.Fact(id), p.Facts[id]))
	}
	for _, part := range []tree.Field{
		{Key: "id", Value: format.NewString(p.ID)}, {Key: "title", Value: format.NewString(p.Title)}, {Key: "like", Value: format.NewString(p.Like)},
		{Key: "facts", Value: facts}, {Key: "note", Value: format.NewString(p.Note)},
	} {
		if part.Value.Text != "" || len(part.Value.Fields) > 0 {
			n.Fields = append(n.Fields, part)
		}
	}
	return n
}
