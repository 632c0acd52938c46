package main

import (
	"maps"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// firing counts for every rule with a condition in how many cases it holds.
func (s *study) firing() map[string]int {
	counts := map[string]int{}
	for i := range s.cases {
		answers := map[string]string{}
		for id, a := range s.cases[i].profile[factsOnly].Facts {
			answers[id] = a.String()
		}
		r := s.pack.Read(answers)
		note := func(id string, of ...*rules.Condition) {
			holds := rules.True
			for _, c := range of {
				holds = min(holds, r.Prudent(c))
			}
			counts[id] += 0 // a rule that never holds is listed too
			if holds == rules.True {
				counts[id]++
			}
		}
		s.eachRule(note)
	}
	return counts
}

func (s *study) eachRule(note func(id string, of ...*rules.Condition)) {
	for _, d := range s.pack.Dimensions {
		for _, a := range d.Arguments {
			if a.When != nil {
				note(a.ID, a.When)
			}
		}
		for _, m := range d.Moderators {
			note(m.ID, m.When)
		}
	}
	for _, o := range s.pack.Options {
		if o.Requires != nil {
			note(o.ID, o.Requires)
		}
		for _, p := range o.Splits {
			note(p.ID, p.Precondition, p.Trigger)
		}
	}
	for _, v := range s.pack.Vetoes {
		note(v.ID, v.When)
	}
}
