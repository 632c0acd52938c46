package layer

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
	"slices"
)

// The keys under which a priority has its weight in the long form, or the two ends of
// a range, which has no short form.
const (
	weightKey  = "weight"
	betweenKey = "between"
)

func weightKeyOf(n *tree.Node) string {
	if n.Get(betweenKey) != nil {
		return betweenKey
	}
	return weightKey
}

// listValueKeys lists the keys that may hold what the given one holds.
func listValueKeys(key string) []string {
	if key == weightKey || key == betweenKey {
		return []string{weightKey, betweenKey}
	}
	return []string{key}
}

// refuseBareRange tells those who forgot the key of a range how to write one.
func (ck *checker) refuseBareRange(f tree.Field) bool {
	n := f.Value
	if n.Get(weightKey) != nil {
		n = n.Get(weightKey)
	}
	_, isRange := engine.ParseWeightRange(n.Text)
	if bare := n.Kind == tree.List || n.Kind == tree.String && isRange; !bare {
		return false
	}
	ck.list.Add(diag.InvalidRangeBare(n.At, f.Key))
	return true
}

// readWeightRange reads the two ends of a range.
func (ck *checker) readWeightRange(id string, n *tree.Node) (r engine.WeightRange, ok bool) {
	switch {
	case n.Kind == tree.Null:
		ck.list.Add(diag.MissingValue(n.At, id))
		return r, false
	case n.Kind != tree.List || len(n.Items) != 2:
		ck.list.Add(diag.InvalidRangeNumbers(n.At, id, showNode(n)))
		return r, false
	}
	low, isLow := ck.readWeight(id, n.Items[0])
	high, isHigh := ck.readWeight(id, n.Items[1])
	switch {
	case !isLow || !isHigh:
		return r, false
	case low > high:
		ck.list.Add(diag.InvalidRangeReversed(n.At, id, n.Items[0].Text, n.Items[1].Text))
		return r, false
	}
	return engine.WeightRange{Low: low, High: high}, true
}

// newRangeNode gives a range as a file would have it.
func newRangeNode(at diag.Pos, r engine.WeightRange) *tree.Node {
	ends := &tree.Node{Kind: tree.List, At: at}
	for _, x := range [...]float64{r.Low, r.High} {
		ends.Items = append(ends.Items, &tree.Node{Kind: tree.Number, At: at, Text: plain.Number(x)})
	}
	return &tree.Node{Kind: tree.Map, At: at, Fields: []tree.Field{{Key: betweenKey, At: at, Value: ends}}}
}

func (ck *checker) readWeight(id string, n *tree.Node) (float64, bool) {
	w, isNumber := n.Float()
	switch {
	case n.Kind == tree.Null:
		ck.list.Add(diag.MissingValue(n.At, id))
	case n.Kind == tree.String && slices.Contains(answerStates, n.Text):
		ck.list.Add(diag.PriorityWithoutWeight(n.At, id, n.Text))
	case !isNumber:
		ck.list.Add(diag.WeightNotANumber(n.At, id, showNode(n)))
	case !(w >= 0 && w <= 10): // NaN fails both
		ck.list.Add(diag.WeightOutOfRange(n.At, id, n.Text))
	default:
		return w + 0, true // +0 turns -0 into 0
	}
	return 0, false
}
