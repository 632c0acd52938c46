package write

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/tree"
)

// NewUnfinishedField gives the section of comparisons that weigh nothing yet; it has
// no fields if there are none.
func NewUnfinishedField(pack *rules.Pack, in *engine.Unfinished) tree.Field {
	n := &tree.Node{Kind: tree.Map}
	if len(in.Pairs) > 0 {
		format.AddField(n, "pairs", newPairsNode(in.Pairs))
	}
	if in.BestWorst != nil {
		format.AddField(n, "best_worst", newBestWorstNode(pack, in.BestWorst))
	}
	if len(in.Unrated) > 0 {
		list := &tree.Node{Kind: tree.List}
		for _, id := range in.Unrated {
			list.Items = append(list.Items, format.NewString(id))
		}
		format.AddField(n, "unrated", list)
	}
	return tree.Field{Key: "unfinished", Value: n}
}
