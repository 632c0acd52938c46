package report

import (
	"github.com/ajar-decision/ajar/engine"
)

func buildSensitivityDocument(w *wording) *SensitivityResult {
	s, full := w.rec.Sensitivity, buildDocument(w)
	d := &SensitivityResult{
		Schema: SensitivitySchema, Lang: w.Lang, Ajar: full.Ajar, Rules: full.Rules, Profile: full.Profile,
		Stance: full.Stance, Option: full.Option, Robustness: full.Robustness, Record: full.Record, RunnerUp: full.RunnerUp,
		Flips: full.Flips, Shares: full.Shares, Questions: full.Questions, Warnings: buildContradictions(w),
	}
	d.Acceptability = mapList(s.AnyWeights, func(a *engine.Acceptability) OptionAcceptability {
		out := OptionAcceptability{Option: a.Option, AnyWeights: &a.Share, AnyWeightsSE: &a.Error}
		if near := findAcceptability(s.Acceptability, a.Option); near != nil {
			out.Stated, out.StatedSE = &near.Share, &near.Error
			out.WithoutMargin, out.OverJudgements = nilIfNaN(float64(near.WithoutMargin)), nilIfNaN(float64(near.OverJudgements))
		}
		return out
	})
	d.Numbers = mapWith(w, s.Numbers, buildNumberInfluence)
	d.Priorities = mapList(s.Priorities, func(p *engine.PrioritySensitivity) PrioritySensitivity {
		out := PrioritySensitivity{ID: p.ID, EffectiveShare: p.EffectiveShare, CanMatter: p.CanMatter, FlipWeights: mapList(p.Flips, buildFlipWeight)}
		if weight, stated := w.rec.Profile.StatedWeight(p.ID); stated {
			out.Weight, out.Range = &weight, findRange(&w.rec.Profile, p.ID)
		}
		return out
	})
	return d
}

func buildNumberInfluence(w *wording, x *engine.NumberInfluence) NumberInfluence {
	return NumberInfluence{
		ID: x.Number.String(), Kind: x.Number.Kind, Value: x.Value, Doubt: x.Doubt, Against: x.Against,
		Share: x.Share, TurnsAt: nilIfNaN(float64(x.TurnsAt)), Because: findNumber(w, x.Number).Because.In(w.Lang),
	}
}
