package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/plain"
)

// turn is a change of one answer or weight, with what it leads to.
type turn struct{ id, text string }

// listTurns lists the likely changes of one answer, by arguments and by bars, one for each
// fact, then those of a stated weight.
func listTurns(w *wording) []turn {
	var out []turn
	seen := map[string]bool{}
	for i := range w.rec.Sensitivity.FlipFacts {
		f := &w.rec.Sensitivity.FlipFacts[i]
		id := f.Set[0].Fact
		if isAbsurd(f) || seen[id] {
			continue
		}
		seen[id] = true
		out = append(out, turn{id, w.TurnIf(briefAnswer(w, id, f.Set[0].Answer), nameTurned(w, f.Form, f.Stance))})
	}
	for i := range w.rec.Sensitivity.Priorities {
		p := &w.rec.Sensitivity.Priorities[i]
		if !p.Stated {
			continue
		}
		for _, f := range p.Flips {
			stated, _ := w.rec.Profile.StatedWeight(p.ID)
			say := w.TurnWeightUp
			if f.At < stated {
				say = w.TurnWeightDown
			}
			out = append(out, turn{p.ID, say(briefPriority(w, p.ID), plain.Decimal(f.At), nameTurned(w, f.Form, f.Stance))})
		}
	}
	return out
}

// nameTurned names what a change leads to, with its stance where that is another.
func nameTurned(w *wording, form string, stance engine.Stance) string {
	if form == "" {
		return w.nameMissingOption(stance)
	}
	if stance == w.rec.Stance {
		return nameBarely(w, form)
	}
	return w.TurnStance(w.nameStance(stance), nameBarely(w, form))
}
