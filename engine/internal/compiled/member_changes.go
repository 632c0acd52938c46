package compiled

import (
	"math/bits"
	"slices"
)

// ListMemberChanges lists what a set fact could be said to be, beside what is said of
// it: one member added or taken out. A value that stands alone takes the place of all
// others and gives way to any; it also comes in when the last member goes. Of a
// member that nobody knows of both are tried. A set of which nothing is known may be
// each value by itself.
func (e *Rules) ListMemberChanges(stated []int8, i int) []MemberSet {
	f := &e.Facts[i]
	now := e.MembersIn(stated, i)
	var out []MemberSet
	add := func(m MemberSet) {
		if m = f.settle(m); m != now && !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	for k := range f.Size {
		bit := uint32(1) << k
		if now.In == 0 && (now.Open == f.all() || stated[i] == StateNA) {
			add(MemberSet{In: bit})
			continue
		}
		if now.In&bit == 0 {
			add(f.with(now, bit))
		}
		if (now.In|now.Open)&bit != 0 {
			if less, ok := f.without(now, bit); ok {
				add(less)
			}
		}
	}
	return out
}

// with adds a member.
func (f *Fact) with(m MemberSet, bit uint32) MemberSet {
	if f.alone()&bit != 0 {
		return MemberSet{In: bit}
	}
	return MemberSet{In: m.In&^f.alone() | bit, Open: m.Open &^ bit}
}

// without takes a member out. Where nothing is left, the first value that stands alone
// holds; ok is false if there is none.
func (f *Fact) without(m MemberSet, bit uint32) (less MemberSet, ok bool) {
	less = MemberSet{In: m.In &^ bit, Open: m.Open &^ bit}
	if less != (MemberSet{}) {
		return less, true
	}
	alone := f.alone()
	return MemberSet{In: alone & -alone}, alone != 0
}

// ListMemberAnswers lists the answers to the question that a set of which only a part
// is known leaves: what is known to hold with each open value, and with none.
func (e *Rules) ListMemberAnswers(facts []int8, i int) []MemberSet {
	f := &e.Facts[i]
	now := e.MembersIn(facts, i)
	var out []MemberSet
	if now.In != 0 {
		out = append(out, MemberSet{In: now.In})
	}
	for k := range f.Size {
		if bit := uint32(1) << k; now.Open&bit != 0 {
			out = append(out, MemberSet{In: now.In | bit})
		}
	}
	return out
}

// ListCompletions lists what a set may turn out to be, as far as rules can tell one
// from another. few is false if more than some members are open; a fact that is no set
// has no completions, and they are few.
func (e *Rules) ListCompletions(facts []int8, i, most int) (sets []MemberSet, few bool) {
	f := &e.Facts[i]
	if !f.IsSet() {
		return nil, true
	}
	now, open, alone := e.MembersIn(facts, i), uint32(0), f.alone()
	for k := range f.Size {
		if bit := uint32(1) << k; now.Open&bit != 0 && e.Facts[i+k].IsRead {
			open |= bit
		}
	}
	if bits.OnesCount32(open) > most {
		return nil, false
	}
	for more := open; ; more = (more - 1) & open {
		if in := now.In | more; in&alone == 0 || bits.OnesCount32(in) == 1 {
			sets = append(sets, MemberSet{In: in})
		}
		if more == 0 {
			return sets, true
		}
	}
}
