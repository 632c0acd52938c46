package rules

import (
	"slices"
	"strconv"
)

// gather lists the facts that a condition reads, each after those that its guard reads.
func (t *trial) gather(c *Condition) {
	c.eachComparison(func(leaf *Condition) {
		f := t.facts[leaf.Fact]
		if f.Type == NumberFact {
			for _, v := range leaf.Values {
				x, _ := strconv.ParseFloat(v, 64) // checked before
				t.cuts[f.ID] = append(t.cuts[f.ID], x)
			}
		}
		if _, there := t.places[f.ID]; there || t.left <= 0 {
			return
		}
		t.places[f.ID] = -1 // guards run in no circle, but two may read one fact
		t.left -= 10
		t.gather(f.AskedIf)
		t.places[f.ID] = len(t.tried)
		if f.Type != SetFact {
			t.add(f, -1)
			return
		}
		for i := range f.Values {
			t.add(f, i)
		}
	})
}

// compile writes a condition over what is tried; none always holds.
func (t *trial) compile(c *Condition) triedPart {
	if c == nil || t.left <= 0 {
		return triedPart{op: All}
	}
	t.left--
	if c.Op != Compare {
		out := triedPart{op: c.Op, of: make([]triedPart, len(c.Of))}
		for i := range c.Of {
			out.of[i] = t.compile(&c.Of[i])
		}
		return out
	}
	f, at := t.facts[c.Fact], t.places[c.Fact]
	if f.Type == SetFact {
		return t.compileMembers(f, c, at)
	}
	return t.compare(at, t.maskOf(f, c), c.Precaution)
}

// maskOf sets the bits of the states for which a comparison holds. Number 2i+1 is the
// i-th number compared with, and 2i the stretch below it.
func (t *trial) maskOf(f *Fact, c *Condition) (mask uint64) {
	count, cuts := f.countValues(), t.cuts[f.ID]
	if f.Type == NumberFact {
		count = 2*len(cuts) + 1
	}
	var room [8]int
	named := room[:0]
	for _, v := range c.Values {
		if f.Type != NumberFact {
			named = append(named, f.placeOfValue(v))
			continue
		}
		x, _ := strconv.ParseFloat(v, 64) // checked before
		i, _ := slices.BinarySearch(cuts, x)
		named = append(named, 2*i+1)
	}
	for i := range count {
		holds := false
		for _, at := range named {
			holds = holds || i == at && (c.Test == Is || c.Test == IsNot) || i >= at && c.Test == AtLeast || i <= at && c.Test == AtMost
		}
		if holds != (c.Test == IsNot) {
			mask |= 1 << (i + firstValue)
		}
	}
	return mask
}

// countValues is how many values a fact has that is no number.
func (f *Fact) countValues() int {
	if f.Type == BoolFact {
		return 2
	}
	return len(f.Values)
}

// placeOfValue is the place of a value among [Fact.ValueIDs].
func (f *Fact) placeOfValue(id string) int {
	if f.Type == BoolFact {
		return slices.Index([]string{"false", "true"}, id)
	}
	return slices.IndexFunc(f.Values, func(v FactValue) bool { return v.ID == id })
}

// compileMembers writes a comparison of a set as one of its members.
func (t *trial) compileMembers(f *Fact, c *Condition, at int) triedPart {
	const out, in = 1 << firstValue, 1 << (firstValue + 1)
	part := triedPart{op: All}
	if c.Test == Is {
		part.op = Any
	}
	for i := range f.Values {
		named := slices.Contains(c.Values, f.Values[i].ID)
		if !named && c.Test != IsOnly {
			continue
		}
		mask := uint64(in)
		if !named || c.Test == IsNot {
			mask = out
		}
		part.of = append(part.of, t.compare(at+i, mask, c.Precaution))
	}
	return part
}

func (t *trial) compare(at int, mask uint64, precaution bool) triedPart {
	t.tried[at].isCautious = t.tried[at].isCautious || precaution
	return triedPart{op: Compare, at: at, mask: mask, precaution: precaution}
}

// listStates lists the states of everything that is tried, one of those that no
// comparison tells apart.
func (t *trial) listStates() {
	t.state = slices.Grow(t.state[:0], len(t.tried))
	t.masks = slices.Grow(t.masks[:0], len(t.tried))[:len(t.tried)]
	for i := range t.tried {
		t.state, t.masks[i] = append(t.state, notTried), t.masks[i][:0]
	}
	t.root.collectMasks(t.masks)
	for i := range t.tried {
		t.tried[i].guard.collectMasks(t.masks)
	}
	for i := range t.tried {
		x := &t.tried[i]
		low, high := t.rangeOf(x)
		for s := low; s < high; s++ {
			t.left -= len(t.masks[i])
			if !slices.ContainsFunc(x.states, func(other int8) bool { return t.areAlike(i, s, other) }) {
				x.states = append(x.states, s)
			}
		}
	}
}

// areAlike reports whether no comparison tells two states apart.
func (t *trial) areAlike(i int, a, b int8) bool {
	for _, mask := range t.masks[i] {
		if mask>>uint(a)&1 != mask>>uint(b)&1 {
			return false
		}
	}
	return true
}

// rangeOf gives the states that are values. A number has none below its range nor above.
func (t *trial) rangeOf(x *triedFact) (low, high int8) {
	switch cuts := t.cuts[x.fact.ID]; {
	case x.member >= 0:
		return firstValue, firstValue + 2
	case x.fact.Type != NumberFact:
		return firstValue, firstValue + int8(len(x.fact.ValueIDs()))
	case len(cuts) == 0:
		return firstValue, firstValue + 1
	default:
		low, high = firstValue, firstValue+int8(2*len(cuts)+1)
		if cuts[0] <= x.fact.Min {
			low++
		}
		if cuts[len(cuts)-1] >= x.fact.Max {
			high--
		}
		return low, high
	}
}

func (p *triedPart) collectMasks(to [][]uint64) {
	if p.op == Compare && !slices.Contains(to[p.at], p.mask) {
		to[p.at] = append(to[p.at], p.mask)
	}
	for i := range p.of {
		p.of[i].collectMasks(to)
	}
}
