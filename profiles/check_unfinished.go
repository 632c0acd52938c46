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

// readUnfinished reads comparisons that do not weigh all priorities yet. They count
// for nothing and are there to go on from.
func (ck *profileChecker) readUnfinished(f tree.Field) {
	part, ok := ck.readOptionalKeys(f.Value, f.Key, unfinishedKeys...)
	if !ok {
		return
	}
	ck.layer.positions[f.Key] = f.At
	in := &ck.layer.unfinished
	if n := part["pairs"]; n != nil && ck.expectKind(n, tree.List, "pairs") {
		in.Pairs = ck.readUnfinishedPairs(tree.Field{Key: "pairs", At: f.At, Value: n})
	}
	if n := part["unrated"]; n != nil && ck.expectKind(n, tree.List, "unrated") {
		w := &weightSection{Field: tree.Field{Key: "unrated"}, positions: map[string]diag.Pos{}}
		for _, item := range n.Items {
			in.Unrated = append(in.Unrated, ck.readPriorityName(w, item))
		}
	}
	if n := part["best_worst"]; n != nil {
		in.BestWorst = ck.readUnfinishedBestWorst(tree.Field{Key: "best_worst", At: f.At, Value: n})
	}
}

// warnUnfinished tells that chosen priorities wait for comparisons. Where other
// comparisons gave weights, nothing does.
func (ck *profileChecker) warnUnfinished() {
	if ck.weightsKey != "" && ck.weightsKey != elicit.ByRating.Key() {
		return
	}
	at := ck.layer.positions["unfinished"]
	if len(ck.layer.unfinished.Pairs) > 0 {
		ck.warn(diag.UnfinishedComparisons(at, string(elicit.ByPairs)))
	}
	if ck.layer.unfinished.BestWorst != nil {
		ck.warn(diag.UnfinishedComparisons(at, string(elicit.ByBestWorst)))
	}
	if ids := ck.layer.unfinished.Unrated; len(ids) > 0 {
		ck.warn(diag.UnratedPriorities(at, strings.Join(ids, ", ")))
	}
}

// toleratedCodes lists what would be missing for weights: too few pairs, or pairs of
// too many priorities.
var toleratedCodes = []string{"AJ310", "AJ315", "AJ316"}

func (ck *profileChecker) readUnfinishedPairs(f tree.Field) []elicit.Judgement {
	before := len(ck.list)
	w := &weightSection{Field: f, positions: map[string]diag.Pos{}}
	pairs := ck.readJudgements(w, f.Value)
	if len(ck.list) > before {
		return nil
	}
	_, err := elicit.Pairs(elicit.JudgedPriorities(pairs), pairs)
	list, _ := diag.From(err)
	ck.addWithPositions(w, slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return slices.Contains(toleratedCodes, d.Code) }))
	return pairs
}

func (ck *profileChecker) readUnfinishedBestWorst(f tree.Field) *elicit.BestWorstInput {
	w := &weightSection{Field: f, positions: map[string]diag.Pos{}}
	part, ok := ck.readOptionalKeys(f.Value, f.Key, "best", "worst", "best_over", "over_worst")
	if !ok {
		return nil
	}
	in := &elicit.BestWorstInput{BestOver: ck.readTimes(w, part["best_over"], "best_over"), OverWorst: ck.readTimes(w, part["over_worst"], "over_worst")}
	if n := part["best"]; n != nil {
		in.Best = ck.readPriorityName(w, n)
	}
	if n := part["worst"]; n != nil {
		in.Worst = ck.readPriorityName(w, n)
	}
	return in
}

// readTimes reads how many times as much some priorities matter.
func (ck *profileChecker) readTimes(w *weightSection, n *tree.Node, key string) map[string]float64 {
	out := ck.readNumbers(w, n, key)
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

// addWithPositions gives what a method says of its input the place that it is about.
func (ck *profileChecker) addWithPositions(w *weightSection, list diag.List) {
	for _, d := range list {
		d.Pos = w.At
		if at, ok := w.positions[d.Args["id"]]; ok {
			d.Pos = at
		}
		ck.list.Add(d)
	}
}

// newUnfinishedField gives the section of comparisons that weigh nothing yet; it has
// no fields if there are none.
func (c *config) newUnfinishedField(in *engine.Unfinished) tree.Field {
	n := &tree.Node{Kind: tree.Map}
	if len(in.Pairs) > 0 {
		addNodeField(n, "pairs", newPairsNode(in.Pairs))
	}
	if in.BestWorst != nil {
		addNodeField(n, "best_worst", c.newBestWorstNode(in.BestWorst))
	}
	if len(in.Unrated) > 0 {
		list := &tree.Node{Kind: tree.List}
		for _, id := range in.Unrated {
			list.Items = append(list.Items, newStringNode(id))
		}
		addNodeField(n, "unrated", list)
	}
	return tree.Field{Key: "unfinished", Value: n}
}

// newBestWorstNode writes what is there; weights need all of it.
func (c *config) newBestWorstNode(in *elicit.BestWorstInput) *tree.Node {
	n := &tree.Node{Kind: tree.Map}
	if in.Best != "" {
		addNodeField(n, "best", newStringNode(in.Best))
	}
	if in.Worst != "" {
		addNodeField(n, "worst", newStringNode(in.Worst))
		addNodeField(n, "best_over", c.newNumbersNode(in.BestOver))
		addNodeField(n, "over_worst", c.newNumbersNode(in.OverWorst))
	}
	return n
}
