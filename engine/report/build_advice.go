package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

func buildComponentAdvice(w *wording, c *engine.ComponentResult) ComponentAdvice {
	because, sources := findReason(w, c)
	rule := []string{}
	if c.Rule != "" {
		rule = []string{c.Rule}
	}
	return ComponentAdvice{
		ID: c.ID, Advice: c.Advice, Terms: copyList(c.Terms), Because: because.In(w.Lang),
		Arguments: rule, Facts: copyList(c.Facts), Sources: copyList(sources),
	}
}

func buildPart(w *wording, c *engine.ComponentResult) PartAdvice {
	because, _ := findReason(w, c)
	terms := mapList(c.TermsFor, func(t *engine.PartTerms) PartTerms { return PartTerms{t.For, copyList(t.AnyOf)} })
	first, cautions := []PartStep{}, []PartStep{}
	for _, s := range listPartSteps(w, c) {
		if s.caution {
			cautions = append(cautions, buildPartStep(&s))
		} else {
			first = append(first, buildPartStep(&s))
		}
	}
	return PartAdvice{
		ID: c.ID, Like: c.Like, Own: c.Own, Title: w.nameComponent(c.ID), Because: because.In(w.Lang), Advice: c.Advice, Terms: terms, Choice: copyList(c.Choice), Alternatives: copyList(c.Alternatives), TermsFit: !c.NothingFits,
		When: whenOf(c), Bars: copyList(c.Bars), First: first, Cautions: cautions, Inactive: copyList(c.Inactive),
	}
}

func buildPartStep(s *partStep) PartStep {
	return PartStep{Bar: s.bar.ID, Text: s.text, Fact: nilIfEmpty(s.fact), Need: s.bar.Need}
}

func buildClash(w *wording, c *engine.ClashResult) Clash {
	def := w.pack.Compatibility(c.ID)
	return Clash{c.ID, copyList(c.Licences), copyList(c.Parts), def.Text.In(w.Lang), copyList(c.Facts), copyList(def.Source)}
}

// buildLicences gives one entry for each licence and component.
func buildLicences(w *wording) []Licence {
	out := []Licence{}
	for i := range w.rec.Licences {
		l := &w.rec.Licences[i]
		for _, part := range l.Parts {
			for _, id := range l.Licences {
				out = append(out, Licence{
					SPDX: id, Name: w.pack.Licence(id).Name, For: part, Because: w.pack.Choice(l.ID).Because.In(w.Lang),
					Rule: l.ID, Facts: copyList(l.Facts), Sources: copyList(w.pack.Choice(l.ID).Source),
				})
			}
		}
	}
	return out
}

func buildStandard(w *wording, s *engine.StandardResult) Standard {
	def := w.pack.Standard(s.ID)
	return Standard{
		ID: s.ID, Title: def.Title.In(w.Lang), Level: nilIfEmpty(s.Reached), Missing: copyList(s.Missing),
		Text: describeReach(w, s), Sources: copyList(def.Source),
	}
}

func buildPlanStep(w *wording, s *engine.PlanStep) PlanStep {
	text, _ := describePlanStep(w, s)
	return PlanStep{ID: s.ID, Phase: s.Phase, Text: text, Because: append(copyList(s.Facts), s.Bars...), By: s.By}
}

// buildNextSteps gives the steps of the plan, for readers of earlier versions.
func buildNextSteps(w *wording) []NextStep {
	out := []NextStep{}
	for i := range w.rec.Plan {
		s := &w.rec.Plan[i]
		if s.Kind != rules.StepRule {
			continue
		}
		text, sources := describePlanStep(w, s)
		out = append(out, NextStep{ID: s.ID, Text: text, Because: append(copyList(s.Facts), s.Bars...), Source: sources[0], Sources: copyList(sources)})
	}
	return out
}
