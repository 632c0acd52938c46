package compiled

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// The pieces of a member: a set fact is one yes-or-no fact for each of its values, so
// that conditions, guards and bounds treat it like any others. Members stand one
// after the other; the first stands for the whole fact, and so does each fact that
// is no set.
const (
	pieceNo  = 0
	pieceYes = 1
)

var memberPieces = []string{pieceNo: "no", pieceYes: "yes"}

// IsSet reports whether the fact is a member of a set.
func (f *Fact) IsSet() bool { return f.Def.Type == rules.SetFact }

// MemberSet says which members of a set fact hold and which nobody knows of, as bits
// in the order of its values.
type MemberSet struct{ In, Open uint32 }

// all is every value of the set.
func (f *Fact) all() uint32 { return 1<<f.Size - 1 }

// alone is the values that exclude the others.
func (f *Fact) alone() uint32 {
	var out uint32
	for k := range f.Def.Values {
		if f.Def.Values[k].Alone {
			out |= 1 << k
		}
	}
	return out
}

// settle closes what is known because of what holds: a value that stands alone
// excludes the others, and any other excludes it.
func (f *Fact) settle(m MemberSet) MemberSet {
	alone := f.alone()
	if m.In&^alone != 0 {
		m.Open &^= alone
	}
	if m.In&alone != 0 {
		m.Open = 0
	}
	return m
}

// MembersIn reads what is known of the set fact i. One that does not apply has no
// member, and none that is open.
func (e *Rules) MembersIn(facts []int8, i int) MemberSet {
	var m MemberSet
	for k, piece := range facts[i : i+e.Facts[i].Size] {
		switch piece {
		case pieceYes:
			m.In |= 1 << k
		case StateUnknown, StateNeverKnown, StateNeverKnownOrNA:
			m.Open |= 1 << k
		}
	}
	return m
}

// putMembers sets what is known of the set fact i.
func (e *Rules) putMembers(facts []int8, i int, m MemberSet) {
	for k := range facts[i : i+e.Facts[i].Size] {
		switch bit := uint32(1) << k; {
		case m.Open&bit != 0:
			facts[i+k] = StateUnknown
		case m.In&bit != 0:
			facts[i+k] = pieceYes
		default:
			facts[i+k] = pieceNo
		}
	}
}

// parseMembers reads an answer to a set fact.
func (f *Fact) parseMembers(text string) (MemberSet, diag.List) {
	if m, ok := f.parseWhole(text); ok {
		return m, nil
	}
	said := rules.ParseMembers(text)
	if list := said.Check(f.Def, diag.Pos{}); len(list) > 0 {
		return MemberSet{}, list
	}
	var m MemberSet
	for k, t := range said.Truths(f.Def) {
		switch t {
		case rules.True:
			m.In |= 1 << k
		case rules.Unknown:
			m.Open |= 1 << k
		}
	}
	return m, nil
}

// parseWhole reads the common form, in which nothing is open, at once; ok is false for
// any other form and whatever is wrong.
func (f *Fact) parseWhole(text string) (m MemberSet, ok bool) {
	for value := range strings.SplitSeq(text, ", ") {
		k := slices.IndexFunc(f.Def.Values, func(v rules.FactValue) bool { return v.ID == value })
		if k < 0 {
			return m, false
		}
		m.In |= 1 << k
	}
	return m, m.In&f.alone() == 0 || bits.OnesCount32(m.In) == 1
}

// formatMembers gives the answer that says what is known of the members.
func (f *Fact) formatMembers(m MemberSet) Answer {
	var values []string
	states := map[string]rules.Truth{}
	for k := range f.Def.Values {
		id, bit := f.Def.Values[k].ID, uint32(1)<<k
		switch {
		case m.Open&bit != 0:
		case m.In&bit != 0:
			values = append(values, id)
			states[id] = rules.True
		default:
			states[id] = rules.False
		}
	}
	if m.Open == 0 {
		return Answer{Value: rules.NewMembers(values...).String()}
	}
	return Answer{Value: rules.NewPartMembers(states).String()}
}

// compileMembers compiles a comparison with a set: one for each member that it names,
// and for all others where no other may hold.
func (e *Rules) compileMembers(c *rules.Condition) Condition {
	out := Condition{op: rules.All}
	if c.Test == rules.Is {
		out.op = rules.Any
	}
	first := e.FactIndex[c.Fact]
	for k, v := range e.Facts[first].Def.Values {
		named := slices.Contains(c.Values, v.ID)
		if !named && c.Test != rules.IsOnly {
			continue
		}
		wanted := pieceNo
		if named && c.Test != rules.IsNot {
			wanted = pieceYes
		}
		out.of = append(out.of, Condition{op: rules.Compare, fact: first + k, mask: 1 << wanted, precaution: c.Precaution})
	}
	if len(out.of) == 1 {
		return out.of[0]
	}
	return out
}
