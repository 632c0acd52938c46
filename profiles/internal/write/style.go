package write

import (
	"slices"

	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/profiles/internal/layer"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/tree"
)

// KeepStyle writes an answer to a set in the way of the one that it replaces, nil if
// there was none: values that stay keep their order and their words, and a list stays
// a list. Both mean the same.
func KeepStyle(fact *rules.Fact, old, answer *tree.Node) *tree.Node {
	if old == nil {
		return answer
	}
	was, now := takeValue(old), takeValue(answer)
	var kept *tree.Node
	switch {
	case was.Kind == tree.List && now.Kind == tree.List:
		kept = keepItems(fact, was, now.Items)
	case was.Kind == tree.List && fact.Value(now.Text) != nil:
		kept = keepItems(fact, was, []*tree.Node{now})
	case was.Kind == tree.Map && now.Kind == tree.Map:
		kept = keepMembers(fact, was, now)
	default:
		return answer
	}
	if now == answer {
		return kept
	}
	long := &tree.Node{Kind: tree.Map, Fields: slices.Clone(answer.Fields)}
	for i := range long.Fields {
		if long.Fields[i].Key == "value" {
			long.Fields[i].Value = kept
		}
	}
	return long
}

// takeValue gives the value of an answer in the long form, or the answer itself.
func takeValue(n *tree.Node) *tree.Node {
	if value := n.Get("value"); value != nil {
		return value
	}
	return n
}

// keepItems gives the values as they stood, those that are new last.
func keepItems(fact *rules.Fact, was *tree.Node, now []*tree.Node) *tree.Node {
	out := &tree.Node{Kind: tree.List}
	added := slices.Clone(now)
	for _, item := range was.Items {
		stays := func(n *tree.Node) bool { return n.Text == layer.ResolveAlias(fact, item.Text) }
		if slices.ContainsFunc(added, stays) {
			out.Items = append(out.Items, item)
			added = slices.DeleteFunc(added, stays)
		}
	}
	out.Items = append(out.Items, added...)
	return out
}

// keepMembers keeps yes where the answer says true, and what need not be said: that a
// value is unknown, or that nothing else applies once something does.
func keepMembers(fact *rules.Fact, was, now *tree.Node) *tree.Node {
	out, kept := &tree.Node{Kind: tree.Map}, map[string]bool{}
	holds := slices.ContainsFunc(now.Fields, func(f tree.Field) bool { return f.Value.Text == "true" })
	for _, f := range was.Fields {
		id := layer.ResolveAlias(fact, f.Key)
		kept[id] = true
		state, _ := layer.ReadMemberWord(f.Value)
		switch next := now.Get(id); {
		case next == nil && (state == rules.Unknown || state == rules.False && holds && fact.Value(id).Alone):
			format.AddField(out, f.Key, f.Value)
		case next != nil:
			if says, _ := layer.ReadMemberWord(next); says == state {
				next = f.Value
			}
			format.AddField(out, f.Key, next)
		}
	}
	for _, f := range now.Fields {
		if !kept[f.Key] {
			format.AddField(out, f.Key, f.Value)
		}
	}
	return out
}
