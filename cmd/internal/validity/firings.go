package main

import (
	"maps"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// countFirings counts for every rule with a condition in how many cases it holds.
func (s *study) countFirings() map[string]int {
	counts := map[string]int{}
	for i := range s.cases {
		answers := map[string]string{}
		for id, a := range s.cases[i].profileByMode[factsOnly].Facts {
			answers[id] = a.String()
		}
		r := s.pack.ReadAnswers(answers)
		for rule := range s.pack.Rules() {
			if !rule.HasCondition() || rule.Kind == rules.ExclusionRule {
				continue
			}
			counts[rule.ID] += 0 // a rule that never holds is listed too
			if r.Holds(&rule) == rules.True {
				counts[rule.ID]++
			}
		}
	}
	return counts
}
