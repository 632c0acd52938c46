package engine

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// licenceAdviser names the terms for all parts of one result.
type licenceAdviser struct {
	engine *Engine
	r      *Recommendation
	partLaw
	named  []LicenceResult // by choice
	struck map[string]*ClashResult
}

// fillLicences finds for each part one choice of terms and its alternatives, without
// those that clash with inherited ones, and lists the choices with their parts.
func (e *Engine) fillLicences(r *Recommendation, in *compiled.Profile, own []ownPart) {
	a := licenceAdviser{engine: e, r: r, named: make([]LicenceResult, len(e.rules.LicenceChoices)), struck: map[string]*ClashResult{}}
	whole := e.readPartLaw(in)
	for i := range r.Components {
		c := &r.Components[i]
		a.partLaw = whole
		if j := slices.IndexFunc(own, func(p ownPart) bool { return c.Own && p.ID == c.ID }); j >= 0 {
			a.partLaw = e.readPartLaw(own[j].in)
		}
		a.chooseTerms(c)
	}
	for j := range a.named {
		if x := &a.named[j]; len(x.Parts) > 0 {
			x.ID = e.rules.LicenceChoices[j].Def.ID
			r.Licences = append(r.Licences, *x)
		}
	}
	for i := range e.rules.Compatible {
		if clash := a.struck[e.rules.Compatible[i].Def.ID]; clash != nil {
			r.Clashes = append(r.Clashes, *clash)
		}
	}
}

// partLaw is what the terms of a part rest on: the answers that count for it, and
// what inherited terms leave to it.
type partLaw struct {
	in    *compiled.Profile
	holds []*compiled.Compatibility
}

func (e *Engine) readPartLaw(in *compiled.Profile) partLaw {
	out := partLaw{in: in}
	for i := range e.rules.Compatible {
		if c := &e.rules.Compatible[i]; c.HoldsFor(in.Fact) {
			out.holds = append(out.holds, c)
		}
	}
	return out
}

// chooseTerms names the terms for one part, the best first.
func (a *licenceAdviser) chooseTerms(c *ComponentResult) {
	part, clashed, gives := a.engine.findComponent(c.Like), false, c.Advice
	if c.Kind == rules.AdviceRule {
		gives = part.Def.AdviceByID(c.Rule).TermsGive()
	}
	for _, j := range part.LicenceChoices {
		x := &a.engine.rules.LicenceChoices[j]
		if x.Gives != gives || !a.engine.matchesScope(a.r, x.Def.For) || !x.HoldsFor(a.in.Fact) {
			continue
		}
		fit := x.Def.Licences
		if c.Advice != rules.AdviseKeep {
			fit = a.keepCompatible(fit, c)
		}
		clashed = clashed || len(fit) < len(x.Def.Licences)
		if len(fit) > 0 {
			a.addTerms(c, j, fit)
		}
		if x.Def.Binding {
			break
		}
	}
	c.NothingFits = clashed && len(c.TermsFor) == 0
}

// addTerms adds the licences of a choice: as the choice if nothing better covers the
// same, else as alternatives.
func (a *licenceAdviser) addTerms(c *ComponentResult, choice int, licences []string) {
	x, named := &a.engine.rules.LicenceChoices[choice], &a.named[choice]
	covered := slices.ContainsFunc(c.TermsFor, func(t PartTerms) bool { return t.For == x.For })
	if covered && !slices.ContainsFunc(licences, func(id string) bool { return !slices.Contains(c.Terms, id) }) {
		return // told already, with a better reason
	}
	if len(named.Parts) == 0 {
		named.Facts = a.engine.rules.ListGrounds(a.in, &x.When)
	}
	named.Parts = append(named.Parts, c.ID)
	others := licences
	if !covered {
		named.ChosenFor = append(named.ChosenFor, c.ID)
		c.TermsFor = append(c.TermsFor, PartTerms{For: x.For, AnyOf: slices.Clone(licences), Rule: x.Def.ID})
		c.Choice = appendNew(c.Choice, licences[0])
		others = licences[1:]
	}
	for _, id := range others {
		if !slices.Contains(c.Choice, id) {
			c.Alternatives = appendNew(c.Alternatives, id)
		}
	}
	for _, id := range licences {
		c.Terms, named.Licences = appendNew(c.Terms, id), appendNew(named.Licences, id)
	}
}

// keepCompatible keeps the licences that fit what was inherited, and notes what else
// was named for the part.
func (a *licenceAdviser) keepCompatible(licences []string, part *ComponentResult) []string {
	return slices.DeleteFunc(slices.Clone(licences), func(id string) bool {
		clashes := false
		for _, c := range a.holds {
			if slices.Contains(c.Def.Parts, part.Like) && !c.Def.Allows(id) {
				a.noteClash(c, id, part.ID)
				clashes = true
			}
		}
		return clashes
	})
}

func (a *licenceAdviser) noteClash(c *compiled.Compatibility, licence, part string) {
	clash := a.struck[c.Def.ID]
	if clash == nil {
		clash = &ClashResult{ID: c.Def.ID, Facts: a.engine.rules.ListGrounds(a.in, &c.When)}
		a.struck[c.Def.ID] = clash
	}
	clash.Licences, clash.Parts = appendNew(clash.Licences, licence), appendNew(clash.Parts, part)
}

// appendNew adds what a list does not have yet.
func appendNew(list []string, id string) []string {
	if slices.Contains(list, id) {
		return list
	}
	return append(list, id)
}
