package rules

import (
	"slices"
	"strconv"
)

// Reading answers conditions for one set of facts. Make it with [Pack.Read].
// It is for looking at single conditions, as tests of packs and explanations
// do; an engine compiles the pack instead and gives the same truths.
type Reading struct {
	facts   map[string]*Fact
	stated  map[string]string
	counted map[string]string
}

// The states of an answer that are no values.
const (
	answerUnknown = "unknown"
	answerNA      = "na"
)

// ReadAnswers takes answers by the id of the fact: a value, "unknown" or "na", and for
// a set the text of its [Members]; a fact
// that is absent is unknown. A fact whose guard is false does not apply,
// whatever was stated; a value stated while the guard is unknown stands.
func (p *Pack) ReadAnswers(answers map[string]string) *Reading {
	r := &Reading{facts: make(map[string]*Fact, len(p.Facts)), stated: answers, counted: map[string]string{}}
	for i := range p.Facts {
		r.facts[p.Facts[i].ID] = &p.Facts[i]
	}
	return r
}

// Answer gives the answer that counts: the stated one, "unknown", or "na" if
// the guard of the fact is false.
func (r *Reading) Answer(fact string) string {
	if a, ok := r.counted[fact]; ok {
		return a
	}
	a, ok := r.stated[fact]
	if !ok {
		a = answerUnknown
	}
	if f := r.facts[fact]; f != nil && r.Truth(f.AskedIf) == False {
		a = answerNA
	} else if f != nil && a == answerUnknown {
		a = r.whatFollows(f)
	}
	r.counted[fact] = a
	return a
}

// whatFollows gives the value that other answers imply, or "unknown".
func (r *Reading) whatFollows(f *Fact) string {
	for i := range f.Follows {
		if r.Truth(f.Follows[i].When) == True {
			return f.Follows[i].Value
		}
	}
	return answerUnknown
}

// Truth gives the truth of a condition; no condition (nil) is true.
func (r *Reading) Truth(c *Condition) Truth { return r.truthUnder(c, false) }

// PrudentTruth is Truth with comparisons marked "precaution" counting as true while
// their fact is unknown.
func (r *Reading) PrudentTruth(c *Condition) Truth { return r.truthUnder(c, true) }

func (r *Reading) truthUnder(c *Condition, prudent bool) Truth {
	if c == nil {
		return True
	}
	switch c.Op {
	case Compare:
		return r.comparisonTruth(c, prudent)
	case Not:
		return True - r.truthUnder(&c.Of[0], prudent)
	case Any:
		t := False
		for i := range c.Of {
			t = max(t, r.truthUnder(&c.Of[i], prudent))
		}
		return t
	}
	t := True
	for i := range c.Of {
		t = min(t, r.truthUnder(&c.Of[i], prudent))
	}
	return t
}

func (r *Reading) comparisonTruth(c *Condition, prudent bool) Truth {
	f := r.facts[c.Fact]
	switch a := r.Answer(c.Fact); {
	case a == answerNA:
		return False
	case f.Type == SetFact:
		return c.membersTruth(f, a, prudent)
	case a == answerUnknown && prudent && c.Precaution:
		return True
	case a == answerUnknown:
		return Unknown
	case c.holdsFor(f, a):
		return True
	}
	return False
}

// membersTruth compares a set: each of its values is known or not by itself.
func (c *Condition) membersTruth(f *Fact, answer string, prudent bool) Truth {
	states := slices.Repeat([]Truth{Unknown}, len(f.Values))
	if answer != answerUnknown {
		states = ParseMembers(answer).Truths(f)
	}
	any, all := False, True
	for i, in := range states {
		named := slices.Contains(c.Values, f.Values[i].ID)
		if !named && c.Test != IsOnly {
			continue
		}
		met := in
		if !named || c.Test == IsNot {
			met = True - in
		}
		if met == Unknown && prudent && c.Precaution {
			met = True
		}
		any, all = max(any, met), min(all, met)
	}
	if c.Test == Is {
		return any
	}
	return all
}

// holdsFor compares a value of the fact.
func (c *Condition) holdsFor(f *Fact, value string) bool {
	switch c.Test {
	case Is:
		return slices.Contains(c.Values, value)
	case IsNot:
		return !slices.Contains(c.Values, value)
	case AtLeast:
		return f.positionOf(value) >= f.positionOf(c.Values[0])
	}
	return f.positionOf(value) <= f.positionOf(c.Values[0])
}

// positionOf places a value: a number by itself, another by its place in the list.
func (f *Fact) positionOf(value string) float64 {
	if f.Type == NumberFact {
		x, _ := strconv.ParseFloat(value, 64) // checked when it was read
		return x
	}
	return float64(slices.Index(f.ValueIDs(), value))
}

// escapeTruth says whether an escape is open: found out, or possible to do.
func (r *Reading) escapeTruth(e *Escape) Truth {
	if e.FindOut != nil {
		return r.Truth(e.FindOut)
	}
	return r.Truth(e.Do)
}
