package engine

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// compiledComponent is a component with its advice; choices are those that name it.
type compiledComponent struct {
	def            *rules.Component
	applies        adviceCondition
	advice         []adviceCondition // as def.Advice
	licenceChoices []int             // indexes of Engine.choices
}

type compiledLicenceChoice struct {
	adviceCondition
	def   *rules.LicenceChoice
	gives rules.Advice // what its licences give
}

type compiledStep struct {
	adviceCondition
	def *rules.Step
}

// adviceCondition is the condition of something that follows a verdict.
type adviceCondition struct{ when compiledCondition }

// compileAdvice compiles a condition; none always holds.
func (e *Engine) compileAdvice(when *rules.Condition) adviceCondition {
	if when == nil {
		return adviceCondition{compiledCondition{op: rules.All}}
	}
	return adviceCondition{e.compileNode(when)}
}

// listGrounds names the facts whose answers make the conditions hold, by id.
func (e *Engine) listGrounds(in *indexedProfile, conditions ...*compiledCondition) []string {
	var found []int
	for _, c := range conditions {
		found = c.appendGrounds(in.fact, found)
	}
	slices.Sort(found)
	var ids []string
	for _, i := range slices.Compact(found) {
		ids = append(ids, e.facts[i].def.ID)
	}
	return ids
}

func (a *adviceCondition) holdsFor(in *indexedProfile) bool {
	return a.when.plainTruth(in.fact) == rules.True
}

func (e *Engine) addAdvice() {
	gives := map[string]rules.Advice{}
	for i := range e.pack.Licences {
		gives[e.pack.Licences[i].ID] = e.pack.Licences[i].Gives
	}
	for i := range e.pack.Choices {
		x := &e.pack.Choices[i]
		e.licenceChoices = append(e.licenceChoices, compiledLicenceChoice{e.compileAdvice(x.When), x, gives[x.Licences[0]]})
	}
	slices.SortFunc(e.licenceChoices, func(a, b compiledLicenceChoice) int { return cmp.Compare(a.def.Order, b.def.Order) })
	for i := range e.pack.Steps {
		e.nextSteps = append(e.nextSteps, compiledStep{e.compileAdvice(e.pack.Steps[i].When), &e.pack.Steps[i]})
	}
	slices.SortFunc(e.nextSteps, func(a, b compiledStep) int { return cmp.Compare(a.def.Order, b.def.Order) })
	for i := range e.pack.Standards {
		e.standards = append(e.standards, &e.pack.Standards[i])
	}
	slices.SortFunc(e.standards, func(a, b *rules.Standard) int { return strings.Compare(a.ID, b.ID) })
	for i := range e.pack.Components {
		e.components = append(e.components, e.compileComponent(&e.pack.Components[i]))
	}
	slices.SortFunc(e.components, func(a, b compiledComponent) int { return strings.Compare(a.def.ID, b.def.ID) })
}

func (e *Engine) compileComponent(c *rules.Component) compiledComponent {
	p := compiledComponent{def: c, applies: e.compileAdvice(c.Applies)}
	for i := range c.Advice {
		p.advice = append(p.advice, e.compileAdvice(c.Advice[i].When))
	}
	for i := range e.licenceChoices {
		if slices.Contains(e.licenceChoices[i].def.Parts, c.ID) {
			p.licenceChoices = append(p.licenceChoices, i)
		}
	}
	return p
}

// matchesScope reports whether advice is for what is recommended.
func (r *Recommendation) matchesScope(list []string) bool {
	return len(list) == 0 || slices.Contains(list, string(r.Stance)) ||
		r.Split != "" && slices.Contains(list, r.Split) ||
		r.Split == "" && r.Option != "" && slices.Contains(list, r.Option)
}

// fillAdvice says what follows the verdict: parts, licences, standards, steps.
// Advice changes no verdict, so it reads the verdict and never the weights.
func (e *Engine) fillAdvice(r *Recommendation, in *indexedProfile) {
	if r.Stance == NoBasis {
		return
	}
	if r.Stance != None {
		e.fillComponents(r, in)
		e.fillLicences(r, in)
		e.fillStandards(r)
	}
	for i := range e.nextSteps {
		if s := &e.nextSteps[i]; r.matchesScope(s.def.For) && s.holdsFor(in) {
			r.NextSteps = append(r.NextSteps, NextStep{ID: s.def.ID, Facts: e.listGrounds(in, &s.when)})
		}
	}
}

var adviceOrder = []rules.Advice{rules.AdviseOpen, rules.AdviseRestrict, rules.AdviseKeep}

func (e *Engine) fillComponents(r *Recommendation, in *indexedProfile) {
	split := e.findSplit(r.Verdict)
	for i := range e.components {
		p := &e.components[i]
		if there := p.applies.when.plainTruth(in.fact); there == rules.False || there == rules.Unknown && !isInSplit(split, p.def.ID) {
			continue
		}
		res, ok := e.adviseOnComponent(p, r, split, in)
		if duty := e.findDutyOn(r, p.def.ID); duty != nil && ok && res.Advice == rules.AdviseOpen {
			res = ComponentResult{ID: p.def.ID, Advice: rules.AdviseKeep, Rule: duty.ID, Kind: rules.VetoRule, Facts: slices.Clone(duty.Facts)}
		}
		if ok {
			r.Components = append(r.Components, res)
		}
	}
	slices.SortStableFunc(r.Components, func(a, b ComponentResult) int {
		return cmp.Compare(slices.Index(adviceOrder, a.Advice), slices.Index(adviceOrder, b.Advice))
	})
}

// findSplit finds the split of a verdict, nil if there is none.
func (e *Engine) findSplit(v Verdict) *compiledSplit {
	if v.Split == "" {
		return nil
	}
	splits := e.options[e.optionIndex[v.Option]].splits
	return &splits[slices.IndexFunc(splits, func(s compiledSplit) bool { return s.def.ID == v.Split })]
}

func isInSplit(s *compiledSplit, part string) bool {
	return s != nil && (slices.Contains(s.def.Gives, part) || slices.Contains(s.def.Keeps, part))
}

// findDutyOn finds a certain duty to remove, replace or keep back the part.
func (e *Engine) findDutyOn(r *Recommendation, part string) *VetoResult {
	for i := range r.Duties {
		if r.Duties[i].Certain && e.pack.Veto(r.Duties[i].ID).Component == part {
			return &r.Duties[i]
		}
	}
	return nil
}

// adviseOnComponent finds the advice on one part: the split goes before, then the first
// advice that is meant and holds. ok is false if there is none.
func (e *Engine) adviseOnComponent(p *compiledComponent, r *Recommendation, split *compiledSplit, in *indexedProfile) (res ComponentResult, ok bool) {
	given := split != nil && slices.Contains(split.def.Gives, p.def.ID)
	kept := split != nil && slices.Contains(split.def.Keeps, p.def.ID)
	for i := range p.def.Advice {
		a := &p.def.Advice[i]
		if !r.matchesScope(a.For) || given && a.Advise == rules.AdviseKeep || kept && a.Advise != rules.AdviseKeep || !p.advice[i].holdsFor(in) {
			continue
		}
		return ComponentResult{ID: p.def.ID, Advice: a.Advise, Rule: a.ID, Kind: rules.AdviceRule, Facts: e.listGrounds(in, &p.advice[i].when)}, true
	}
	if !given && !kept {
		return res, false
	}
	res = ComponentResult{ID: p.def.ID, Advice: rules.AdviseOpen, Rule: split.def.ID, Kind: rules.SplitRule, Facts: e.listGrounds(in, split.precondition, split.trigger)}
	if kept {
		res.Advice = rules.AdviseKeep
	}
	return res, true
}

// fillLicences names the terms that fit each part, the best first, and lists
// the choices with the parts that they are about.
func (e *Engine) fillLicences(r *Recommendation, in *indexedProfile) {
	parts := make([][]string, len(e.licenceChoices))
	for i := range r.Components {
		c := &r.Components[i]
		at, _ := slices.BinarySearchFunc(e.components, c.ID, func(p compiledComponent, id string) int { return strings.Compare(p.def.ID, id) })
		for _, j := range e.components[at].licenceChoices {
			x := &e.licenceChoices[j]
			if x.gives != c.Advice || !r.matchesScope(x.def.For) || !x.holdsFor(in) {
				continue
			}
			parts[j] = append(parts[j], c.ID)
			for _, id := range x.def.Licences {
				if !slices.Contains(c.Terms, id) {
					c.Terms = append(c.Terms, id)
				}
			}
			if x.def.Binding {
				break
			}
		}
	}
	for j, of := range parts {
		if len(of) > 0 {
			r.Licences = append(r.Licences, LicenceResult{ID: e.licenceChoices[j].def.ID, Licences: slices.Clone(e.licenceChoices[j].def.Licences), Parts: of, Facts: e.listGrounds(in, &e.licenceChoices[j].when)})
		}
	}
}

// fillStandards measures what is given openly.
func (e *Engine) fillStandards(r *Recommendation) {
	advice := map[string]rules.Advice{}
	for _, c := range r.Components {
		advice[c.ID] = c.Advice
	}
	for _, s := range e.standards {
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
