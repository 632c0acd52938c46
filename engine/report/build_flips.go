package report

import (
	"github.com/ajar-decision/ajar/engine"
)

func buildFlips(w *wording) Flips {
	out := Flips{Facts: []FactFlip{}, IfStated: []StatedFlip{}}
	s := w.rec.Sensitivity
	if s == nil {
		return out
	}
	out.FactsSettled = &s.FactsSettled
	if w.rec.Option != "" {
		out.StabilityRadius = nilIfNaN(float64(s.StabilityRadius))
	}
	out.Facts = append(mapWith(w, s.FlipFacts, buildFactFlip), mapWith(w, s.FlipPairs, buildFactFlip)...)
	for i := range s.Priorities {
		if p := &s.Priorities[i]; !p.Stated {
			for j := range p.Flips {
				out.IfStated = append(out.IfStated, StatedFlip{p.ID, buildFlipWeight(&p.Flips[j])})
			}
		}
	}
	return out
}

func buildFactFlip(w *wording, f *engine.FlipFact) FactFlip {
	out := FactFlip{
		Set: map[string]Value{}, Option: nilIfEmpty(f.Option), Form: nilIfEmpty(f.Form), Stance: f.Stance, Ready: f.Ready, By: f.By, Bar: nilIfEmpty(f.Bar),
		Group: f.Group, Contradicts: copyList(f.Contradicts),
	}
	for _, s := range f.Set {
		out.Set[s.Fact] = typeAnswer(w.pack.Fact(s.Fact), s.Answer)
	}
	if b := &f.Because; b.Kind != "" {
		out.Because = &FlipBecause{b.Kind, b.ID, nilIfEmpty(b.Form), b.Holds, citeFlipRule(w, b)}
	}
	return out
}

func buildFlipWeight(f *engine.FlipWeight) FlipWeight {
	out := FlipWeight{At: f.At, To: outcomeID(f.Option, f.Stance), ToForm: nilIfEmpty(f.Form), AgainstPull: f.AgainstPull}
	if b := &f.Because; b.Kind != "" {
		out.Because = &WeightBecause{b.Kind, b.More, b.Less, b.ByMore, b.ByLess, b.CountsMore}
	}
	return out
}
