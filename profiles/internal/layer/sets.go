package layer

import (
	"maps"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// takesSeveral reports whether a fact, nil for a priority, can have several values
// at once.
func takesSeveral(fact *rules.Fact) bool { return fact != nil && fact.Type == rules.SetFact }

// namesMembers tells a map of values, each with its own answer, from the long form of
// an answer.
func namesMembers(n *tree.Node) bool {
	return len(n.Fields) > 0 && !slices.ContainsFunc(n.Fields, func(f tree.Field) bool {
		return f.Key == "value" || slices.Contains(noteKeys, f.Key)
	})
}

// readFactValues reads a list of values: those hold and no others.
func (ck *checker) readFactValues(fact *rules.Fact, n *tree.Node) (engine.Answer, bool) {
	members := membersReader{checker: ck, fact: fact, states: map[string]rules.Truth{}}
	for _, item := range n.Items {
		switch item.Kind {
		case tree.Null:
			ck.list.Add(diag.MissingValue(item.At, fact.ID))
		case tree.List, tree.Map:
			ck.list.Add(diag.NestedValues(item.At, fact.ID))
		default:
			members.add(item, rules.True)
			continue
		}
		members.broken = true
	}
	return members.finish(n.At, rules.NewMembers(members.holding...))
}

// readFactMembers reads a map that says of single values whether they hold. Those
// that it leaves out are not known.
func (ck *checker) readFactMembers(fact *rules.Fact, n *tree.Node) (engine.Answer, bool) {
	members := membersReader{checker: ck, fact: fact, states: map[string]rules.Truth{}}
	for _, f := range n.Fields {
		state, ok := ck.readMemberState(fact, f)
		members.broken = members.broken || !ok
		members.add(&tree.Node{Kind: tree.String, At: f.At, Text: f.Key}, state)
	}
	return members.finish(n.At, rules.NewPartMembers(members.states))
}

// memberWords are what a file may say of one value. YAML knows yes and no beside true
// and false, and both are said of values.
var memberWords = map[string]rules.Truth{
	"true": rules.True, "yes": rules.True, "false": rules.False, "no": rules.False, "unknown": rules.Unknown,
}

// ReadMemberWord reads what a file says of one value; ok is false for other words.
func ReadMemberWord(n *tree.Node) (state rules.Truth, ok bool) {
	state, ok = memberWords[n.Text]
	return state, ok && (n.Kind == tree.Bool || n.Kind == tree.String)
}

func (ck *checker) readMemberState(fact *rules.Fact, f tree.Field) (rules.Truth, bool) {
	n := f.Value
	if state, ok := ReadMemberWord(n); ok {
		return state, true
	}
	if n.Kind == tree.Null {
		ck.list.Add(diag.MissingValue(n.At, f.Key))
		return rules.Unknown, false
	}
	d := diag.UnclearMember(n.At, f.Key, fact.ID, showNode(n)).OneOf(n.Text, []string{"true", "false", "unknown"})
	if word, ok := truthWords[strings.ToLower(n.Text)]; ok && (n.Kind == tree.String || n.Kind == tree.Number || n.Kind == tree.Bool) {
		d.Suggest = word
	}
	ck.list.Add(d)
	return rules.Unknown, false
}

// membersReader gathers what is said of the values of one fact.
type membersReader struct {
	*checker
	fact    *rules.Fact
	states  map[string]rules.Truth
	holding []string
	alone   *tree.Node // the value that holds and excludes the others
	broken  bool       // a mistake was found
}

// add notes a value and whether it holds.
func (r *membersReader) add(n *tree.Node, state rules.Truth) {
	id := ResolveAlias(r.fact, n.Text)
	_, twice := r.states[id]
	value := r.fact.Value(id)
	switch {
	case n.Kind == tree.String && slices.Contains(answerStates, id):
		r.list.Add(diag.StateAmongValues(n.At, id, r.fact.ID))
	case n.Kind != tree.String || value == nil:
		r.list.Add(diagnoseWrongValue(r.fact, n, r.fact.ValueIDs()))
	case twice:
		r.list.Add(diag.DuplicateValue(n.At, id, r.fact.ID))
	default:
		r.states[id] = state
		if state == rules.True {
			r.holding = append(r.holding, id)
			if value.Alone && r.alone == nil {
				r.alone = &tree.Node{At: n.At, Text: id}
			}
		}
		return
	}
	r.broken = true
}

// finish judges the values together. What leaves nothing open is written as a list
// would be, so that one answer has one form.
func (r *membersReader) finish(at diag.Pos, members rules.Members) (engine.Answer, bool) {
	if r.alone != nil && len(r.holding) > 1 {
		other := r.holding[0]
		if other == r.alone.Text {
			other = r.holding[1]
		}
		r.list.Add(diag.ValueBesideOthers(r.alone.At, r.alone.Text, other, r.fact.ID))
		return engine.Answer{}, false
	}
	if r.broken {
		return engine.Answer{}, false
	}
	truths := members.Truths(r.fact)
	switch {
	case len(r.states) == 0, !slices.ContainsFunc(truths, func(t rules.Truth) bool { return t != rules.False }):
		r.list.Add(diag.EmptySet(at, r.fact.ID))
		return engine.Answer{}, false
	case !slices.Contains(truths, rules.Unknown):
		return engine.Set(r.holding...), true
	}
	if len(r.holding) > 0 {
		// That nothing else applies follows from what does, so it need not be said.
		maps.DeleteFunc(r.states, func(id string, _ rules.Truth) bool { return r.fact.Value(id).Alone })
	}
	return engine.PartOfSet(r.states), true
}
