package report

import (
	"github.com/ajar-decision/ajar/engine"
)

func buildDocument(w *wording) *Result {
	r := w.rec
	d := &Result{
		Schema: ResultSchema, Lang: w.Lang, Ajar: nilIfEmpty(w.version), Rules: buildRules(w), Profile: buildProfile(w),
		Stance: r.Stance, Option: nilIfEmpty(r.Option), Split: buildSplit(w), Robustness: buildRobustness(w),
		Summary: w.Sentences(summariseVerdict(w)), Score: buildInterval(r.Score),
		NotStated: copyList(r.NotStated), Unknown: copyList(r.Unknown),
		Questions: buildQuestions(w), Flips: buildFlips(w), Shares: buildShares(w),
		Answers: buildAnswers(w), Components: mapWith(w, r.Components, buildComponentAdvice), Licences: buildLicences(w),
		Standards: mapWith(w, r.Standards, buildStandard), NextSteps: mapWith(w, r.NextSteps, buildNextStep), Warnings: buildWarnings(w),
	}
	if r.RunnerUp.Option != "" {
		d.RunnerUp = &RunnerUp{r.RunnerUp.Option, r.RunnerUp.Gap, buildCentralWeights(w)}
	}
	d.Options = mapWith(w, r.Options, buildOption)
	d.Dimensions = mapWith(w, r.Dimensions, buildDimension)
	d.Priorities = mapWith(w, r.Priorities, buildPriority)
	d.Inactive = mapWith(w, r.Inactive, buildInactive)
	d.Duties = mapList(r.Duties, func(v *engine.VetoResult) Duty {
		return Duty{Blocker: buildBlocker(w, v), Component: nilIfEmpty(w.pack.Veto(v.ID).Component), Duty: w.pack.Veto(v.ID).Duty.In(w.Lang)}
	})
	return d
}

func buildRules(w *wording) Rules {
	p := w.pack
	return Rules{Name: p.Name, Version: p.Version, Digest: p.Digest, Beta: p.Constants.Beta.Value, SituationShare: w.rec.SituationShare}
}

func buildProfile(w *wording) Profile {
	p := &w.rec.Profile
	return Profile{Name: p.Name, Digest: p.Digest(), Layers: copyList(p.Layers)}
}

func buildSplit(w *wording) *Split {
	s := w.findSplit()
	if s == nil {
		return nil
	}
	return &Split{Pattern: s.ID, Gives: copyList(keepPresentComponents(w, s.Gives)), Keeps: copyList(keepPresentComponents(w, s.Keeps)), Text: s.Text.In(w.Lang)}
}
