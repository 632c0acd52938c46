package layer

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// readUnfinished reads comparisons that do not weigh all priorities yet. They count
// for nothing and are there to go on from.
func (ck *checker) readUnfinished(f tree.Field) {
	part, ok := ck.readOptionalKeys(f.Value, f.Key, UnfinishedKeys...)
	if !ok {
		return
	}
	ck.layer.Positions[f.Key] = f.At
	in := &ck.layer.Unfinished
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
func (ck *checker) warnUnfinished() {
	if ck.weightsKey != "" && ck.weightsKey != elicit.ByRating.Key() {
		return
	}
	at := ck.layer.Positions["unfinished"]
	if len(ck.layer.Unfinished.Pairs) > 0 {
		ck.warn(diag.UnfinishedComparisons(at, string(elicit.ByPairs)))
	}
	if ck.layer.Unfinished.BestWorst != nil {
		ck.warn(diag.UnfinishedComparisons(at, string(elicit.ByBestWorst)))
	}
	if ids := ck.layer.Unfinished.Unrated; len(ids) > 0 {
		ck.warn(diag.UnratedPriorities(at, strings.Join(ids, ", ")))
	}
}

// toleratedCodes lists what would be missing for weights: too few pairs, or pairs of
// too many priorities.
var toleratedCodes = []string{"AJ310", "AJ315", "AJ316"}

func (ck *checker) readUnfinishedPairs(f tree.Field) []elicit.Judgement {
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

func (ck *checker) readUnfinishedBestWorst(f tree.Field) *elicit.BestWorstInput {
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
func (ck *checker) readTimes(w *weightSection, n *tree.Node, key string) map[string]float64 {
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
