package engine

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// part is a component with its advice; choices are those that name it.
type part struct {
	def     *rules.Component
	applies advice
	advice  []advice // as def.Advice
	choices []int    // indexes of Engine.choices
}

type choice struct {
	advice
	def   *rules.LicenceChoice
	gives rules.Advice // what its licences give
}

type step struct {
	advice
	def *rules.Step
}

// advice is the condition of something that follows a verdict.
type advice struct{ when cond }

// compileAdvice compiles a condition; none always holds.
func (e *Engine) compileAdvice(when *rules.Condition) advice {
	if when == nil {
		return advice{cond{op: rules.All}}
	}
	return advice{e.compileOne(when)}
}

// because names the facts whose answers make the conditions hold, by id.
func (e *Engine) because(in *input, conditions ...*cond) []string {
	var found []int
	for _, c := range conditions {
		found = c.grounds(in.fact, found)
	}
	slices.Sort(found)
	var ids []string
	for _, i := range slices.Compact(found) {
		ids = append(ids, e.facts[i].def.ID)
	}
	return ids
}

func (a *advice) holds(in *input) bool { return a.when.eval(in.fact) == rules.True }

func (e *Engine) addAdvice() {
	gives := map[string]rules.Advice{}
	for i := range e.pack.Licences {
		gives[e.pack.Licences[i].ID] = e.pack.Licences[i].Gives
	}
	for i := range e.pack.Choices {
		x := &e.pack.Choices[i]
		e.choices = append(e.choices, choice{e.compileAdvice(x.When), x, gives[x.Licences[0]]})
	}
	slices.SortFunc(e.choices, func(a, b choice) int { return cmp.Compare(a.def.Order, b.def.Order) })
	for i := range e.pack.Steps {
		e.steps = append(e.steps, step{e.compileAdvice(e.pack.Steps[i].When), &e.pack.Steps[i]})
	}
	slices.SortFunc(e.steps, func(a, b step) int { return cmp.Compare(a.def.Order, b.def.Order) })
	for i := range e.pack.Standards {
		e.standards = append(e.standards, &e.pack.Standards[i])
	}
	slices.SortFunc(e.standards, func(a, b *rules.Standard) int { return strings.Compare(a.ID, b.ID) })
	for i := range e.pack.Components {
		e.parts = append(e.parts, e.compilePart(&e.pack.Components[i]))
	}
	slices.SortFunc(e.parts, func(a, b part) int { return strings.Compare(a.def.ID, b.def.ID) })
}

func (e *Engine) compilePart(c *rules.Component) part {
	p := part{def: c, applies: e.compileAdvice(c.Applies)}
	for i := range c.Advice {
		p.advice = append(p.advice, e.compileAdvice(c.Advice[i].When))
	}
	for i := range e.choices {
		if slices.Contains(e.choices[i].def.Parts, c.ID) {
			p.choices = append(p.choices, i)
		}
	}
	return p
}

// meant reports whether advice is for what is recommended.
func (r *Recommendation) meant(list []string) bool {
	return len(list) == 0 || slices.Contains(list, string(r.Stance)) ||
		r.Split != nil && slices.Contains(list, r.Split.ID) ||
		r.Split == nil && r.Option != "" && slices.Contains(list, r.Option)
}

// fillAdvice says what follows the verdict: parts, licences, standards, steps.
// Advice changes no verdict, so it reads the verdict and never the weights.
func (e *Engine) fillAdvice(r *Recommendation, in *input) {
	if r.Stance == NoBasis {
		return
	}
	if r.Stance != None {
		e.fillComponents(r, in)
		e.fillLicences(r, in)
		e.fillStandards(r)
	}
	for i := range e.steps {
		if s := &e.steps[i]; r.meant(s.def.For) && s.holds(in) {
			r.NextSteps = append(r.NextSteps, NextStep{Rule: s.def, Facts: e.because(in, &s.when)})
		}
	}
}

var adviceOrder = []rules.Advice{rules.AdviseOpen, rules.AdviseRestrict, rules.AdviseKeep}

func (e *Engine) fillComponents(r *Recommendation, in *input) {
	for i := range e.parts {
		p := &e.parts[i]
		if there := p.applies.when.eval(in.fact); there == rules.False || there == rules.Unknown && !r.inSplit(p.def.ID) {
			continue
		}
		res, ok := e.advise(p, r, in)
		if duty := r.dutyOn(p.def.ID); duty != nil && ok && res.Advice == rules.AdviseOpen {
			res = ComponentResult{ID: p.def.ID, Advice: rules.AdviseKeep, Because: duty.Rule.Duty, Rule: duty.Rule.ID, Facts: duty.Facts, Source: duty.Rule.Source}
		}
		if ok {
			r.Components = append(r.Components, res)
		}
	}
	slices.SortStableFunc(r.Components, func(a, b ComponentResult) int {
		return cmp.Compare(slices.Index(adviceOrder, a.Advice), slices.Index(adviceOrder, b.Advice))
	})
}

func (r *Recommendation) inSplit(part string) bool {
	return r.Split != nil && (slices.Contains(r.Split.Gives, part) || slices.Contains(r.Split.Keeps, part))
}

// dutyOn finds a certain duty to remove, replace or keep back the part.
func (r *Recommendation) dutyOn(part string) *Veto {
	for i := range r.Duties {
		if r.Duties[i].Certain && r.Duties[i].Rule.Component == part {
			return &r.Duties[i]
		}
	}
	return nil
}

// advise finds the advice on one part: the split goes before, then the first
// advice that is meant and holds. ok is false if there is none.
func (e *Engine) advise(p *part, r *Recommendation, in *input) (res ComponentResult, ok bool) {
	given := r.Split != nil && slices.Contains(r.Split.Gives, p.def.ID)
	kept := r.Split != nil && slices.Contains(r.Split.Keeps, p.def.ID)
	for i := range p.def.Advice {
		a := &p.def.Advice[i]
		if !r.meant(a.For) || given && a.Advise == rules.AdviseKeep || kept && a.Advise != rules.AdviseKeep || !p.advice[i].holds(in) {
			continue
		}
		return ComponentResult{ID: p.def.ID, Advice: a.Advise, Because: a.Because, Rule: a.ID, Facts: e.because(in, &p.advice[i].when), Source: a.Source}, true
	}
	if !given && !kept {
		return res, false
	}
	res = ComponentResult{ID: p.def.ID, Advice: rules.AdviseOpen, Because: r.Split.Text, Rule: r.Split.ID, Source: r.Split.Source}
	if kept {
		res.Advice = rules.AdviseKeep
	}
	for _, s := range e.options[e.optionIndex[r.Option]].splits {
		if s.def == r.Split {
			res.Facts = e.because(in, s.precondition, s.trigger)
		}
	}
	return res, true
}

// fillLicences names the terms that fit each part, the best first, and lists
// the choices with the parts that they are about.
func (e *Engine) fillLicences(r *Recommendation, in *input) {
	parts := make([][]string, len(e.choices))
	for i := range r.Components {
		c := &r.Components[i]
		at, _ := slices.BinarySearchFunc(e.parts, c.ID, func(p part, id string) int { return strings.Compare(p.def.ID, id) })
		for _, j := range e.parts[at].choices {
			x := &e.choices[j]
			if x.gives != c.Advice || !r.meant(x.def.For) || !x.holds(in) {
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
			r.Licences = append(r.Licences, LicenceResult{Rule: e.choices[j].def, Parts: of, Facts: e.because(in, &e.choices[j].when)})
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
		res := StandardResult{Rule: s}
		for j := range s.Levels {
			for _, id := range s.Levels[j].Needs {
				if advice[id] != rules.AdviseOpen {
					res.Missing = append(res.Missing, id)
				}
			}
			if len(res.Missing) > 0 {
				break
			}
			res.Reached = &s.Levels[j]
		}
		r.Standards = append(r.Standards, res)
	}
}
