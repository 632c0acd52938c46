package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
)

const tableIntro = `# How the core pack does on documented decisions

Written by ` + "`make validity`" + `; do not edit. Every case was decided by its owners; the facts are those known before, and the
outcome is no proof that they were right. Weights that were inferred from what owners said may echo the outcome, so every case is
judged twice: with the priorities, and on the facts alone. "Strict" counts the outcome itself, "lenient" also a stance that a
careful expert could defend, "option" one of the options that count as what was done. A verdict that waits for conditions ("once") counts by itself; leniently
also what may be done until then. No rule and no number of the pack is justified by a case.
`

// renderStudy is the whole study as Markdown.
func (s *study) renderStudy() (string, error) {
	var b strings.Builder
	b.WriteString(tableIntro)
	b.WriteString(s.renderAccuracy())
	s.writeBaselineTable(&b)
	if err := s.writeExplanationTable(&b); err != nil {
		return "", err
	}
	if err := s.writePerturbationTable(&b); err != nil {
		return "", err
	}
	if err := s.writeAblationTable(&b); err != nil {
		return "", err
	}
	if err := s.writeReachTable(&b); err != nil {
		return "", err
	}
	s.writeFiringTable(&b)
	if err := s.writeSourceTable(&b); err != nil {
		return "", err
	}
	return b.String(), nil
}

// writeRow writes a line of a Markdown table.
// renderAccuracy gives the table of cases and the hits by outcome and cluster.
func (s *study) renderAccuracy() string {
	var b strings.Builder
	writeHeading(&b, "Cases", "case", "outcome", "acceptable too", "with priorities", "facts only")
	for i := range s.cases {
		c := &s.cases[i]
		also := make([]string, len(c.AlsoAcceptable))
		for k, a := range c.AlsoAcceptable {
			also[k] = string(a)
		}
		writeRow(&b, c.Name, string(c.Outcome)+": "+strings.Join(c.OutcomeOptions, ", "), strings.Join(also, ", "), s.showVerdict(withPriorities, i), s.showVerdict(factsOnly, i))
	}
	b.WriteString("\n\"~\" marks a stance that differs but is acceptable too, \"!\" one that is not. What stands after \"once\" are the bars that must be answered or lifted first.\n")
	writeHeading(&b, "Accuracy", "cases", "of", "strict, with priorities", "lenient", "option", "strict, facts only", "lenient", "option")
	s.writeAccuracyRow(&b, "all", keepAll)
	for _, o := range []engine.Stance{engine.Open, engine.Mixed, engine.Closed} {
		s.writeAccuracyRow(&b, string(o), func(c *studyCase) bool { return c.Outcome == o })
	}
	clusters := map[string]bool{}
	for i := range s.cases {
		clusters[s.cases[i].Cluster] = true
	}
	for _, name := range sortedKeys(clusters) {
		label := "cluster " + name
		if name == "" {
			label = "in no cluster"
		}
		s.writeAccuracyRow(&b, label, func(c *studyCase) bool { return c.Cluster == name })
	}
	t := [modeCount]tally{s.tallyCases(listStances(s.verdicts[withPriorities]), keepAll), s.tallyCases(listStances(s.verdicts[factsOnly]), keepAll)}
	fmt.Fprintf(&b, "\nOpen taken for closed or closed for open: %d with priorities, %d on facts only.\n", t[0].crossed, t[1].crossed)
	return b.String()
}

func (s *study) showVerdict(mode, i int) string {
	v := s.verdicts[mode][i]
	text := string(v.Stance)
	if v.Option != "" {
		text += ": " + v.Option
	}
	if len(v.conditions) > 0 {
		text += " once " + strings.Join(v.conditions, ", ") + "; until then " + string(v.today.Stance)
		if v.today.Option != "" {
			text += ": " + v.today.Option
		}
	}
	switch {
	case v.Stance == s.cases[i].Outcome:
		return text
	case s.cases[i].acceptsStance(v.Stance), len(v.conditions) > 0 && s.cases[i].acceptsStance(v.today.Stance):
		return "~ " + text
	}
	return "! " + text
}

func (s *study) writeAccuracyRow(b *strings.Builder, label string, keep func(*studyCase) bool) {
	a, f := s.tallyCases(listStances(s.verdicts[withPriorities]), keep), s.tallyCases(listStances(s.verdicts[factsOnly]), keep)
	writeRow(b, label, a.of, a.strict, a.lenient, s.countOptionHits(withPriorities, keep), f.strict, f.lenient, s.countOptionHits(factsOnly, keep))
}

func (s *study) writeBaselineTable(b *strings.Builder) {
	writeHeading(b, "Rules of thumb beside it", "rule", "strict, with priorities", "lenient", "strict, facts only", "lenient")
	line := func(label string, got [modeCount][]stances) {
		cells := []any{label}
		for mode := range modeCount {
			if got[mode] == nil {
				cells = append(cells, "–", "–")
				continue
			}
			t := s.tallyCases(got[mode], keepAll)
			cells = append(cells, t.strict, t.lenient)
		}
		writeRow(b, cells...)
	}
	line("ajar", [modeCount][]stances{listStances(s.verdicts[withPriorities]), listStances(s.verdicts[factsOnly])})
	mixed := listReady(slices.Repeat([]engine.Stance{engine.Mixed}, len(s.cases)))
	line("always mixed", [modeCount][]stances{mixed, mixed})
	line("open pulls minus closed pulls, thresholds fitted on all cases", [modeCount][]stances{listReady(s.labelBySum(false)), nil})
	line("the same, fitted on the other cases", [modeCount][]stances{listReady(s.labelBySum(true)), nil})
	line("three nearest of the other cases", [modeCount][]stances{listReady(s.labelByNeighbours(withPriorities)), listReady(s.labelByNeighbours(factsOnly))})
	b.WriteString("\nThe sum knows no facts, so it has nothing to say on facts only. ajar is fitted to no case, so leaving one out changes nothing.\n")
}

func (s *study) writeExplanationTable(b *strings.Builder) error {
	why, err := readExplanations()
	if err != nil {
		return err
	}
	writeHeading(b, "Where ajar differs from what was done", "case", "outcome", "ajar", "why")
	for i := range s.cases {
		for _, stance := range engine.Stances() {
			if s.findDifferences(i)[stance] {
				writeRow(b, s.cases[i].Name, s.cases[i].Outcome, stance, why[s.cases[i].Name][stance])
			}
		}
	}
	return nil
}

func (s *study) writePerturbationTable(b *strings.Builder) error {
	strict, lenient, crossed, err := s.judgePerturbed()
	if err != nil {
		return err
	}
	writeHeading(b, "With all numbers changed at random", "mode", "strict, mean", "worst", "lenient, mean", "worst", "open and closed confused")
	for mode, label := range []string{"with priorities", "facts only"} {
		writeRow(b, label, fmt.Sprintf("%.1f", strict[mode].mean), strict[mode].worst,
			fmt.Sprintf("%.1f", lenient[mode].mean), lenient[mode].worst,
			fmt.Sprintf("%.2f %%", 100*float64(crossed[mode])/float64(drawCount*len(s.cases))))
	}
	fmt.Fprintf(b, "\n%d draws with seed %d: every strength, factor and capture, beta and K times a factor of its own from %s, inside its range.\n", drawCount, randomSeed, rangeText)
	return nil
}

func (s *study) writeAblationTable(b *strings.Builder) error {
	writeHeading(b, "What each kind of rule adds", "pack", "strict, with priorities", "lenient", "strict, facts only", "lenient")
	line := func(label string, v verdicts) {
		a, f := s.tallyCases(listStances(v[withPriorities]), keepAll), s.tallyCases(listStances(v[factsOnly]), keepAll)
		writeRow(b, label, a.strict, a.lenient, f.strict, f.lenient)
	}
	line("whole", s.verdicts)
	v, err := s.judgeWithout(dropModerators)
	if err != nil {
		return err
	}
	line("without moderators", v)
	if v, err = s.judgeWithout(dropSituation); err != nil {
		return err
	}
	line("without situation arguments", v)
	if v, err = s.judgeWithout(dropBars); err != nil {
		return err
	}
	line("without bars", v)
	return nil
}

func (s *study) writeFiringTable(b *strings.Builder) {
	counts := s.countFirings()
	b.WriteString("\n## Rules that the cases hardly exercise\n\n")
	for n, label := range []string{"In no case", "In one case"} {
		var ids []string
		for _, id := range sortedKeys(counts) {
			if counts[id] == n {
				ids = append(ids, "`"+id+"`")
			}
		}
		fmt.Fprintf(b, "%s (%d of %d rules): %s.\n\n", label, len(ids), len(counts), strings.Join(ids, ", "))
	}
	b.WriteString("Rules are all that have a condition, as the tests of the pack count them; of advice, licences and steps the condition alone is looked at, whatever they are meant for. Nothing here speaks for or against them.\n")
}
