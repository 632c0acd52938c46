package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// composePlanSection is the part about the way from today to what is advised.
func composePlanSection(w *wording) []page.Block {
	var out []page.Block
	for _, phase := range rules.Phases() {
		var lines []string
		for i := range w.rec.Plan {
			if s := &w.rec.Plan[i]; s.Phase == phase {
				lines = append(lines, tellPlanStep(w, s))
			}
		}
		if len(lines) > 0 {
			out = append(append(out, page.MakeBlock(page.Topic, w.namePhase(phase))), page.MakeBlocks(page.Item, page.MakeEntries(lines...))...)
		}
	}
	if len(out) > 0 {
		out = append([]page.Block{page.MakeBlock(page.Paragraph, w.PlanRoles())}, out...)
	}
	return page.MakeSection(w.SectionPlan(), out)
}

// tellPlanStep says who does what, with what stands behind it.
func tellPlanStep(w *wording, s *engine.PlanStep) string {
	text, sources := describePlanStep(w, s)
	by := listAdviceGrounds(w, s.ID, s.Facts, sources)
	if s.Kind == rules.StepRule && len(s.Bars) > 0 {
		by = append(by, w.StepLifts(w.joinIDs(s.Bars)))
	}
	return w.PlanStep(w.nameRole(s.By), w.formatSentence(sentence{text, by}))
}

// describePlanStep gives the words and the sources of a step, or of the bar that it
// lifts.
func describePlanStep(w *wording, s *engine.PlanStep) (text string, sources []string) {
	if s.Kind == rules.BarRule {
		bar := w.pack.Bar(s.ID)
		return bar.Lift.In(w.Lang), bar.Source
	}
	step := w.pack.Step(s.ID)
	return step.Text.In(w.Lang), step.Source
}

func (w *wording) namePhase(p rules.Phase) string {
	switch p {
	case rules.AtRelease:
		return w.PhaseRelease()
	case rules.AfterRelease:
		return w.PhaseAfter()
	}
	return w.PhaseBefore()
}

func (w *wording) nameRole(r rules.Role) string {
	switch r {
	case rules.LegalRole:
		return w.RoleLegal()
	case rules.SecurityRole:
		return w.RoleSecurity()
	case rules.MaintainersRole:
		return w.RoleMaintainers()
	}
	return w.RoleProduct()
}

// listOwnStepsFirst lists the steps of the plan: those that the answers call for, then
// those that every such release takes. Both stand in the order in which they are gone.
func listOwnStepsFirst(w *wording) []*engine.PlanStep {
	var own, usual []*engine.PlanStep
	for i := range w.rec.Plan {
		if s := &w.rec.Plan[i]; s.Kind == rules.BarRule || len(s.Facts) > 0 {
			own = append(own, s)
		} else {
			usual = append(usual, s)
		}
	}
	return append(own, usual...)
}
