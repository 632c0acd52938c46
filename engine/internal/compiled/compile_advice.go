package compiled

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// compileAdvice compiles a condition; none always holds.
func (e *Rules) compileAdvice(when *rules.Condition) adviceCondition {
	if when == nil {
		return adviceCondition{Condition{op: rules.All}}
	}
	return adviceCondition{e.compileNode(when)}
}

func (e *Rules) addAdvice() {
	gives := map[string]rules.Advice{}
	for i := range e.Pack.Licences {
		gives[e.Pack.Licences[i].ID] = e.Pack.Licences[i].Gives
	}
	for i := range e.Pack.Choices {
		x := &e.Pack.Choices[i]
		e.LicenceChoices = append(e.LicenceChoices, LicenceChoice{e.compileAdvice(x.When), x, gives[x.Licences[0]], cmp.Or(x.Covers, rules.AllContent)})
	}
	slices.SortFunc(e.LicenceChoices, func(a, b LicenceChoice) int { return cmp.Compare(a.Def.Order, b.Def.Order) })
	for i := range e.Pack.Compatible {
		e.Compatible = append(e.Compatible, Compatibility{e.compileAdvice(e.Pack.Compatible[i].When), &e.Pack.Compatible[i]})
	}
	slices.SortFunc(e.Compatible, func(a, b Compatibility) int { return strings.Compare(a.Def.ID, b.Def.ID) })
	for i := range e.Pack.Steps {
		e.NextSteps = append(e.NextSteps, e.compileStep(&e.Pack.Steps[i]))
	}
	slices.SortFunc(e.NextSteps, func(a, b Step) int {
		return cmp.Or(cmp.Compare(placeOfPhase(a.Def), placeOfPhase(b.Def)), cmp.Compare(a.Def.Order, b.Def.Order))
	})
	for i := range e.Pack.Counsel {
		e.Counsel = append(e.Counsel, Counsel{e.compileAdvice(e.Pack.Counsel[i].When), &e.Pack.Counsel[i]})
	}
	for i := range e.Pack.Standards {
		e.Standards = append(e.Standards, &e.Pack.Standards[i])
	}
	slices.SortFunc(e.Standards, func(a, b *rules.Standard) int { return strings.Compare(a.ID, b.ID) })
	for i := range e.Pack.Components {
		e.Components = append(e.Components, e.compileComponent(&e.Pack.Components[i]))
	}
	slices.SortFunc(e.Components, func(a, b Component) int { return strings.Compare(a.Def.ID, b.Def.ID) })
}

func (e *Rules) compileStep(def *rules.Step) Step {
	s := Step{adviceCondition: e.compileAdvice(def.When), Def: def}
	if len(def.Acts) > 0 {
		s.acts = append(s.acts, stepActs{e.maskActs(def.Acts), nil})
	}
	for i := range def.ActsIf {
		s.acts = append(s.acts, stepActs{e.maskActs(def.ActsIf[i].Acts), e.compileCondition(def.ActsIf[i].When)})
	}
	return s
}

func placeOfPhase(s *rules.Step) int { return slices.Index(rules.Phases(), s.PhaseOrDefault()) }

func (e *Rules) compileComponent(c *rules.Component) Component {
	p := Component{Def: c, Applies: e.compileAdvice(c.Applies)}
	for i := range c.Advice {
		p.Advice = append(p.Advice, e.compileAdvice(c.Advice[i].When))
	}
	for i := range e.LicenceChoices {
		if slices.Contains(e.LicenceChoices[i].Def.Parts, c.ID) {
			p.LicenceChoices = append(p.LicenceChoices, i)
		}
	}
	return p
}
