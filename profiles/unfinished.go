package profiles

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

var unfinishedKeys = []string{"pairs", "best_worst", "unrated"}

// unfinished reads comparisons that do not weigh all priorities yet. They count
// for nothing and are there to go on from.
func (ck *checker) unfinished(f tree.Field) {
	part, ok := ck.some(f.Value, f.Key, unfinishedKeys...)
	if !ok {
		return
	}
	ck.out.at[f.Key] = f.At
	in := &ck.out.unfinished
	if n := part["pairs"]; n != nil && ck.expect(n, tree.List, "pairs") {
		in.Pairs = ck.somePairs(tree.Field{Key: "pairs", At: f.At, Value: n})
	}
	if n := part["unrated"]; n != nil && ck.expect(n, tree.List, "unrated") {
		w := &weighing{Field: tree.Field{Key: "unrated"}, places: map[string]diag.Pos{}}
		for _, item := range n.Items {
			in.Unrated = append(in.Unrated, ck.priorityName(w, item))
		}
	}
	if n := part["best_worst"]; n != nil {
		in.BestWorst = ck.someBestWorst(tree.Field{Key: "best_worst", At: f.At, Value: n})
	}
}

// stillUnfinished tells that chosen priorities wait for comparisons. Where other
// comparisons gave weights, nothing does.
func (ck *checker) stillUnfinished() {
	if ck.weightsFrom != "" && ck.weightsFrom != "priorities" {
		return
	}
	at := ck.out.at["unfinished"]
	if len(ck.out.unfinished.Pairs) > 0 {
		ck.warn(diag.UnfinishedComparisons(at, "pairs"))
	}
	if ck.out.unfinished.BestWorst != nil {
		ck.warn(diag.UnfinishedComparisons(at, "best-worst"))
	}
	if ids := ck.out.unfinished.Unrated; len(ids) > 0 {
		ck.warn(diag.UnratedPriorities(at, strings.Join(ids, ", ")))
	}
}

// enough lists what would be missing for weights: too few pairs, or pairs of
// too many priorities.
var enough = []string{"AJ310", "AJ315", "AJ316"}

func (ck *checker) somePairs(f tree.Field) []elicit.Judgement {
	before := len(ck.list)
	w := &weighing{Field: f, places: map[string]diag.Pos{}}
	pairs := ck.judgements(w, f.Value)
	if len(ck.list) > before {
		return nil
	}
	_, err := elicit.Pairs(elicit.Judged(pairs), pairs)
	list, _ := diag.From(err)
	ck.blame(w, slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return slices.Contains(enough, d.Code) }))
	return pairs
}

func (ck *checker) someBestWorst(f tree.Field) *elicit.BestWorstInput {
	w := &weighing{Field: f, places: map[string]diag.Pos{}}
	part, ok := ck.some(f.Value, f.Key, "best", "worst", "best_over", "over_worst")
	if !ok {
		return nil
	}
	in := &elicit.BestWorstInput{BestOver: ck.times(w, part["best_over"], "best_over"), OverWorst: ck.times(w, part["over_worst"], "over_worst")}
	if n := part["best"]; n != nil {
		in.Best = ck.priorityName(w, n)
	}
	if n := part["worst"]; n != nil {
		in.Worst = ck.priorityName(w, n)
	}
	return in
}

// times reads how many times as much some priorities matter.
func (ck *checker) times(w *weighing, n *tree.Node, key string) map[string]float64 {
	out := ck.numbers(w, n, key)
	if n == nil {
		return out
	}
	for _, f := range n.Fields {
		if x, ok := out[f.Key]; ok && !(x >= 1 && x <= 9) {
			ck.list.Add(diag.JudgementOutOfRange(f.Value.At, f.Key, f.Value.Text, "1-9"))
		}
	}
	return out
}

// blame gives what a method says of its input the place that it is about.
func (ck *checker) blame(w *weighing, list diag.List) {
	for _, d := range list {
		d.Pos = w.At
		if at, ok := w.places[d.Args["id"]]; ok {
			d.Pos = at
		}
		ck.list.Add(d)
	}
}

// unfinishedNode gives the section of comparisons that weigh nothing yet; it has
// no fields if there are none.
func (c *config) unfinishedNode(in *engine.Unfinished) tree.Field {
	n := &tree.Node{Kind: tree.Map}
	if len(in.Pairs) > 0 {
		add(n, "pairs", pairsNode(in.Pairs))
	}
	if in.BestWorst != nil {
		add(n, "best_worst", c.bestWorstNode(in.BestWorst))
	}
	if len(in.Unrated) > 0 {
		list := &tree.Node{Kind: tree.List}
		for _, id := range in.Unrated {
			list.Items = append(list.Items, stringNode(id))
		}
		add(n, "unrated", list)
	}
	return tree.Field{Key: "unfinished", Value: n}
}

// bestWorstNode writes what is there; weights need all of it.
func (c *config) bestWorstNode(in *elicit.BestWorstInput) *tree.Node {
	n := &tree.Node{Kind: tree.Map}
	if in.Best != "" {
		add(n, "best", stringNode(in.Best))
	}
	if in.Worst != "" {
		add(n, "worst", stringNode(in.Worst))
		add(n, "best_over", c.numbersNode(in.BestOver))
		add(n, "over_worst", c.numbersNode(in.OverWorst))
	}
	return n
}
