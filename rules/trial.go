package rules

import "slices"

// trial tries the answers to what one condition reads.
type trial struct {
	facts  map[string]*Fact
	left   int
	places map[string]int       // of the first thing that is tried, by fact
	cuts   map[string][]float64 // by fact: what it is compared with
	tried  []triedFact          // guards first
	state  []int8               // one for each of what is tried
	masks  [][]uint64           // of the comparisons that read what is tried
	root   triedPart
	can    [True + 1]bool
}

// start forgets what was tried and keeps the room.
func (t *trial) start(left int) {
	if t.places == nil {
		t.places, t.cuts = map[string]int{}, map[string][]float64{}
	}
	clear(t.places)
	clear(t.cuts)
	t.left, t.tried, t.root, t.can = left, t.tried[:0], triedPart{}, [True + 1]bool{}
}

// add appends a fact, or one member of a set, to what is tried.
func (t *trial) add(f *Fact, member int) {
	var states []int8
	if n := len(t.tried); n < cap(t.tried) {
		states = t.tried[:n+1][n].states[:0]
	}
	t.tried = append(t.tried, triedFact{fact: f, member: member, states: states})
}

// triedFact is a fact, or one member of a set.
type triedFact struct {
	fact   *Fact
	member int // -1: the fact is no set
	guard  triedPart
	states []int8 // those that some comparison tells apart
	// isCautious says that a comparison holds by precaution while it is not known.
	isCautious bool
}

// The states of what is tried; a value is its piece and firstValue.
const (
	notTried   = -1
	notApplies = 0
	notKnown   = 1
	firstValue = 2
)

// triedPart is a condition over what is tried: a comparison holds for the states whose
// bits are set.
type triedPart struct {
	op   Op
	of   []triedPart
	at   int
	mask uint64
	// precaution makes a comparison hold while its fact is not known.
	precaution bool
}

// truth gives the truth while some is not tried yet.
func (t *trial) truth(p *triedPart) Truth {
	t.left--
	switch p.op {
	case Compare:
		switch s := t.state[p.at]; {
		case s == notTried, s == notKnown && !p.precaution:
			return Unknown
		case s == notKnown:
			return True
		case p.mask>>uint(s)&1 == 1:
			return True
		}
		return False
	case Not:
		return True - t.truth(&p.of[0])
	}
	neutral := True // of all; the other end decides
	if p.op == Any {
		neutral = False
	}
	out := neutral
	for i := range p.of {
		switch x := t.truth(&p.of[i]); x {
		case neutral:
		case Unknown:
			out = Unknown
		default:
			return x
		}
	}
	return out
}

// try goes through the states of what comes from place i on, until both truths were seen.
// What is decided before all is tried holds however it goes on, and it can go on.
func (t *trial) try(i int) {
	if x := t.truth(&t.root); x != Unknown || t.left <= 0 || i == len(t.tried) {
		t.can[x] = true
		return
	}
	for _, s := range t.statesAt(i) {
		t.state[i] = s
		t.try(i + 1)
		if t.can[True] && t.can[False] || t.left <= 0 {
			break
		}
	}
	t.state[i] = notTried
}

// statesAt lists the states that fit what was tried before.
func (t *trial) statesAt(i int) []int8 {
	x := &t.tried[i]
	if x.member > 0 {
		return t.statesOfMember(i)
	}
	if t.truth(&x.guard) == False {
		return []int8{notApplies}
	}
	states := slices.Clone(x.states)
	switch {
	case x.member == 0:
		states = t.statesOfMember(i)
	case x.isCautious:
		states = append(states, notKnown)
	}
	if !x.fact.NA.IsEmpty() {
		states = append(states, notApplies)
	}
	return states
}

// statesOfMember lists what a member of a set can be: a set has a member, and one that
// stands alone has no other beside it.
func (t *trial) statesOfMember(i int) []int8 {
	const out, in = firstValue, firstValue + 1
	x := &t.tried[i]
	first := i - x.member
	if x.member > 0 && t.state[first] == notApplies {
		return []int8{notApplies}
	}
	canBeIn, canBeOpen, hasOther := true, x.isCautious, false
	for j := first; j < i; j++ {
		if t.state[j] == out {
			continue
		}
		hasOther = true
		if x.fact.Values[j-first].Alone || x.fact.Values[x.member].Alone {
			canBeIn, canBeOpen = false, canBeOpen && t.state[j] == notKnown
		}
	}
	var states []int8
	if hasOther || x.member < len(x.fact.Values)-1 {
		states = append(states, out)
	}
	if canBeIn {
		states = append(states, in)
	}
	if canBeOpen {
		states = append(states, notKnown)
	}
	return states
}
