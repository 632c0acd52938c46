package rules

import (
	"slices"
)

// MostTried is how many parts of one condition are looked at while answers are tried, and
// MostTriedOfPack how many of all conditions of a pack. What cannot be decided with so
// many is taken as a condition that depends on answers.
const (
	MostTried       = 100_000
	MostTriedOfPack = 10_000_000
)

// Decide says whether a condition always holds (True) or never does (False), whatever is
// answered; Unknown if that depends on the answers, or cannot be decided within
// [MostTried]. All answers are tried to the facts that it reads and to those that decide
// whether these apply, numbers below, at and above each number that they are compared
// with. A fact does not apply where its guard is false, and may not apply if the pack
// says what that means. It is not known where that counts by precaution. The pack must have passed [Pack.Check].
func (p *Pack) Decide(c *Condition) Truth {
	facts := map[string]*Fact{}
	for i := range p.Facts {
		facts[p.Facts[i].ID] = &p.Facts[i]
	}
	d := decider{left: MostTried, trial: trial{facts: facts}}
	return d.decide(c)
}

// decider decides conditions of one pack.
type decider struct {
	left  int   // parts that may still be looked at
	trial trial // of one condition after the other
}

func (d *decider) decide(c *Condition) Truth {
	switch can, known := d.tryAnswers(c); {
	case !known || can[True] && can[False]:
		return Unknown
	case can[True]:
		return True
	}
	return False
}

// canHold reports whether some answers make the condition true. What cannot be decided
// may hold.
func (d *decider) canHold(c *Condition) bool {
	can, known := d.tryAnswers(c)
	return !known || can[True]
}

// tryAnswers says which truths the condition comes to when all is answered; known is
// false if there were too many answers to try.
func (d *decider) tryAnswers(c *Condition) (can [True + 1]bool, known bool) {
	t := &d.trial
	t.start(min(d.left, MostTried))
	before := t.left
	t.gather(c)
	for id := range t.cuts {
		slices.Sort(t.cuts[id])
		t.cuts[id] = slices.Compact(t.cuts[id])
	}
	t.root = t.compile(c)
	for i := range t.tried {
		t.tried[i].guard = t.compile(t.tried[i].fact.AskedIf)
	}
	t.listStates()
	t.try(0)
	d.left -= before - max(t.left, 0)
	return t.can, t.left > 0
}
