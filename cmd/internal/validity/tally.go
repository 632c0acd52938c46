package main

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
)

// label is what somebody says of a case: a stance with the option that comes first
// and the one that comes second, and what may be done until conditions are met.
// What says nothing of options has none.
type label struct {
	stance, today       engine.Stance
	first, second, then string // then is the option of today
}

// tally counts hits. Strict ones have the outcome, lenient ones a stance that
// is acceptable too, now or as what may be done until the conditions are met;
// crossed ones took open for closed or the reverse. Of options, strict ones are
// among those that count as what was done; lenient ones also where the stance is
// a lenient hit by another stance than the outcome, of which no option is named.
type tally struct {
	strict, lenient, crossed, of int
	first, two                   hits
}

// hits are those of options.
type hits struct{ strict, lenient int }

func (t *tally) addCase(c *studyCase, l label) {
	t.of++
	if l.stance == c.Outcome {
		t.strict++
	}
	if c.acceptsStance(l.stance) || c.acceptsStance(l.today) {
		t.lenient++
	}
	if l.stance == engine.Open && c.Outcome == engine.Closed || l.stance == engine.Closed && c.Outcome == engine.Open {
		t.crossed++
	}
	defended := slices.Contains(c.AlsoAcceptable, l.stance) || slices.Contains(c.AlsoAcceptable, l.today) || c.didOption(l.then)
	t.first.add(c.didOption(l.first), defended)
	t.two.add(c.didOption(l.first) || c.didOption(l.second), defended)
}

func (h *hits) add(strict, defended bool) {
	if strict {
		h.strict++
	}
	if strict || defended {
		h.lenient++
	}
}

// didOption reports whether an option counts as what was done.
func (c *studyCase) didOption(id string) bool {
	return id != "" && slices.Contains(c.OutcomeOptions, id)
}

func (c *studyCase) acceptsStance(got engine.Stance) bool {
	return got == c.Outcome || slices.Contains(c.AlsoAcceptable, got)
}

// tallyCases tallies the labels of the cases for which keep holds.
func (s *study) tallyCases(got []label, keep func(*studyCase) bool) tally {
	var t tally
	for i := range s.cases {
		if keep(&s.cases[i]) {
			t.addCase(&s.cases[i], got[i])
		}
	}
	return t
}

func keepAll(*studyCase) bool { return true }

func listLabels(v []judgement) []label {
	out := make([]label, len(v))
	for i := range v {
		out[i] = label{stance: v[i].Stance, first: v[i].Option, second: v[i].second}
		if len(v[i].conditions) > 0 {
			out[i].today, out[i].then = v[i].today.Stance, v[i].today.Option
		}
	}
	return out
}
