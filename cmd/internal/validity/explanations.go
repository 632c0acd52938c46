package main

import (
	_ "embed"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/ajar-decision/ajar/engine"
)

// why.yaml says in one sentence why ajar differs from what was done: by case,
// then by the stance that ajar gave in whatever mode.
//
//go:embed why.yaml
var whyYAML []byte

func readExplanations() (map[string]map[engine.Stance]string, error) {
	var why map[string]map[engine.Stance]string
	err := yaml.Unmarshal(whyYAML, &why)
	return why, err
}

// findDifferences gives the stances, other than the outcome, that ajar gave a case.
func (s *study) findDifferences(i int) map[engine.Stance]bool {
	out := map[engine.Stance]bool{}
	for mode := range modeCount {
		if got := s.verdicts[mode][i].Stance; got != s.cases[i].Outcome {
			out[got] = true
		}
	}
	return out
}

// checkExplanations reports differences without a sentence and sentences that no
// longer belong to a difference.
func (s *study) checkExplanations() error {
	why, err := readExplanations()
	if err != nil {
		return fmt.Errorf("why.yaml: %w", err)
	}
	var wrong []string
	seen := map[string]bool{}
	for i := range s.cases {
		name := s.cases[i].Name
		seen[name] = true
		got := s.findDifferences(i)
		for stance := range got {
			if strings.TrimSpace(why[name][stance]) == "" {
				wrong = append(wrong, fmt.Sprintf("%s: no sentence says why ajar gives %s", name, stance))
			}
		}
		for stance := range why[name] {
			if !got[stance] {
				wrong = append(wrong, fmt.Sprintf("%s: ajar does not give %s; take the sentence out", name, stance))
			}
		}
	}
	for _, name := range sortedKeys(why) {
		if !seen[name] {
			wrong = append(wrong, fmt.Sprintf("%s: no such case", name))
		}
	}
	if len(wrong) > 0 {
		return fmt.Errorf("why.yaml is not up to date:\n  %s", strings.Join(wrong, "\n  "))
	}
	return nil
}
