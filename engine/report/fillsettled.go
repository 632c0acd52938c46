package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
)

// near gives the acceptability of the available options around the stated
// weights, nil if it is not known.
func (w *writer) near() []engine.Acceptability {
	if w.r.Sensitivity == nil {
		return nil
	}
	return w.r.Sensitivity.Acceptability
}

func acceptabilityOf(list []engine.Acceptability, option string) *engine.Acceptability {
	i := slices.IndexFunc(list, func(a engine.Acceptability) bool { return a.Option == option })
	if i < 0 {
		return nil
	}
	return &list[i]
}

// settled gives the words of the analysis. Without one there is what the
// verdict itself shows: that the prudence margin passed over a better option.
func (w *writer) settled() *Settled {
	if w.r.Option == "" {
		return nil
	}
	s := &Settled{TellApart: []string{}}
	if full := w.r.Sensitivity; full != nil {
		x := &full.Settled
		return &Settled{
			Stance: &x.Stance, Option: &x.Option, StanceRival: optional(x.StanceRival), OptionRival: optional(x.OptionRival),
			TellApart: some(x.TellApart),
		}
	}
	if w.r.TooClose == "" {
		return s
	}
	word := engine.Close
	s.Option, s.OptionRival = &word, &w.r.TooClose
	if engine.Stance(w.r.Pack.Option(w.r.TooClose).Stance) != w.r.Stance {
		s.Stance, s.StanceRival = &word, &w.r.TooClose
	}
	return s
}

func (w *writer) priorityResult(p *engine.PriorityResult) Priority {
	out := Priority{ID: p.ID, Weight: p.Weight, Share: p.Share, Pull: p.Pull, Effect: p.Effect, FlipWeights: []FlipWeight{}}
	if s := w.sensitivityOf(p.ID); s != nil {
		out.EffectiveShare, out.CanMatter, out.FlipWeights = &s.EffectiveShare, &s.CanMatter, mapped(s.Flips, flipWeight)
	}
	return out
}

// sensitivityOf finds what the weight of a priority can do, nil if it is not known.
func (w *writer) sensitivityOf(priority string) *engine.PrioritySensitivity {
	if w.r.Sensitivity == nil {
		return nil
	}
	list := w.r.Sensitivity.Priorities
	i := slices.IndexFunc(list, func(p engine.PrioritySensitivity) bool { return p.ID == priority })
	if i < 0 {
		return nil
	}
	return &list[i]
}

func flipWeight(f *engine.FlipWeight) FlipWeight {
	return FlipWeight{f.At, outcome(f.Option, f.Stance)}
}

// outcome names an option, or a result without one.
func outcome(option string, stance engine.Stance) string {
	if option == "" {
		return string(stance)
	}
	return option
}

func (w *writer) flips() Flips {
	out := Flips{Facts: []FactFlip{}, IfStated: []StatedFlip{}}
	s := w.r.Sensitivity
	if s == nil {
		return out
	}
	out.Final = &s.Final
	if w.r.Option != "" {
		out.StabilityRadius = number(s.StabilityRadius)
	}
	out.Facts = append(mapped(s.FlipFacts, factFlip), mapped(s.FlipPairs, factFlip)...)
	for i := range s.Priorities {
		if p := &s.Priorities[i]; !p.Stated {
			for j := range p.Flips {
				out.IfStated = append(out.IfStated, StatedFlip{p.ID, flipWeight(&p.Flips[j])})
			}
		}
	}
	return out
}

func factFlip(f *engine.FlipFact) FactFlip {
	out := FactFlip{Set: map[string]string{}, Option: optional(f.Option), Stance: f.Stance}
	for _, s := range f.Set {
		out.Set[s.Fact] = s.Answer.String()
	}
	return out
}

func (w *writer) shares() *Shares {
	if w.r.Sensitivity == nil || w.r.Option == "" {
		return nil
	}
	s := &w.r.Sensitivity.Shares
	return &Shares{Against: optional(s.Against), Sets: sets(&s.Sets), Poles: sets(&s.Poles)}
}

func sets(s *engine.Sets) Sets {
	return Sets{number(s.Stated), number(s.RankingKept), number(s.AnyWeights)}
}

func (w *writer) questions() []Question {
	if w.r.Sensitivity == nil {
		return []Question{}
	}
	return mapped(w.r.Sensitivity.Questions, func(q *engine.Question) Question {
		return Question{Fact: q.Fact, CouldChangeTo: some(q.CouldChangeTo), NarrowsBy: q.NarrowsBy, Confirm: q.Confirm}
	})
}

// central gives what one would have to want for the runner-up; [] if nothing
// would do.
func (w *writer) central() []Weight {
	if w.r.Sensitivity == nil {
		return []Weight{}
	}
	return mapped(w.r.Sensitivity.Central, func(x *engine.Weight) Weight { return Weight(*x) })
}
