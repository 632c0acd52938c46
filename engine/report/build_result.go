package report

import (
	"maps"

	"github.com/ajar-decision/ajar/engine"
)

func buildDocument(w *wording) *Result {
	r := w.rec
	d := &Result{
		Schema: ResultSchema, Lang: w.Lang, Ajar: nilIfEmpty(w.version), Rules: buildRules(w), Profile: buildProfile(w),
		Stance: r.Stance, Option: nilIfEmpty(r.Option), Split: buildSplit(w), Robustness: buildRobustness(w), Record: findRecord(w),
		Summary: w.Sentences(summariseVerdict(w)), Card: buildCard(w), Score: buildInterval(r.Score),
		NotStated: copyList(r.NotStated), Unknown: copyList(r.Unknown),
		Questions: buildQuestions(w), Flips: buildFlips(w), Shares: buildShares(w),
		Answers: buildAnswers(w), Components: mapWith(w, r.Components, buildComponentAdvice), Licences: buildLicences(w),
		Parts: mapWith(w, r.Components, buildPart), Clashes: mapWith(w, r.Clashes, buildClash),
		Standards: mapWith(w, r.Standards, buildStandard), Plan: mapWith(w, r.Plan, buildPlanStep), NextSteps: buildNextSteps(w), Counsel: mapWith(w, r.Counsel, buildCounsel), Warnings: buildWarnings(w),
	}
	if r.RunnerUp.Option != "" {
		d.RunnerUp = &RunnerUp{r.RunnerUp.Option, r.RunnerUp.Form, r.RunnerUp.Gap, buildCentralWeights(w)}
	}
	d.Options = mapWith(w, r.Options, buildOption)
	d.Dimensions = mapWith(w, r.Dimensions, buildDimension)
	d.Priorities = mapWith(w, r.Priorities, buildPriority)
	d.Inactive = mapWith(w, r.Inactive, buildInactive)
	d.Form, d.Ready = nilIfEmpty(r.Form), r.Ready
	d.Today = buildToday(w)
	d.Conditions = mapWith(w, r.Conditions, buildCondition)
	d.Cautions = mapWith(w, r.Cautions, buildCondition)
	if r.DecidedBy.Kind != "" {
		d.DecidedBy = &DecidedBy{r.DecidedBy.Kind, nilIfEmpty(r.DecidedBy.ID)}
	}
	d.Duties = mapWith(w, r.Duties, buildDuty)
	return d
}

func buildToday(w *wording) Today {
	t := &w.rec.Today
	return Today{t.Stance, nilIfEmpty(t.Option), nilIfEmpty(t.Form)}
}

func buildRules(w *wording) Rules {
	p := w.pack
	return Rules{Name: p.Name, Version: p.Version, Digest: p.Digest, Beta: p.Constants.Beta.Value, SituationShare: w.rec.SituationShare}
}

func buildProfile(w *wording) Profile {
	p := &w.rec.Profile
	out := Profile{Name: p.Name, Digest: p.Digest(), Layers: copyList(p.Layers), Parts: mapList(p.Parts, buildOwnPart)}
	if w.leftOut != nil {
		left := *w.leftOut
		out.LeftOut = &left
	}
	return out
}

func buildOwnPart(p *engine.Part) OwnPart {
	facts := map[string]engine.Answer{} // not nil: an object is never null
	maps.Copy(facts, p.Facts)
	return OwnPart{p.ID, p.Like, nilIfEmpty(p.Title), facts, nilIfEmpty(p.Note)}
}

func buildSplit(w *wording) *Split {
	if w.rec.Split == "" {
		return nil
	}
	s := w.findForm()
	return &Split{Pattern: s.ID, Gives: copyList(keepPresentComponents(w, s.Gives)), Keeps: copyList(keepPresentComponents(w, s.Keeps)), Text: s.Text.In(w.Lang)}
}
