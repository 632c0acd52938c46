package profiles

import (
	"maps"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/tree"
)

// weightsNode gives the section for the weights.
func (c *config) weightsNode(p *engine.Profile) tree.Field {
	if workedOut(p) {
		return c.inputNode(&p.WeightsFrom)
	}
	n := &tree.Node{Kind: tree.Map}
	for _, id := range inOrder(c.pack.PriorityIDs(), p.Weights) {
		add(n, id, long("weight", numberNode(p.Weights[id]), p.Notes[id]))
	}
	return tree.Field{Key: "priorities", Value: n}
}

// workedOut reports whether what the weights were worked out from says all
// that is to be said about them.
func workedOut(p *engine.Profile) bool {
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

func (c *config) inputNode(in *elicit.Input) tree.Field {
	switch {
	case in.Ranking != nil:
		return tree.Field{Key: "ranking", Value: rankingNode(in.Ranking)}
	case in.Points != nil:
		return tree.Field{Key: "points", Value: c.numbersNode(in.Points)}
	case in.Pairs != nil:
		return tree.Field{Key: "pairs", Value: pairsNode(in.Pairs)}
	}
	return tree.Field{Key: "best_worst", Value: c.bestWorstNode(in.BestWorst)}
}

func rankingNode(places [][]string) *tree.Node {
	list := &tree.Node{Kind: tree.List}
	for _, place := range places {
		tied := &tree.Node{Kind: tree.List}
		for _, id := range place {
			tied.Items = append(tied.Items, stringNode(id))
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

func pairsNode(judgements []elicit.Judgement) *tree.Node {
	list := &tree.Node{Kind: tree.List}
	for _, j := range judgements {
		n := &tree.Node{Kind: tree.Map}
		add(n, "more", stringNode(j.A))
		add(n, "less", stringNode(j.B))
		add(n, "times", numberNode(j.Times))
		list.Items = append(list.Items, n)
	}
	return list
}

func (c *config) numbersNode(of map[string]float64) *tree.Node {
	n := &tree.Node{Kind: tree.Map}
	for _, id := range inOrder(c.pack.PriorityIDs(), of) {
		add(n, id, numberNode(of[id]))
	}
	return n
}
