package compiled

import (
	"math/bits"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// What holds of a whole fact, be it a set or not. Its index is that of its first
// member; a fact that is no set is its only member.

// EachFact gives the index of every whole fact.
func (e *Rules) EachFact(yield func(i int) bool) {
	for i := 0; i < len(e.Facts); i += e.Facts[i].Size {
		if !yield(i) {
			return
		}
	}
}

// WholeFact gives the index of the whole fact that i is a member of.
func (e *Rules) WholeFact(i int) int { return e.Facts[i].first }

// markFactsRead notes which facts, and which members of sets, some rule reads. No result
// takes notice of exclusions.
func (e *Rules) markFactsRead() {
	for r := range e.Pack.Rules() {
		if r.Kind == rules.ExclusionRule {
			continue
		}
		for _, c := range r.Conditions {
			markRead(e, c)
		}
	}
}

// markRead marks the facts that a condition reads, and of sets the members.
func markRead(e *Rules, c *rules.Condition) {
	for i := range c.Of {
		markRead(e, &c.Of[i])
	}
	if c.Op != rules.Compare {
		return
	}
	first := e.FactIndex[c.Fact]
	if !e.Facts[first].IsSet() {
		e.Facts[first].IsRead = true
		return
	}
	for k := range e.Facts[first].Def.Values {
		if c.Test == rules.IsOnly || slices.Contains(c.Values, e.Facts[first].Def.Values[k].ID) {
			e.Facts[first+k].IsRead = true
		}
	}
}

// IsRead reports whether some rule reads the fact.
func (e *Rules) IsRead(i int) bool {
	return slices.ContainsFunc(e.Facts[i:i+e.Facts[i].Size], func(f Fact) bool { return f.IsRead })
}

// IsOpen reports whether something is unknown of the fact that a rule reads.
func (e *Rules) IsOpen(facts []int8, i int) bool {
	for m := i; m < i+e.Facts[i].Size; m++ {
		if facts[m] == StateUnknown && e.Facts[m].IsRead {
			return true
		}
	}
	return false
}

// IsAnyUnknown reports whether something is unknown of the fact.
func (e *Rules) IsAnyUnknown(facts []int8, i int) bool {
	return slices.Contains(facts[i:i+e.Facts[i].Size], StateUnknown)
}

// IsAnyKnown reports whether something is known of the fact.
func (e *Rules) IsAnyKnown(facts []int8, i int) bool {
	return slices.ContainsFunc(facts[i:i+e.Facts[i].Size], func(piece int8) bool { return piece >= 0 })
}

// IsAnswer reports whether a change answers what is unknown of a fact and leaves what
// is known as it is.
func (e *Rules) IsAnswer(facts []int8, c FactChange) bool {
	if !e.Facts[c.Fact].IsSet() || !e.IsAnyKnown(facts, c.Fact) {
		return facts[c.Fact] == StateUnknown
	}
	now := e.MembersIn(facts, c.Fact)
	return c.Piece != StateNA && (c.Members.In^now.In)&^now.Open == 0 && c.Members.Open&^now.Open == 0
}

// PickAnswer gives the fact one of its values by number, a set that value alone.
func (e *Rules) PickAnswer(i, number int) FactChange {
	if f := &e.Facts[i]; !f.IsSet() {
		return FactChange{Fact: i, Piece: int8(number % f.PieceCount())}
	}
	return FactChange{Fact: i, Members: MemberSet{In: 1 << (number % e.Facts[i].Size)}}
}

// ShareInCommon says how far two answers to a fact agree: wholly or not at all, and of
// sets the share of the members of either that both have, as far as both are known.
// counts is false if too little is known to compare them.
func (e *Rules) ShareInCommon(a, b []int8, i int) (share float64, counts bool) {
	if !e.Facts[i].IsSet() {
		x, y := a[i], b[i]
		counts = x >= 0 && y >= 0 || x >= 0 && y == StateNA || x == StateNA && y >= 0
		if counts && x == y {
			share = 1
		}
		return share, counts
	}
	x, y := e.MembersIn(a, i), e.MembersIn(b, i)
	known := ^(x.Open | y.Open)
	either := (x.In | y.In) & known
	if either == 0 {
		return 0, false
	}
	return float64(bits.OnesCount32(x.In&y.In&known)) / float64(bits.OnesCount32(either)), true
}
