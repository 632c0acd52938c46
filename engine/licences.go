package engine

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// licenceAdviser names the terms for all parts of one result.
type licenceAdviser struct {
	*Engine
	r      *Recommendation
	in     *compiled.Profile
	holds  []*compiled.Compatibility // what inherited terms leave to the parts
	named  []LicenceResult           // by choice
	struck map[string]*ClashResult
}

// fillLicences finds for each part one choice of terms and its alternatives, without
// those that clash with inherited ones, and lists the choices with their parts.
func (e *Engine) fillLicences(r *Recommendation, in *compiled.Profile) {
	a := licenceAdviser{Engine: e, r: r, in: in, named: make([]LicenceResult, len(e.rules.LicenceChoices)), struck: map[string]*ClashResult{}}
	for i := range e.rules.Compatible {
		if c := &e.rules.Compatible[i]; c.HoldsFor(in.Fact) {
			a.holds = append(a.holds, c)
		}
	}
	for i := range r.Components {
		a.chooseTerms(&r.Components[i])
	}
	for j := range a.named {
		if x := &a.named[j]; len(x.Parts) > 0 {
			x.ID, x.Facts = e.rules.LicenceChoices[j].Def.ID, e.rules.ListGrounds(in, &e.rules.LicenceChoices[j].When)
			r.Licences = append(r.Licences, *x)
		}
	}
	for _, c := range a.holds {
		if clash := a.struck[c.Def.ID]; clash != nil {
			r.Clashes = append(r.Clashes, *clash)
		}
	}
}

// chooseTerms names the terms for one part, the best first.
func (a *licenceAdviser) chooseTerms(c *ComponentResult) {
	at, _ := slices.BinarySearchFunc(a.rules.Components, c.ID, func(p compiled.Component, id string) int { return strings.Compare(p.Def.ID, id) })
	clashed := false
	for _, j := range a.rules.Components[at].LicenceChoices {
		x := &a.rules.LicenceChoices[j]
		if x.Gives != c.Advice || !a.matchesScope(a.r, x.Def.For) || !x.HoldsFor(a.in.Fact) {
			continue
		}
		fit := x.Def.Licences
		if c.Advice != rules.AdviseKeep {
			fit = a.keepCompatible(fit, c.ID)
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
	x, named := &a.rules.LicenceChoices[choice], &a.named[choice]
	named.Parts = append(named.Parts, c.ID)
	others := licences
	if !slices.ContainsFunc(c.TermsFor, func(t PartTerms) bool { return t.For == x.For }) {
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
func (a *licenceAdviser) keepCompatible(licences []string, part string) []string {
	return slices.DeleteFunc(slices.Clone(licences), func(id string) bool {
		clashes := false
		for _, c := range a.holds {
			if slices.Contains(c.Def.Parts, part) && !c.Def.Allows(id) {
				a.noteClash(c, id, part)
				clashes = true
			}
		}
		return clashes
	})
}

func (a *licenceAdviser) noteClash(c *compiled.Compatibility, licence, part string) {
	clash := a.struck[c.Def.ID]
	if clash == nil {
		clash = &ClashResult{ID: c.Def.ID, Facts: a.rules.ListGrounds(a.in, &c.When)}
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
