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
		form := law.formOf[e.rules.OptionIndex[r.Option]]
		e.fillComponents(r, in, law)
		e.fillDuties(r, law, form)
		e.fillLicences(r, in)
		e.fillStandards(r)
	}
	e.fillPlan(r, in, law)
}

func (e *Engine) fillComponents(r *Recommendation, in *compiled.Profile, law *lawReader) {
	split := e.findSplit(r.Verdict)
	for i := range e.rules.Components {
		p := &e.rules.Components[i]
		if there := p.Applies.When.PlainTruth(in.Fact); there == rules.False || there == rules.Unknown && !isInSplit(split, p.Def.ID) {
			continue
		}
		res, ok := e.adviseOnComponent(p, r, split, in)
		if ok {
			e.lowerUnderBars(r, &res, p.Def, law)
			r.Components = append(r.Components, res)
		}
	}
	slices.SortStableFunc(r.Components, func(a, b ComponentResult) int {
		return cmp.Compare(slices.Index(adviceOrder, a.Advice), slices.Index(adviceOrder, b.Advice))
	})
}

// findSplit finds the split of a verdict, nil if there is none.
func (e *Engine) findSplit(v Verdict) *compiled.Split {
	if v.Split == "" {
		return nil
	}
	splits := e.rules.Options[e.rules.OptionIndex[v.Option]].Splits
	return &splits[slices.IndexFunc(splits, func(s compiled.Split) bool { return s.Def.ID == v.Split })]
}

func isInSplit(s *compiled.Split, part string) bool {
	return s != nil && (slices.Contains(s.Def.Gives, part) || slices.Contains(s.Def.Keeps, part))
}

// adviseOnComponent finds the advice on one part: the split goes before, then the first
// advice that is meant and holds. ok is false if there is none.
func (e *Engine) adviseOnComponent(p *compiled.Component, r *Recommendation, split *compiled.Split, in *compiled.Profile) (res ComponentResult, ok bool) {
	given := split != nil && slices.Contains(split.Def.Gives, p.Def.ID)
	kept := split != nil && slices.Contains(split.Def.Keeps, p.Def.ID)
	for i := range p.Def.Advice {
		a := &p.Def.Advice[i]
		if !r.matchesScope(a.For) || given && a.Advise == rules.AdviseKeep || kept && a.Advise != rules.AdviseKeep || !p.Advice[i].HoldsFor(in.Fact) {
			continue
		}
		return ComponentResult{ID: p.Def.ID, Advice: a.Advise, Rule: a.ID, Kind: rules.AdviceRule, Facts: e.rules.ListGrounds(in, &p.Advice[i].When)}, true
	}
	if !given && !kept {
		return res, false
	}
	res = ComponentResult{ID: p.Def.ID, Advice: rules.AdviseOpen, Rule: split.Def.ID, Kind: rules.SplitRule, Facts: e.rules.ListGrounds(in, split.Precondition, split.Trigger)}
	if kept {
		res.Advice = rules.AdviseKeep
	}
	return res, true
}

// fillStandards measures what is given openly.
func (e *Engine) fillStandards(r *Recommendation) {
	advice := map[string]rules.Advice{}
	for _, c := range r.Components {
		advice[c.ID] = c.Advice
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
