package profiles

import (
	"maps"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// layerAnswer is one answer as one Go value, so that a merge replaces it whole: a
// short answer over a long one keeps nothing of the long one, note included.
type layerAnswer struct {
	weight  float64       // priorities
	value   engine.Answer // facts
	note    engine.Note
	removed bool // taken away by this layer
	at      diag.Pos
}

// layer is what one source says, checked and normalised. What it does not state
// is absent from the maps.
type layer struct {
	name       string
	texts      map[string]string // name, rules, review_by, weights_sure
	limits     []engine.Limit    // nil if it states none; empty if it states that there are none
	priorities map[string]layerAnswer
	facts      map[string]layerAnswer
	positions  map[string]diag.Pos // of limits and weights_sure
	// standAlone says that the weights were worked out together (from a ranking, say)
	// and mean something only among themselves: no weaker layer adds to them.
	standAlone bool
	// weightsFrom is what they were worked out from.
	weightsFrom elicit.Input
	// unfinished is what weighs nothing yet.
	unfinished engine.Unfinished
	// title and about describe a preset; they are no part of a profile.
	title, about rules.Text
}

func newLayer(name string) *layer {
	return &layer{
		name: name, texts: map[string]string{}, priorities: map[string]layerAnswer{}, facts: map[string]layerAnswer{},
		positions: map[string]diag.Pos{},
	}
}

// mergeLayers lays the layers over each other, the weakest first. A stronger layer
// replaces what a weaker one says piece by piece: a text, the limits, an answer.
func mergeLayers(layers []*layer) engine.Profile {
	all := newLayer("")
	p := engine.Profile{Notes: map[string]engine.Note{}, Weights: map[string]float64{}, Facts: map[string]engine.Answer{}}
	for _, l := range layers {
		p.Layers = append(p.Layers, l.name)
		maps.Copy(all.texts, l.texts)
		maps.Copy(all.facts, l.facts)
		if l.standAlone {
			clear(all.priorities)
		}
		maps.Copy(all.priorities, l.priorities)
		if l.limits != nil {
			all.limits = l.limits
		}
		if len(l.priorities) > 0 {
			p.WeightsFrom = l.weightsFrom
		}
		if _, ok := l.positions["unfinished"]; ok {
			p.Unfinished = l.unfinished
		}
	}
	p.Name, p.Rules = all.texts["name"], all.texts["rules"]
	p.ReviewBy, p.WeightsSure = all.texts["review_by"], engine.WeightSureness(all.texts["weights_sure"])
	// An empty list takes the limits of weaker layers away and is none itself.
	if len(all.limits) > 0 {
		p.Limits = all.limits
	}
	for id, a := range all.priorities {
		if !a.removed {
			p.Weights[id], p.Notes[id] = a.weight, a.note
		}
	}
	for id, a := range all.facts {
		if !a.removed {
			p.Facts[id], p.Notes[id] = a.value, a.note
		}
	}
	return p
}
