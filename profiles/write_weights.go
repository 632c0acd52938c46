package profiles

import (
	"maps"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/tree"
)

// newWeightsField gives the section for the weights.
func (c *config) newWeightsField(p *engine.Profile) tree.Field {
	if canWriteAsInput(p) {
		return c.newInputField(&p.WeightsFrom)
	}
	n := &tree.Node{Kind: tree.Map}
	for _, id := range orderKeys(c.pack.PriorityIDs(), p.Weights) {
		addNodeField(n, id, newAnswerForm("weight", newNumberNode(p.Weights[id]), p.Notes[id]))
	}
	return tree.Field{Key: "priorities", Value: n}
}

// canWriteAsInput reports whether what the weights were worked out from says all
// that is to be said about them, notes too, so that the file needs no numbers.
func canWriteAsInput(p *engine.Profile) bool {
	for id := range p.Weights {
		note := p.Notes[id]
		note.Layer = ""
		if note != (engine.Note{}) {
			return false
		}
	}
	w, err := p.WeightsFrom.Weights()
	return err == nil && len(w) > 0 && maps.Equal(w, p.Weights)
}

func (c *config) newInputField(in *elicit.Input) tree.Field {
	f := tree.Field{Key: in.Method().Key()}
	switch in.Method() {
	case elicit.ByRanking:
		f.Value = newRankingNode(in.Ranking)
	case elicit.ByPoints:
		f.Value = c.newNumbersNode(in.Points)
	case elicit.ByPairs:
		f.Value = newPairsNode(in.Pairs)
	default:
		f.Value = c.newBestWorstNode(in.BestWorst)
	}
	return f
}

func newRankingNode(places [][]string) *tree.Node {
	list := &tree.Node{Kind: tree.List}
	for _, place := range places {
		tied := &tree.Node{Kind: tree.List}
		for _, id := range place {
			tied.Items = append(tied.Items, newStringNode(id))
		}
		switch len(place) {
		case 0:
		case 1:
			list.Items = append(list.Items, tied.Items[0])
		default:
			list.Items = append(list.Items, tied)
		}
	}
	return list
}

func newPairsNode(judgements []elicit.Judgement) *tree.Node {
	list := &tree.Node{Kind: tree.List}
	for _, j := range judgements {
		n := &tree.Node{Kind: tree.Map}
		addNodeField(n, "more", newStringNode(j.A))
		addNodeField(n, "less", newStringNode(j.B))
		addNodeField(n, "times", newNumberNode(j.Times))
		list.Items = append(list.Items, n)
	}
	return list
}

func (c *config) newNumbersNode(of map[string]float64) *tree.Node {
	n := &tree.Node{Kind: tree.Map}
	for _, id := range orderKeys(c.pack.PriorityIDs(), of) {
		addNodeField(n, id, newNumberNode(of[id]))
	}
	return n
}
