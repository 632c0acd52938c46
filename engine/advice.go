package engine

import (
	"cmp"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// fillAdvice says what follows the verdict: parts, licences, standards, steps.
// Advice changes no verdict, so it reads the verdict and never the weights.
func (e *Engine) fillAdvice(r *Recommendation, in *compiled.Profile, law *lawReader) {
	if r.Stance == NoBasis {
		return
	}
	if r.Stance != None {
		form := e.rules.FormIndex[r.Form]
		own := e.indexOwnParts(r.Profile.Parts, in)
		e.fillComponents(r, in, law, own)
		e.fillDuties(r, law, form, own)
		e.fillLicences(r, in, own)
		e.fillStandards(r)
		e.fillCounsel(r, in)
	}
	e.fillPlan(r, in)
}

func (e *Engine) fillComponents(r *Recommendation, in *compiled.Profile, law *lawReader, own []ownPart) {
	form := &e.rules.Forms[e.rules.FormIndex[r.Form]]
	for i := range e.rules.Components {
		p := &e.rules.Components[i]
		if isNamedByOwner(own, p.Def.ID) {
			continue
		}
		if there := p.Applies.When.PlainTruth(in.Fact); there == rules.False || there == rules.Unknown && !isNamedBy(form.Def, p.Def.ID) {
			continue
		}
		res, ok := e.adviseOnComponent(p, r, form, in)
		if ok {
			e.lowerUnderBars(r, &res, p.Def, law)
			r.Components = append(r.Components, res)
		}
	}
	for i := range own {
		r.Components = append(r.Components, e.adviseOnOwnPart(&own[i], r, form))
	}
	slices.SortFunc(r.Components, func(a, b ComponentResult) int {
		return cmp.Or(cmp.Compare(slices.Index(adviceOrder, a.Advice), slices.Index(adviceOrder, b.Advice)), cmp.Compare(a.Like, b.Like), cmp.Compare(a.ID, b.ID))
	})
}

func isNamedBy(f *rules.Form, part string) bool {
	return slices.Contains(f.Gives, part) || slices.Contains(f.Keeps, part)
}

// adviseOnComponent finds the advice on one part: what the form names goes before, then the first
// advice that is meant and holds. ok is false if there is none.
func (e *Engine) adviseOnComponent(p *compiled.Component, r *Recommendation, form *compiled.Form, in *compiled.Profile) (res ComponentResult, ok bool) {
	given, kept := slices.Contains(form.Def.Gives, p.Def.ID), slices.Contains(form.Def.Keeps, p.Def.ID)
	for i := range p.Def.Advice {
		a := &p.Def.Advice[i]
		if !e.matchesScope(r, a.For) || given && a.Advise == rules.AdviseKeep || kept && a.Advise != rules.AdviseKeep || !p.Advice[i].HoldsFor(in.Fact) {
			continue
		}
		return ComponentResult{ID: p.Def.ID, Like: p.Def.ID, Advice: a.Advise, Rule: a.ID, Kind: rules.AdviceRule, Facts: e.rules.ListGrounds(in, &p.Advice[i].When)}, true
	}
	if !given && !kept {
		return res, false
	}
	res = ComponentResult{ID: p.Def.ID, Like: p.Def.ID, Advice: rules.AdviseOpen, Rule: form.Def.ID, Kind: rules.FormRule, Facts: e.listReasons(in, form)}
	if kept {
		res.Advice = rules.AdviseKeep
	}
	return res, true
}

// listReasons names the answers that make a form possible and those that raise what it
// secures.
func (e *Engine) listReasons(in *compiled.Profile, form *compiled.Form) []string {
	conditions := []*compiled.Condition{form.Own}
	for i := range form.Raises {
		if when := form.Raises[i].When; when.PlainTruth(in.Fact) == rules.True {
			conditions = append(conditions, when)
		}
	}
	return e.rules.ListGrounds(in, conditions...)
}

// fillStandards measures what is given openly.
func (e *Engine) fillStandards(r *Recommendation) {
	advice := map[string]rules.Advice{}
	for _, c := range r.Components {
		advice[c.Like] = c.Advice // of several that are alike, the narrowest
	}
	for _, s := range e.rules.Standards {
		if a, ok := advice[s.About]; !ok || a == rules.AdviseKeep {
			continue
		}
		res := StandardResult{ID: s.ID}
		for j := range s.Levels {
			for _, id := range s.Levels[j].Needs {
				if advice[id] != rules.AdviseOpen {
					res.Missing = append(res.Missing, id)
				}
			}
			if len(res.Missing) > 0 {
				break
			}
			res.Reached = s.Levels[j].ID
		}
		r.Standards = append(r.Standards, res)
	}
}
