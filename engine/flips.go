package engine

import (
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/robust"
	"github.com/ajar-decision/ajar/rules"
)

// FlipWeight is a weight at which the option changes.
type FlipWeight struct {
	// At is a weight with as few decimals as will do, one in most cases, at which the
	// result is Option and Stance.
	At float64 `json:"at"`
	// Border is where the change happens: up to it, seen from the stated
	// weight, the option is the recommended one.
	Border float64 `json:"border"`
	Option string  `json:"option"` // "" if At leaves no basis
	Form   string  `json:"form"`   // of the option
	Stance Stance  `json:"stance"`
}

// FlipFact is a change of facts that changes the option or the stance.
type FlipFact struct {
	Set    []Setting `json:"set"`
	Option string    `json:"option"` // "" for None and NoBasis
	Form   string    `json:"form"`   // of the option
	Stance Stance    `json:"stance"`
	// Ready: nothing would hold that back.
	Ready bool `json:"ready"`
	// By says what makes the change: ByBar if a bar would rule out the option that is
	// recommended now, or rules out now the one that would be; else ByArguments.
	By DeciderKind `json:"by"`
	// Bar is the bar that would rule out the option that is recommended now, "" if
	// none would.
	Bar string `json:"bar"`
}

// Setting gives a fact an answer.
type Setting struct {
	Fact   string `json:"fact"`
	Answer Answer `json:"answer"`
}

func (e *Engine) buildFactFlips(flips []robust.FactFlip, in *compiled.Profile) []FlipFact {
	var out []FlipFact
	if len(flips) == 0 {
		return out
	}
	trial := evaluate.NewNominal(e.rules, in)
	now, before := trial.ComputeVerdict(), newLawReader(e.rules, in)
	for _, f := range flips {
		x := FlipFact{Option: e.rules.OptionID(f.Verdict.Option), Form: e.rules.FormID(f.Verdict.Form), Stance: f.Verdict.Stance, By: ByArguments}
		for _, c := range f.Changes {
			x.Set = append(x.Set, Setting{e.rules.Facts[c.Fact].Def.ID, newAnswer(e.rules.AnswerFor(c))})
		}
		trial.ApplyChanges(f.Changes)
		then := newLawReader(e.rules, &trial.In)
		if to := f.Verdict.Form; to >= 0 {
			x.Ready = then.states[to] <= rules.MayBeBarred
			if e.findBarForGood(before, to) != "" {
				x.By = ByBar
			}
		}
		if now.Form >= 0 {
			if x.Bar = e.findBarForGood(then, now.Form); x.Bar != "" {
				x.By = ByBar
			}
		}
		out = append(out, x)
	}
	return out
}

func (e *Engine) buildPriority(p int, effect *robust.PriorityEffect, stated bool) PrioritySensitivity {
	out := PrioritySensitivity{ID: e.rules.Priorities[p].Def.ID, Stated: stated, EffectiveShare: effect.EffectiveShare, CanMatter: effect.CanMatter}
	for _, f := range effect.Flips {
		out.Flips = append(out.Flips, FlipWeight{At: f.At, Border: f.Border, Option: e.rules.OptionID(f.Verdict.Option), Form: e.rules.FormID(f.Verdict.Form), Stance: f.Verdict.Stance})
	}
	return out
}
