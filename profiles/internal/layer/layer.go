// Package layer reads one source of answers: a document, the environment or
// single assignments. It checks what the source says against a pack, notes
// every mistake with its place, and lays layers over each other.
package layer

import (
	"maps"

	"slices"

	"cmp"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// Answer is one answer as one Go value, so that a merge replaces it whole: a
// short answer over a long one keeps nothing of the long one, note included.
type Answer struct {
	Weight  float64            // priorities
	Range   engine.WeightRange // priorities; it counts in place of Weight if it is wide
	Value   engine.Answer      // facts
	Note    engine.Note
	Removed bool // taken away by this layer
	At      diag.Pos
}

// Layer is what one source says, checked and normalised. What it does not state
// is absent from the maps.
type Layer struct {
	Name       string
	Texts      map[string]string // name, rules, review_by, weights_sure
	Limits     []engine.Limit    // nil if it states none; empty if it states that there are none
	Parts      []engine.Part     // likewise
	Priorities map[string]Answer
	Facts      map[string]Answer
	Positions  map[string]diag.Pos // of limits and weights_sure
	// StandAlone says that the weights were worked out together (from a ranking, say)
	// and mean something only among themselves: no weaker layer adds to them.
	StandAlone bool
	// WeightsFrom is what they were worked out from.
	WeightsFrom elicit.Input
	// Unfinished is what weighs nothing yet.
	Unfinished engine.Unfinished
	// Extends are the profiles that this one starts from, the weakest first.
	Extends []Extended
	// Title and About describe a preset; they are no part of a profile.
	Title, About rules.Text
}

// Extended is another profile that this one starts from.
type Extended struct {
	At       diag.Pos
	Name     string
	IsPreset bool
}

// New makes a layer that says nothing.
func New(name string) *Layer {
	return &Layer{
		Name: name, Texts: map[string]string{}, Priorities: map[string]Answer{}, Facts: map[string]Answer{},
		Positions: map[string]diag.Pos{},
	}
}

// Merge lays the layers over each other, the weakest first. A stronger layer
// replaces what a weaker one says piece by piece: a text, the limits, an answer. What one
// of them marks private stays so, whoever answers it again.
func Merge(layers []*Layer) engine.Profile {
	all := New("")
	p := engine.Profile{Notes: map[string]engine.Note{}, Weights: map[string]float64{}, Facts: map[string]engine.Answer{}}
	private := map[string]bool{}
	for _, l := range layers {
		for _, answers := range []map[string]Answer{l.Priorities, l.Facts} {
			for id, a := range answers {
				private[id] = private[id] || a.Note.Private
			}
		}
		p.Layers = append(p.Layers, l.Name)
		maps.Copy(all.Texts, l.Texts)
		maps.Copy(all.Facts, l.Facts)
		if l.StandAlone {
			clear(all.Priorities)
		}
		maps.Copy(all.Priorities, l.Priorities)
		if l.Limits != nil {
			all.Limits = l.Limits
		}
		if l.Parts != nil && len(l.Parts) == 0 {
			p.Parts = nil
		}
		p.Parts = mergeParts(p.Parts, l.Parts)
		if len(l.Priorities) > 0 {
			p.WeightsFrom = l.WeightsFrom
		}
		if _, ok := l.Positions["unfinished"]; ok {
			p.Unfinished = l.Unfinished
		}
	}
	p.Name, p.Rules = all.Texts["name"], all.Texts["rules"]
	p.ReviewBy, p.WeightsSure = all.Texts["review_by"], engine.WeightSureness(all.Texts["weights_sure"])
	// An empty list takes the limits of weaker layers away and is none itself.
	if len(all.Limits) > 0 {
		p.Limits = all.Limits
	}
	for id, a := range all.Priorities {
		if !a.Removed {
			a.putWeight(&p, id)
			a.Note.Private = private[id]
			p.Notes[id] = a.Note
		}
	}
	for id, a := range all.Facts {
		if !a.Removed {
			a.Note.Private = private[id]
			p.Facts[id], p.Notes[id] = a.Value, a.Note
		}
	}
	return p.Clone() // layers of embedded cases and presets are read once and used again
}

// putWeight puts a weight or a range into a profile.
func (a *Answer) putWeight(p *engine.Profile, id string) {
	if !a.Range.IsWide() {
		p.Weights[id] = a.Weight
		return
	}
	if p.Ranges == nil {
		p.Ranges = map[string]engine.WeightRange{}
	}
	p.Ranges[id] = a.Range
}

// mergeParts lays parts over others: a part of the same id replaces answers of the
// earlier one, and its title and note if it has any; others are added.
func mergeParts(under, over []engine.Part) []engine.Part {
	out := slices.Clone(under)
	for _, p := range over {
		i := slices.IndexFunc(out, func(x engine.Part) bool { return x.ID == p.ID })
		if i < 0 {
			out = append(out, p)
			continue
		}
		out[i] = mergePart(out[i], p)
	}
	return out
}

func mergePart(under, over engine.Part) engine.Part {
	facts := make(map[string]engine.Answer, len(under.Facts)+len(over.Facts))
	maps.Copy(facts, under.Facts)
	maps.Copy(facts, over.Facts)
	over.Facts = facts
	over.Title, over.Note = cmp.Or(over.Title, under.Title), cmp.Or(over.Note, under.Note)
	return over
}
