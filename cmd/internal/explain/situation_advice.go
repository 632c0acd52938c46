package explain

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

func findComponentOutcome(s *situation, c *rules.Component) outcome {
	var o outcome
	for i := range s.rec.Components {
		x := &s.rec.Components[i]
		if x.Like != c.ID {
			continue
		}
		text := s.nameAdvice(x.Advice)
		if len(x.Choice) > 0 {
			text = s.words.HereUnder(text, strings.Join(x.Choice, ", "))
		}
		o.counts, o.text = true, s.words.HereComponent()
		o.rows = append(o.rows, newRow(x.ID, text), newRow(x.Rule, titleIn(s, string(x.Kind), x.Rule)))
		o.facts = append(o.facts, x.Facts...)
	}
	if o.counts {
		o.facts = slices.Compact(slices.Sorted(slices.Values(o.facts)))
		return o
	}
	if s.reading.Truth(c.Applies) == rules.True {
		return outcome{text: s.words.HereNoAdvice(), facts: findDeciding(s, c.Applies)}
	}
	return explainPresence(s, c.Applies)
}

func findAdviceOutcome(s *situation, a *rules.ComponentAdvice) outcome {
	var parts []documents.Row
	var facts []string
	for i := range s.rec.Components {
		if x := &s.rec.Components[i]; x.Rule == a.ID && x.Kind == rules.AdviceRule {
			parts, facts = append(parts, newRow(x.ID, s.nameAdvice(x.Advice))), x.Facts
		}
	}
	if len(parts) > 0 {
		return outcome{counts: true, text: s.words.HereAdviceGiven(), rows: parts, facts: facts}
	}
	return explainAbsence(s, a.When, s.words.HereAdviceOther())
}

func findStandardOutcome(s *situation, x *rules.Standard) outcome {
	i := slices.IndexFunc(s.rec.Standards, func(r engine.StandardResult) bool { return r.ID == x.ID })
	if i < 0 {
		return outcome{text: s.words.HereNotJudged(), rows: s.listRows("component", []string{x.About})}
	}
	r := &s.rec.Standards[i]
	if r.Reached == "" {
		return outcome{counts: true, text: s.words.HereReachedNone(), rows: s.listRows("component", r.Missing)}
	}
	return outcome{counts: true, text: s.words.HereReached(titleIn(s, "level", r.Reached)), rows: s.listRows("component", r.Missing)}
}

func findLevelOutcome(s *situation, id string) outcome {
	for i := range s.pack.Standards {
		x := &s.pack.Standards[i]
		place := slices.IndexFunc(x.Levels, func(l rules.StandardLevel) bool { return l.ID == id })
		if place < 0 {
			continue
		}
		o := findStandardOutcome(s, x)
		if !o.counts {
			return o
		}
		r := s.rec.Standards[slices.IndexFunc(s.rec.Standards, func(r engine.StandardResult) bool { return r.ID == x.ID })]
		if reached := slices.IndexFunc(x.Levels, func(l rules.StandardLevel) bool { return l.ID == r.Reached }); place <= reached {
			return outcome{counts: true, text: s.words.HereLevelReached()}
		}
		return outcome{text: s.words.HereLevelMissed(), rows: s.listRows("component", r.Missing)}
	}
	return outcome{text: s.words.HereNothingCounts()}
}

func findChoiceOutcome(s *situation, x *rules.LicenceChoice) outcome {
	i := slices.IndexFunc(s.rec.Licences, func(r engine.LicenceResult) bool { return r.ID == x.ID })
	if i < 0 {
		return explainAbsence(s, x.When, s.words.HereChoiceOther())
	}
	r := &s.rec.Licences[i]
	o := outcome{counts: true, text: s.words.HereChoice(), facts: r.Facts}
	for _, part := range r.Parts {
		text := s.words.HereLicenceFits()
		if slices.Contains(r.ChosenFor, part) {
			text = s.words.HereLicenceChosen()
		}
		o.rows = append(o.rows, newRow(part, text))
	}
	return o
}

func findCompatibilityOutcome(s *situation, x *rules.Compatibility) outcome {
	i := slices.IndexFunc(s.rec.Clashes, func(r engine.ClashResult) bool { return r.ID == x.ID })
	if i < 0 {
		return explainAbsence(s, x.When, s.words.HereClashNone())
	}
	r := &s.rec.Clashes[i]
	return outcome{counts: true, text: s.words.HereClash(), facts: r.Facts, rows: s.listRows("licence", r.Licences)}
}

func findStepOutcome(s *situation, x *rules.Step) outcome {
	i := slices.IndexFunc(s.rec.Plan, func(p engine.PlanStep) bool { return p.ID == x.ID && p.Kind == rules.StepRule })
	if i < 0 {
		return explainAbsence(s, x.When, s.words.HereNotCalledFor())
	}
	p := &s.rec.Plan[i]
	text := s.words.HereStep(s.namePhase(p.Phase), s.nameRole(p.By))
	return outcome{counts: true, text: text, facts: p.Facts, rows: s.listRows("bar", p.Bars)}
}

func findCounselOutcome(s *situation, x *rules.Counsel) outcome {
	i := slices.IndexFunc(s.rec.Counsel, func(r engine.CounselResult) bool { return r.ID == x.ID })
	if i < 0 {
		return explainAbsence(s, x.When, s.words.HereNotCalledFor())
	}
	return outcome{counts: true, text: s.words.HereCounsel(), facts: s.rec.Counsel[i].Facts}
}

func findExclusionOutcome(s *situation, x *rules.Exclusion) outcome {
	if slices.ContainsFunc(s.rec.Contradictions, func(c engine.Contradiction) bool { return c.ID == x.ID }) {
		return outcome{counts: true, text: s.words.HereExclusion(), facts: findDeciding(s, x.When)}
	}
	return explainAbsence(s, x.When, s.words.HereExclusionNone())
}

func findWarningOutcome(s *situation, id string) outcome {
	d, err := report.Document(s.pack, s.rec, s.words.Lang, "")
	if err != nil {
		panic("explain: the pack made the recommendation: " + err.Error())
	}
	for i := range d.Warnings {
		if d.Warnings[i].ID == id {
			return outcome{counts: true, text: d.Warnings[i].Text}
		}
	}
	return outcome{text: s.words.HereWarningNone()}
}

// findSheetOutcome says that a question changes nothing: it is on the sheet whatever the
// result.
func findSheetOutcome(s *situation, q *rules.SheetQuestion) outcome {
	var facts []string
	for _, id := range q.FactIDs() {
		if id != rules.PrioritiesID {
			facts = append(facts, id)
		}
	}
	return outcome{text: s.words.HereSheet(), facts: facts}
}
