package compiled

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// OpenFact is a fact on which conditions hang. Of a set, Fact is the first member.
type OpenFact struct {
	Fact int
	// Classes are the answers to a fact that is no set: those that no condition tells
	// apart are one.
	Classes []AnswerClass
	// isNumber: each stretch that the conditions tell apart counts once, wherever other
	// rules cut it.
	isNumber bool
}

// AnswerClass is one answer of several that come to the same.
type AnswerClass struct {
	Answer    FactChange
	Count     float64
	signature uint64 // the comparisons that hold, as bits
}

// ListFactsBehind lists the facts on which conditions hang, by themselves or through
// what says whether a fact is asked and what it follows from: each after those that it
// hangs on itself.
func ListFactsBehind(e *Rules, conditions ...*Condition) []OpenFact {
	found := make([]*Condition, 0, len(e.Facts)) // the comparisons, those of one fact together in the end
	behind := make([]bool, len(e.Facts))
	for _, c := range conditions {
		found = c.appendComparisons(found)
	}
	for next := 0; next < len(found); next++ {
		i := e.WholeFact(found[next].fact)
		if behind[i] {
			continue
		}
		behind[i] = true
		found = e.Facts[i].Guard.appendComparisons(found)
		for j := range e.Facts[i].follows {
			found = e.Facts[i].follows[j].when.appendComparisons(found)
		}
	}
	slices.SortStableFunc(found, func(a, b *Condition) int { return cmp.Compare(a.fact, b.fact) })
	var out []OpenFact
	for i := range e.EachFact {
		if behind[i] && !slices.Contains(e.GuardOrder, i) {
			out = append(out, makeOpenFact(e, i, found))
		}
	}
	for _, i := range e.GuardOrder {
		if behind[i] {
			out = append(out, makeOpenFact(e, i, found))
		}
	}
	return out
}

// appendComparisons adds the comparisons of a condition; nil has none.
func (c *Condition) appendComparisons(to []*Condition) []*Condition {
	if c == nil {
		return to
	}
	if c.op == rules.Compare {
		return append(to, c)
	}
	for i := range c.of {
		to = c.of[i].appendComparisons(to)
	}
	return to
}

// makeOpenFact puts together what the comparisons, sorted by their facts, tell apart.
func makeOpenFact(e *Rules, i int, comparisons []*Condition) OpenFact {
	f := &e.Facts[i]
	first, _ := slices.BinarySearchFunc(comparisons, i, func(c *Condition, i int) int { return cmp.Compare(c.fact, i) })
	last, _ := slices.BinarySearchFunc(comparisons, i+f.Size, func(c *Condition, i int) int { return cmp.Compare(c.fact, i) })
	out := OpenFact{Fact: i, isNumber: f.Def.Type == rules.NumberFact}
	if f.IsSet() {
		return out
	}
	for k := range f.PieceCount() {
		var signature uint64
		for n, c := range comparisons[first:last] {
			signature |= c.mask >> k & 1 << n
		}
		if last-first > 64 { // too many to tell them apart by bits
			signature = 1 << k
		}
		out.addAnswer(FactChange{Fact: i, Piece: int8(k)}, signature)
	}
	if na := (FactChange{Fact: i, Piece: StateNA}); e.CanBeAnswered(na) {
		out.addAnswer(na, 0)
	}
	return out
}

func (f *OpenFact) addAnswer(answer FactChange, signature uint64) {
	for k := range f.Classes {
		if f.Classes[k].signature == signature {
			if !f.isNumber {
				f.Classes[k].Count++
			}
			return
		}
	}
	f.Classes = append(f.Classes, AnswerClass{answer, 1, signature})
}

// AppendOpenComparisons adds the facts, of sets the members, whose answers may still
// settle a condition, and those that may settle whether such a fact is asked or what it
// follows from.
func AppendOpenComparisons(e *Rules, facts []int8, to []int, conditions ...*Condition) []int {
	next := len(to)
	for _, c := range conditions {
		to = c.appendOpenComparisons(facts, to)
	}
	for ; next < len(to); next++ {
		f := &e.Facts[to[next]]
		if slices.Contains(to[:next], to[next]) {
			continue
		}
		to = f.Guard.appendOpenComparisons(facts, to)
		for j := range f.follows {
			to = f.follows[j].when.appendOpenComparisons(facts, to)
		}
	}
	return to
}

func (c *Condition) appendOpenComparisons(facts []int8, to []int) []int {
	if c == nil || c.PlainTruth(facts) != rules.Unknown {
		return to
	}
	if c.op == rules.Compare {
		return append(to, c.fact)
	}
	for i := range c.of {
		to = c.of[i].appendOpenComparisons(facts, to)
	}
	return to
}

// SetSplit is a set with the next of its open values taken to hold, and with it taken
// not to hold.
type SetSplit struct {
	With, Without MemberSet
	Chance        float64 // of the first
}

// SplitSet takes the next open value of a set that matters, one of a mask. What does not
// matter is taken not to hold, but for this: a value that stands alone holds if no other
// does. ok is false when nothing is open any more; With is then the set as it is. Each
// value holds with a given chance.
func SplitSet(e *Rules, i int, m MemberSet, matters uint32, chance float64) (split SetSplit, ok bool) {
	f := &e.Facts[i]
	alone := f.alone()
	others := m.Open &^ alone
	for k := range f.Size {
		if bit := uint32(1) << k; others&matters&bit != 0 {
			return SetSplit{f.with(m, bit), MemberSet{In: m.In, Open: m.Open &^ bit}, chance}, true
		}
	}
	if left := m.Open & alone; m.In == 0 && left != 0 {
		holds := MemberSet{In: left & -left}
		if matters&alone == 0 || others == 0 {
			return SetSplit{With: holds}, false
		}
		none := 1.0 // none of the others holds
		for range bits.OnesCount32(others) {
			none = exact.Mul(none, 1-chance)
		}
		return SetSplit{MemberSet{In: others & -others}, holds, 1 - none}, true
	}
	return SetSplit{With: MemberSet{In: m.In}}, false
}

// ChanceOfMember is the chance of each value of a set that is open: of n values one
// holds on average, and beside some that are known to hold one more or none.
func ChanceOfMember(m MemberSet) float64 {
	n := bits.OnesCount32(m.Open)
	if m.In != 0 {
		n++
	}
	return 1 / float64(n)
}
