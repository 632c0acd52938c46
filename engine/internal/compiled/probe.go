package compiled

import "github.com/ajar-decision/ajar/rules"

// Probes are conditions in the flat form in which they are evaluated again and again:
// each probe looks at one fact and names the probe to go on with, so that a condition
// ends as soon as its truth is certain. A condition is named by its first probe.
type Probes []probe

// The ends of a condition, in place of a next probe.
const (
	holds    = -1
	holdsNot = -2
)

// probe goes on to yes if the bit of the fact's state is set, else to no. Bit 0 is
// "does not apply", bit 1 "not known", and those after it are the pieces.
type probe struct {
	mask          uint64
	fact, yes, no int32
}

// firstPiece is the bit of a fact's first piece: its state is its piece and this.
const firstPiece = 2

// Holds reports whether the condition that begins at a probe holds. No fact is unknown
// for good.
func (p Probes) Holds(at int32, facts []int8) bool {
	for at >= 0 {
		x := &p[at]
		if x.mask>>(uint8(facts[x.fact]+firstPiece)&63)&1 != 0 {
			at = x.yes
		} else {
			at = x.no
		}
	}
	return at == holds
}

// addTrue adds what holds if a condition is true, nil being always.
func (p *Probes) addTrue(c *Condition) int32 { return p.add(c, rules.True, holds, holdsNot) }

// addFalse adds what holds if a condition is false, nil being never.
func (p *Probes) addFalse(c *Condition) int32 { return p.add(c, rules.False, holds, holdsNot) }

// add adds the probes that go on to yes if a condition has a truth, True or False, and
// else to no. What is not known is neither.
func (p *Probes) add(c *Condition, wanted rules.Truth, yes, no int32) int32 {
	if c == nil {
		if wanted == rules.True {
			return yes
		}
		return no
	}
	switch c.op {
	case rules.Compare:
		return p.addComparison(c, wanted, yes, no)
	case rules.Not:
		return p.add(&c.of[0], rules.True-wanted, yes, no)
	}
	// All parts have to be true, or one false; or the other way round.
	every := (c.op == rules.All) == (wanted == rules.True)
	next := no
	if every {
		next = yes
	}
	for i := len(c.of) - 1; i >= 0; i-- {
		if every {
			next = p.add(&c.of[i], wanted, next, no)
		} else {
			next = p.add(&c.of[i], wanted, yes, next)
		}
	}
	return next
}

func (p *Probes) addComparison(c *Condition, wanted rules.Truth, yes, no int32) int32 {
	x := probe{mask: c.mask << firstPiece, fact: int32(c.fact), yes: yes, no: no}
	if wanted == rules.False {
		x.mask = ^x.mask &^ (1 << (StateUnknown + firstPiece))
	}
	*p = append(*p, x)
	return int32(len(*p) - 1)
}
