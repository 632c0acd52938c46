package engine

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// fillPlan lists what to do. What must come first stands first: the conditions of
// the release in their order, each by the steps about it.
func (e *Engine) fillPlan(r *Recommendation, in *compiled.Profile) {
	rest := e.listPlanSteps(r, in)
	for i := range r.Conditions {
		rest = e.planCondition(r, &r.Conditions[i], rest)
	}
	r.Plan = append(r.Plan, rest...)
	for i := range r.Plan {
		if s := &r.Plan[i]; s.Kind == rules.StepRule {
			r.NextSteps = append(r.NextSteps, NextStep{s.ID, slices.Clone(s.Facts)})
		}
	}
}

// listPlanSteps lists the steps that are meant and hold, by phase and order.
func (e *Engine) listPlanSteps(r *Recommendation, in *compiled.Profile) []PlanStep {
	var out []PlanStep
	for i := range e.rules.NextSteps {
		s := &e.rules.NextSteps[i]
		if !e.isMeantFor(r, s.Def.For, s.Def.NotFor) || !s.HoldsFor(in.Fact) {
			continue
		}
		done, ok := e.findActOfAdvice(r, s, in)
		if !ok {
			continue
		}
		out = append(out, PlanStep{
			ID: s.Def.ID, Kind: rules.StepRule, Phase: s.Def.PhaseOrDefault(), By: s.Def.RoleOrDefault(),
			Facts: e.rules.ListGrounds(in, append(done, &s.When)...), Bars: keepMet(r, s.Def.About),
		})
	}
	return out
}

// findActOfAdvice gives the conditions under which what is advised does what a step is
// about; ok is false if it does not.
func (e *Engine) findActOfAdvice(r *Recommendation, s *compiled.Step, in *compiled.Profile) (why []*compiled.Condition, ok bool) {
	if r.Stance == None {
		return nil, !s.AsksWhatIsDone()
	}
	return s.FindAct(&e.rules.Forms[e.rules.FormIndex[r.Form]], in.Fact)
}

// keepMet keeps the bars that some option meets.
func keepMet(r *Recommendation, bars []string) []string {
	var out []string
	for _, id := range bars {
		is := func(b BarResult) bool { return b.Limit == nil && b.ID == id }
		if slices.ContainsFunc(r.Options, func(o OptionResult) bool { return slices.ContainsFunc(o.BlockedBy, is) }) {
			out = append(out, id)
		}
	}
	return out
}

// planCondition puts what meets a condition next in the plan and gives the steps that
// are left. A step on the day of the release or after it comes too late for that.
func (e *Engine) planCondition(r *Recommendation, b *BarResult, steps []PlanStep) (rest []PlanStep) {
	meets := func(s PlanStep) bool {
		return s.Phase == rules.BeforeRelease && slices.Contains(s.Bars, b.ID)
	}
	if !slices.ContainsFunc(r.Plan, meets) && !slices.ContainsFunc(steps, meets) {
		r.Plan = append(r.Plan, PlanStep{ID: b.ID, Kind: rules.BarRule, Phase: rules.BeforeRelease, By: rules.LegalRole, Facts: slices.Clone(b.Grounds), Bars: []string{b.ID}})
		return steps
	}
	for _, s := range steps {
		if meets(s) {
			r.Plan = append(r.Plan, s)
			continue
		}
		rest = append(rest, s)
	}
	return rest
}
