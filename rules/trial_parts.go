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
			t.tried = append(t.tried, triedFact{fact: f, member: -1})
			return
		}
		for i := range f.Values {
			t.tried = append(t.tried, triedFact{fact: f, member: i})
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
	ids, cuts := f.ValueIDs(), t.cuts[f.ID]
	place := func(v string) int { return slices.Index(ids, v) }
	count := len(ids)
	if f.Type == NumberFact {
		count = 2*len(cuts) + 1
		place = func(v string) int {
			x, _ := strconv.ParseFloat(v, 64) // checked before
			i, _ := slices.BinarySearch(cuts, x)
			return 2*i + 1
		}
	}
	named := make([]int, len(c.Values))
	for k, v := range c.Values {
		named[k] = place(v)
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
	t.state = slices.Repeat([]int8{notTried}, len(t.tried))
	masks := make([][]uint64, len(t.tried))
	t.root.collectMasks(masks)
	for i := range t.tried {
		t.tried[i].guard.collectMasks(masks)
	}
	for i := range t.tried {
		x := &t.tried[i]
		seen := map[string]bool{}
		low, high := t.rangeOf(x)
		for s := low; s < high; s++ {
			kind := make([]byte, len(masks[i]))
			for j, mask := range masks[i] {
				kind[j] = byte(mask >> uint(s) & 1)
			}
			if t.left -= len(kind); !seen[string(kind)] {
				seen[string(kind)] = true
				x.states = append(x.states, s)
			}
		}
	}
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
