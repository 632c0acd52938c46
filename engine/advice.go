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

// fillCounsel lists the counsel that is meant for the verdict.
func (e *Engine) fillCounsel(r *Recommendation, in *compiled.Profile) {
	for i := range e.rules.Counsel {
		if c := &e.rules.Counsel[i]; e.isMeantFor(r, c.Def.For, c.Def.NotFor) && c.HoldsFor(in.Fact) {
			r.Counsel = append(r.Counsel, CounselResult{c.Def.ID, c.Def.Topic, e.rules.ListGrounds(in, &c.When)})
		}
	}
}
