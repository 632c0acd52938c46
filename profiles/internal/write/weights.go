package write

import (
	"maps"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/tree"
)

// NewWeightsField gives the section for the weights.
func NewWeightsField(pack *rules.Pack, p *engine.Profile) tree.Field {
	if canWriteAsInput(p) {
		return newInputField(pack, &p.WeightsFrom)
	}
	n := &tree.Node{Kind: tree.Map}
	for _, id := range orderKeys(pack.PriorityIDs(), p.StatedWeights()) {
		if r, ok := p.Ranges[id]; ok {
			format.AddField(n, id, NewRangeForm(r, p.Notes[id]))
			continue
		}
		format.AddField(n, id, NewAnswerForm("weight", format.NewNumber(p.Weights[id]), p.Notes[id]))
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
	return err == nil && len(p.Ranges) == 0 && len(w) > 0 && maps.Equal(w, p.Weights)
}

func newInputField(pack *rules.Pack, in *elicit.Input) tree.Field {
	f := tree.Field{Key: in.Method().Key()}
	switch in.Method() {
	case elicit.ByRanking:
		f.Value = newRankingNode(in.Ranking)
	case elicit.ByPoints:
		f.Value = newNumbersNode(pack, in.Points)
	case elicit.ByPairs:
		f.Value = newPairsNode(in.Pairs)
	default:
		f.Value = newBestWorstNode(pack, in.BestWorst)
	}
	return f
}

func newRankingNode(places [][]string) *tree.Node {
	list := &tree.Node{Kind: tree.List}
	for _, place := range places {
		tied := &tree.Node{Kind: tree.List}
		for _, id := range place {
			tied.Items = append(tied.Items, format.NewString(id))
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
		format.AddField(n, "more", format.NewString(j.A))
		format.AddField(n, "less", format.NewString(j.B))
		format.AddField(n, "times", format.NewNumber(j.Times))
		list.Items = append(list.Items, n)
	}
	return list
}

func newNumbersNode(pack *rules.Pack, of map[string]float64) *tree.Node {
	n := &tree.Node{Kind: tree.Map}
	for _, id := range orderKeys(pack.PriorityIDs(), of) {
		format.AddField(n, id, format.NewNumber(of[id]))
	}
	return n
}

// newBestWorstNode writes what is there; weights need all of it.
func newBestWorstNode(pack *rules.Pack, in *elicit.BestWorstInput) *tree.Node {
	n := &tree.Node{Kind: tree.Map}
	if in.Best != "" {
		format.AddField(n, "best", format.NewString(in.Best))
	}
	if in.Worst != "" {
		format.AddField(n, "worst", format.NewString(in.Worst))
		format.AddField(n, "best_over", newNumbersNode(pack, in.BestOver))
		format.AddField(n, "over_worst", newNumbersNode(pack, in.OverWorst))
	}
	return n
}
