package main

import (
	"fmt"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

const tableIntro = `# How the core pack does on documented decisions

Written by ` + "`make validity`" + `; do not edit. Every case was decided by its owners; the facts are those known before, and the
outcome is no proof that they were right. Weights that were inferred from what owners said may echo the outcome, so every case is
judged twice: with the priorities, and on the facts alone. "Strict" counts the outcome itself, "lenient" also a stance that a
careful expert could defend. Of options, "strict" counts those that stand for what was done, and "lenient" also where the stance is another
that could be defended. "First" is the advice; "first two" adds the available option of greatest value beside it. A verdict that waits for conditions ("once")
counts by itself; leniently also what may be done until then. No rule and no number of the pack is justified by a case.
`

// renderStudy is the whole study as Markdown.
func (s *study) renderStudy(found *analyses) (string, error) {
	var b strings.Builder
	b.WriteString(tableIntro)
	b.WriteString(s.renderAccuracy())
	s.writeCalibrationTable(&b, found)
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
	s.writePossibleTable(&b)
	s.writeOneSidedTable(&b)
	s.writeOrderTable(&b)
	s.writeFiringTable(&b)
	if err := s.writeSourceTable(&b); err != nil {
		return "", err
	}
	return b.String(), nil
}

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
	writeHeading(&b, "Accuracy", append([]any{"cases", "of"}, accuracyHeads()...)...)
	s.writeAccuracyRow(&b, "all", keepAll)
	for _, o := range []engine.Stance{engine.Open, engine.Mixed, engine.Closed} {
		s.writeAccuracyRow(&b, string(o), func(c *studyCase) bool { return c.Outcome == o })
	}
	s.writeAccuracyRows(&b, "cluster ", "in no cluster", func(c *studyCase) string { return c.Cluster })
	t := [modeCount]tally{s.tallyCases(listLabels(s.verdicts[withPriorities]), keepAll), s.tallyCases(listLabels(s.verdicts[factsOnly]), keepAll)}
	fmt.Fprintf(&b, "\nOpen taken for closed or closed for open: %d with priorities, %d on facts only.\n", t[0].crossed, t[1].crossed)
	writeHeading(&b, "By kind of owner", append([]any{"owner", "of"}, accuracyHeads()...)...)
	s.writeAccuracyRows(&b, "", "not known", func(c *studyCase) string {
		owner, _ := c.profileByMode[factsOnly].Facts["owner_type"].Known()
		return owner
	})
	return b.String()
}

// writeAccuracyRows writes a row for each group of cases, by its name.
func (s *study) writeAccuracyRows(b *strings.Builder, prefix, none string, group func(*studyCase) string) {
	names := map[string]bool{}
	for i := range s.cases {
		names[group(&s.cases[i])] = true
	}
	for _, name := range sortedKeys(names) {
		label := prefix + name
		if name == "" {
			label = none
		}
		s.writeAccuracyRow(b, label, func(c *studyCase) bool { return group(c) == name })
	}
}

// accuracyHeads are the columns of hits, for one mode after the other.
func accuracyHeads() []any {
	var out []any
	for _, mode := range modeNames {
		out = append(out, "strict, "+mode, "lenient", "option, first", "lenient", "option, in the first two", "lenient")
	}
	return out
}

// accuracyCells are those columns for the labels of both modes; none where there are
// no labels.
func (s *study) accuracyCells(got [modeCount][]label, keep func(*studyCase) bool) []any {
	var out []any
	for mode := range modeCount {
		if got[mode] == nil {
			out = append(out, "–", "–", "–", "–", "–", "–")
			continue
		}
		t := s.tallyCases(got[mode], keep)
		out = append(out, t.strict, t.lenient, t.first.strict, t.first.lenient, t.two.strict, t.two.lenient)
	}
	return out
}

func labelsOf(v verdicts) [modeCount][]label {
	return [modeCount][]label{listLabels(v[withPriorities]), listLabels(v[factsOnly])}
}

func (s *study) showVerdict(mode, i int) string {
	v := s.verdicts[mode][i]
	text := string(v.Stance)
	if v.Option != "" {
		text += ": " + nameForm(v.Option, v.form)
	}
	if v.second != "" {
		text += " (then " + v.second + ")"
	}
	if len(v.conditions) > 0 {
		text += " once " + strings.Join(v.conditions, ", ") + "; until then " + string(v.today.Stance)
		if v.today.Option != "" {
			text += ": " + nameForm(v.today.Option, v.today.Form)
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

// nameForm names a form by its option, and by itself where it is not the only one.
func nameForm(option, form string) string {
	if form == "" || form == option {
		return option
	}
	return option + "/" + form
}

func (s *study) writeAccuracyRow(b *strings.Builder, label string, keep func(*studyCase) bool) {
	n := s.tallyCases(listLabels(s.verdicts[withPriorities]), keep).of
	writeRow(b, append([]any{label, n}, s.accuracyCells(labelsOf(s.verdicts), keep)...)...)
}

func (s *study) writeBaselineTable(b *strings.Builder) {
	writeHeading(b, "Rules of thumb beside it", append([]any{"rule"}, accuracyHeads()...)...)
	line := func(name string, got [modeCount][]label) {
		writeRow(b, append([]any{name}, s.accuracyCells(got, keepAll)...)...)
	}
	line("ajar", labelsOf(s.verdicts))
	var commonest [modeCount][]label
	for mode := range modeCount {
		commonest[mode] = s.labelByCommonest(func(i int) engine.Stance { return s.verdicts[mode][i].Stance })
	}
	line("the stance of ajar, with the option of it that the other cases took most", commonest)
	mixed := s.labelByCommonest(func(int) engine.Stance { return engine.Mixed })
	line("always mixed", [modeCount][]label{mixed, mixed})
	line("open pulls minus closed pulls, thresholds fitted on all cases", [modeCount][]label{s.labelBySum(false), nil})
	line("the same, fitted on the other cases", [modeCount][]label{s.labelBySum(true), nil})
	line("three nearest of the other cases", [modeCount][]label{s.labelByNeighbours(withPriorities), s.labelByNeighbours(factsOnly)})
	b.WriteString("\nThe sum knows no facts, so it has nothing to say on facts only. Where a rule says nothing of options, they are those of its stance that were taken most often. ajar is fitted to no case, so leaving one out changes nothing.\n")
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
	found, crossed, err := s.judgePerturbed()
	if err != nil {
		return err
	}
	heads := []any{"mode"}
	for _, x := range []string{"strict", "lenient", "option, first", "lenient", "option, in the first two", "lenient"} {
		heads = append(heads, x+", mean", "worst")
	}
	writeHeading(b, "With all numbers changed at random", append(heads, "open and closed confused")...)
	for mode, label := range modeNames {
		cells := []any{label}
		for _, x := range found[mode] {
			cells = append(cells, fmt.Sprintf("%.1f", x.mean), x.worst)
		}
		writeRow(b, append(cells, fmt.Sprintf("%.2f %%", 100*float64(crossed[mode])/float64(drawCount*len(s.cases))))...)
	}
	fmt.Fprintf(b, "\n%d draws with seed %d: every strength, factor and capture, beta and K times a factor of its own from %s, inside its range.\n", drawCount, randomSeed, rangeText)
	return nil
}

func (s *study) writeAblationTable(b *strings.Builder) error {
	writeHeading(b, "What each kind of rule adds", append([]any{"pack"}, accuracyHeads()...)...)
	writeRow(b, append([]any{"whole"}, s.accuracyCells(labelsOf(s.verdicts), keepAll)...)...)
	for _, x := range []struct {
		name string
		take func(*rules.Pack)
	}{
		{"without moderators", dropModerators},
		{"without situation arguments", dropSituation},
		{"without the reasons for forms", dropRaises},
		{"without bars", dropBars},
	} {
		v, err := s.judgeWithout(x.take)
		if err != nil {
			return err
		}
		writeRow(b, append([]any{x.name}, s.accuracyCells(labelsOf(v), keepAll)...)...)
	}
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
