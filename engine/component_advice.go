package engine

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

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
