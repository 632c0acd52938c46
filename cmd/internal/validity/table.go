package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
)

const intro = `# How the core pack does on documented decisions

Written by ` + "`make validity`" + `; do not edit. Every case was decided by its owners; the facts are those known before, and the
outcome is no proof that they were right. Weights that were inferred from what owners said may echo the outcome, so every case is
judged twice: with the priorities, and on the facts alone. "Strict" counts the outcome itself, "lenient" also a stance that a
careful expert could defend. No rule and no number of the pack is justified by a case.
`

// table is the whole study as Markdown.
func (s *study) table() (string, error) {
	var b strings.Builder
	b.WriteString(intro)
	b.WriteString(s.accuracy())
	s.baselineTable(&b)
	if err := s.whyTable(&b); err != nil {
		return "", err
	}
	if err := s.perturbTable(&b); err != nil {
		return "", err
	}
	if err := s.ablationTable(&b); err != nil {
		return "", err
	}
	if err := s.reachTable(&b); err != nil {
		return "", err
	}
	s.firingTable(&b)
	return b.String(), nil
}

// row writes a line of a Markdown table.
func row(b *strings.Builder, cells ...any) {
	for _, c := range cells {
		fmt.Fprintf(b, "| %v ", c)
	}
	b.WriteString("|\n")
}

func head(b *strings.Builder, title string, cells ...any) {
	fmt.Fprintf(b, "\n## %s\n\n", title)
	row(b, cells...)
	b.WriteString(strings.Repeat("|---", len(cells)) + "|\n")
}

// accuracy gives the table of cases and the hits by outcome and cluster.
func (s *study) accuracy() string {
	var b strings.Builder
	head(&b, "Cases", "case", "outcome", "acceptable too", "with priorities", "facts only")
	for i := range s.cases {
		c := &s.cases[i]
		also := make([]string, len(c.AlsoAcceptable))
		for k, a := range c.AlsoAcceptable {
			also[k] = string(a)
		}
		row(&b, c.Name, c.Outcome, strings.Join(also, ", "), s.shown(withPriorities, i), s.shown(factsOnly, i))
	}
	b.WriteString("\n\"~\" marks a stance that differs but is acceptable too, \"!\" one that is not.\n")
	head(&b, "Accuracy", "cases", "of", "strict, with priorities", "lenient", "strict, facts only", "lenient")
	s.accuracyRow(&b, "all", all)
	for _, o := range []engine.Stance{engine.Open, engine.Mixed, engine.Closed} {
		s.accuracyRow(&b, string(o), func(c *subject) bool { return c.Outcome == o })
	}
	clusters := map[string]bool{}
	for i := range s.cases {
		clusters[s.cases[i].Cluster] = true
	}
	for _, name := range sorted(clusters) {
		label := "cluster " + name
		if name == "" {
			label = "in no cluster"
		}
		s.accuracyRow(&b, label, func(c *subject) bool { return c.Cluster == name })
	}
	t := [modes]tally{s.count(stances(s.said[withPriorities]), all), s.count(stances(s.said[factsOnly]), all)}
	fmt.Fprintf(&b, "\nOpen taken for closed or closed for open: %d with priorities, %d on facts only.\n", t[0].crossed, t[1].crossed)
	return b.String()
}

func (s *study) shown(mode, i int) string {
	v := s.said[mode][i]
	text := string(v.stance)
	if v.option != "" {
		text += ": " + v.option
	}
	switch {
	case v.stance == s.cases[i].Outcome:
		return text
	case s.cases[i].accepts(v.stance):
		return "~ " + text
	}
	return "! " + text
}

func (s *study) accuracyRow(b *strings.Builder, label string, keep func(*subject) bool) {
	a, f := s.count(stances(s.said[withPriorities]), keep), s.count(stances(s.said[factsOnly]), keep)
	row(b, label, a.of, a.strict, a.lenient, f.strict, f.lenient)
}

func (s *study) baselineTable(b *strings.Builder) {
	head(b, "Rules of thumb beside it", "rule", "strict, with priorities", "lenient", "strict, facts only", "lenient")
	line := func(label string, got [modes][]engine.Stance) {
		cells := []any{label}
		for mode := range modes {
			if got[mode] == nil {
				cells = append(cells, "–", "–")
				continue
			}
			t := s.count(got[mode], all)
			cells = append(cells, t.strict, t.lenient)
		}
		row(b, cells...)
	}
	line("ajar", [modes][]engine.Stance{stances(s.said[withPriorities]), stances(s.said[factsOnly])})
	mixed := slices.Repeat([]engine.Stance{engine.Mixed}, len(s.cases))
	line("always mixed", [modes][]engine.Stance{mixed, mixed})
	line("open pulls minus closed pulls, thresholds fitted on all cases", [modes][]engine.Stance{s.sumLabels(false), nil})
	line("the same, fitted on the other cases", [modes][]engine.Stance{s.sumLabels(true), nil})
	line("three nearest of the other cases", [modes][]engine.Stance{s.neighbours(withPriorities), s.neighbours(factsOnly)})
	b.WriteString("\nThe sum knows no facts, so it has nothing to say on facts only. ajar is fitted to no case, so leaving one out changes nothing.\n")
}

func (s *study) whyTable(b *strings.Builder) error {
	why, err := readWhy()
	if err != nil {
		return err
	}
	head(b, "Where ajar differs from what was done", "case", "outcome", "ajar", "why")
	for i := range s.cases {
		for _, stance := range []engine.Stance{engine.Open, engine.Mixed, engine.Closed, engine.None, engine.NoBasis} {
			if s.differs(i)[stance] {
				row(b, s.cases[i].Name, s.cases[i].Outcome, stance, why[s.cases[i].Name][stance])
			}
		}
	}
	return nil
}

func (s *study) perturbTable(b *strings.Builder) error {
	strict, lenient, crossed, err := s.perturbed()
	if err != nil {
		return err
	}
	head(b, "With all numbers changed at random", "mode", "strict, mean", "worst", "lenient, mean", "worst", "open and closed confused")
	for mode, label := range []string{"with priorities", "facts only"} {
		row(b, label, fmt.Sprintf("%.1f", strict[mode].mean), strict[mode].worst,
			fmt.Sprintf("%.1f", lenient[mode].mean), lenient[mode].worst,
			fmt.Sprintf("%.2f %%", 100*float64(crossed[mode])/float64(draws*len(s.cases))))
	}
	fmt.Fprintf(b, "\n%d draws with seed %d: every strength, factor and capture, beta and K times a factor of its own from %s, inside its range.\n", draws, seed, rangeText)
	return nil
}

func (s *study) ablationTable(b *strings.Builder) error {
	head(b, "What each kind of rule adds", "pack", "strict, with priorities", "lenient", "strict, facts only", "lenient")
	line := func(label string, v verdicts) {
		a, f := s.count(stances(v[withPriorities]), all), s.count(stances(v[factsOnly]), all)
		row(b, label, a.strict, a.lenient, f.strict, f.lenient)
	}
	line("whole", s.said)
	v, err := s.without(dropModerators)
	if err != nil {
		return err
	}
	line("without moderators", v)
	if v, err = s.without(dropSituation); err != nil {
		return err
	}
	line("without situation arguments", v)
	if v, err = s.without(dropVetoes); err != nil {
		return err
	}
	line("without vetoes", v)
	return nil
}

func (s *study) firingTable(b *strings.Builder) {
	counts := s.firing()
	b.WriteString("\n## Rules that the cases hardly exercise\n\n")
	for n, label := range []string{"In no case", "In one case"} {
		var ids []string
		for _, id := range sorted(counts) {
			if counts[id] == n {
				ids = append(ids, "`"+id+"`")
			}
		}
		fmt.Fprintf(b, "%s (%d of %d rules): %s.\n\n", label, len(ids), len(counts), strings.Join(ids, ", "))
	}
	b.WriteString("Rules are all that have a condition, as the tests of the pack count them; of advice, licences and steps the condition alone is looked at, whatever they are meant for. Nothing here speaks for or against them.\n")
}
