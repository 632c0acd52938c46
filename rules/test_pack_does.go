package rules

import (
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// compareEffects compares what a test says that a rule does with what it does.
func compareEffects(rule string, want, got *tree.Node, list *diag.List) {
	for _, f := range want.Fields {
		compareKey(rule, f.Key, f.At, f.Value, got.Get(f.Key), list)
	}
}

// compareKey compares what stands under a key; of maps it tells each key that differs.
func compareKey(rule, key string, at diag.Pos, want, got *tree.Node, list *diag.List) {
	if want == nil || got == nil || want.Kind != tree.Map || got.Kind != tree.Map {
		if !saysTheSame(want, got) {
			list.Add(diag.FailedPackTestEffect(at, rule, formatKey(key, want), formatKey(key, got)))
		}
		return
	}
	for _, f := range want.Fields {
		compareKey(rule, key+"."+f.Key, f.At, f.Value, got.Get(f.Key), list)
	}
	for _, f := range got.Fields {
		if want.Get(f.Key) == nil {
			compareKey(rule, key+"."+f.Key, at, nil, f.Value, list)
		}
	}
}

// formatKey writes what stands under a key, null for nothing.
func formatKey(key string, n *tree.Node) string {
	if n == nil {
		return key + ": null"
	}
	return key + ": " + n.FormatFlow()
}

// saysTheSame compares two nodes as a reader does: 1 is 1.0, and "yes" is yes.
func saysTheSame(a, b *tree.Node) bool {
	if a == nil || b == nil {
		return a == b
	}
	isScalar := func(n *tree.Node) bool { return n.Kind != tree.List && n.Kind != tree.Map }
	if isScalar(a) && isScalar(b) {
		x, isNumber := a.Float()
		y, isOther := b.Float()
		return a.Text == b.Text || isNumber && isOther && x == y
	}
	return a.Kind == b.Kind && len(a.Fields) == len(b.Fields) && slices.EqualFunc(a.Items, b.Items, saysTheSame) &&
		!slices.ContainsFunc(a.Fields, func(f tree.Field) bool { return !saysTheSame(f.Value, b.Get(f.Key)) })
}
