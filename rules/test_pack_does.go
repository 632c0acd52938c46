package rules

import (
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// compareEffects compares what a test says that a rule does with what it does.
func (t *packTester) compareEffects(s *testedRule, want *tree.Node) {
	for _, f := range want.Fields {
		s.said[f.Key] = true
		t.compareKey(s.ID, f.Key, f.At, f.Value, t.effectOf(s).Get(f.Key))
	}
}

// effectOf works out once what a rule does.
func (t *packTester) effectOf(s *testedRule) *tree.Node {
	if s.effect == nil {
		s.effect = t.effects.effectOf(s.Of)
	}
	return s.effect
}

// compareKey compares what stands under a key; of maps it tells each key that differs.
func (t *packTester) compareKey(rule, key string, at diag.Pos, want, got *tree.Node) {
	if want == nil || got == nil || want.Kind != tree.Map || got.Kind != tree.Map {
		if !saysTheSame(want, got) {
			t.list.Add(diag.FailedPackTestEffect(at, rule, formatKey(key, want), formatKey(key, got)))
		}
		return
	}
	for _, f := range want.Fields {
		t.compareKey(rule, key+"."+f.Key, f.At, f.Value, got.Get(f.Key))
	}
	for _, f := range got.Fields {
		if want.Get(f.Key) == nil {
			t.compareKey(rule, key+"."+f.Key, at, nil, f.Value)
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

// reportUnsaid reports what a rule does that no test states, with what to write.
func (t *packTester) reportUnsaid(s *testedRule) {
	if t.list.IsFull() {
		return
	}
	var unsaid tree.Node
	unsaid.Kind = tree.Map
	for _, f := range t.effectOf(s).Fields {
		if !s.said[f.Key] {
			unsaid.Fields = append(unsaid.Fields, f)
		}
	}
	if len(unsaid.Fields) > 0 {
		t.list.Add(diag.MissingPackTestEffect(s.At, string(s.Kind), s.ID, unsaid.FormatFlow()))
	}
}
