package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
)

// buildRobustness gives the words of the analysis. Without one there is what the
// verdict itself shows: that the prudence margin passed over a better option.
func buildRobustness(w *wording) *VerdictRobustness {
	if w.rec.Option == "" {
		return nil
	}
	s := &VerdictRobustness{TellApart: []string{}}
	if full := w.rec.Sensitivity; full != nil {
		x := &full.Robustness
		return &VerdictRobustness{
			Stance: &x.Stance, Option: &x.Option, Form: &x.Form, Rival: nilIfEmpty(x.Rival),
			OverWeightings: &x.OverWeightings, OverJudgements: &x.OverJudgements,
			StanceRival: nilIfEmpty(x.StanceRival), OptionRival: nilIfEmpty(x.OptionRival), FormRival: nilIfEmpty(x.FormRival),
			TellApart: copyList(x.TellApart),
		}
	}
	if w.rec.TooClose == "" {
		return s
	}
	word := engine.Close
	s.Option, s.OptionRival = &word, &w.rec.TooClose
	if w.pack.Option(w.rec.TooClose).Stance != w.rec.Stance {
		s.Stance, s.StanceRival = &word, &w.rec.TooClose
	}
	return s
}

func buildPriority(w *wording, p *engine.PriorityResult) Priority {
	out := Priority{ID: p.ID, Weight: p.Weight, Range: p.Range, Share: p.Share, Pull: p.Pull, Effect: p.Effect, FlipWeights: []FlipWeight{}}
	if s := findPrioritySensitivity(w, p.ID); s != nil {
		out.EffectiveShare, out.CanMatter, out.FlipWeights = &s.EffectiveShare, &s.CanMatter, mapList(s.Flips, buildFlipWeight)
	}
	return out
}

// findPrioritySensitivity finds what the weight of a priority can do, nil if it is not known.
func findPrioritySensitivity(w *wording, priority string) *engine.PrioritySensitivity {
	if w.rec.Sensitivity == nil {
		return nil
	}
	list := w.rec.Sensitivity.Priorities
	i := slices.IndexFunc(list, func(p engine.PrioritySensitivity) bool { return p.ID == priority })
	if i < 0 {
		return nil
	}
	return &list[i]
}

func buildShares(w *wording) *Shares {
	if w.rec.Sensitivity == nil || w.rec.Option == "" {
		return nil
	}
	s := &w.rec.Sensitivity.Shares
	return &Shares{Against: nilIfEmpty(s.Against), SetShares: buildSetShares(&s.Sets), Poles: buildSetShares(&s.Poles)}
}

func buildSetShares(s *engine.Sets) SetShares {
	return SetShares{nilIfNaN(float64(s.Stated)), nilIfNaN(float64(s.StatedError)), nilIfNaN(float64(s.RankingKept)), nilIfNaN(float64(s.AnyWeights))}
}

func buildQuestions(w *wording) []NextQuestion {
	if w.rec.Sensitivity == nil {
		return []NextQuestion{}
	}
	return mapList(w.rec.Sensitivity.Questions, func(q *engine.FactQuestion) NextQuestion {
		return NextQuestion{Fact: q.Fact, CouldChangeTo: copyList(q.CouldChangeTo), NarrowsBy: q.NarrowsBy, Confirm: q.Confirm}
	})
}

// buildCentralWeights gives what one would have to want for the runner-up; [] if nothing
// would do.
func buildCentralWeights(w *wording) []WeightingShare {
	if w.rec.Sensitivity == nil {
		return []WeightingShare{}
	}
	return mapList(w.rec.Sensitivity.Central, func(x *engine.WeightingShare) WeightingShare { return WeightingShare(*x) })
}
