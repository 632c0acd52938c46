package profiles

import (
	"maps"

	"github.com/spf13/viper"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// answer is one answer as one Go value, so that a merge replaces it whole: a
// short answer over a long one keeps nothing of the long one, note included.
type answer struct {
	weight float64       // priorities
	value  engine.Answer // facts
	note   engine.Note
	absent bool // taken away by this layer
	at     diag.Pos
}

// layer is what one source says, checked and normalised. Keys that it does not
// state are absent from the maps.
type layer struct {
	name       string
	top        map[string]any      // name, rules, review_by, weights_sure: text; limits: []engine.Limit
	priorities map[string]any      // id -> answer
	facts      map[string]any      // id -> answer
	at         map[string]diag.Pos // of limits and weights_sure
	// whole says that the weights were worked out together (from a ranking, say)
	// and mean something only among themselves: no weaker layer adds to them.
	whole bool
	// input is what they were worked out from.
	input elicit.Input
	// unfinished is what weighs nothing yet.
	unfinished engine.Unfinished
	// title and about describe a preset; they are no part of a profile.
	title, about rules.Text
}

func newLayer(name string) *layer {
	return &layer{name: name, top: map[string]any{}, priorities: map[string]any{}, facts: map[string]any{}, at: map[string]diag.Pos{}}
}

// delimiter separates the keys of viper. No id contains it.
const delimiter = "/"

// merge lays the layers over each other, the weakest first.
func merge(layers []*layer) (engine.Profile, error) {
	v := viper.NewWithOptions(viper.KeyDelimiter(delimiter))
	var p engine.Profile
	weaker := map[string]any{} // priorities that some weaker layer weighs
	for _, l := range layers {
		weights := maps.Clone(l.priorities)
		for id := range weaker {
			if _, ok := weights[id]; l.whole && !ok {
				weights[id] = answer{absent: true}
			}
		}
		maps.Copy(weaker, weights)
		all := map[string]any{"priorities": weights, "facts": l.facts}
		for key, value := range l.top {
			all[key] = value
		}
		if err := v.MergeConfigMap(all); err != nil {
			return engine.Profile{}, err
		}
		p.Layers = append(p.Layers, l.name)
		if len(l.priorities) > 0 {
			p.WeightsFrom = l.input
		}
		if _, ok := l.at["unfinished"]; ok {
			p.Unfinished = l.unfinished
		}
	}
	p.Name = v.GetString("name")
	p.Rules = v.GetString("rules")
	p.ReviewBy = v.GetString("review_by")
	p.WeightsSure = v.GetString("weights_sure")
	// An empty list takes the limits of weaker layers away and is none itself.
	if limits, _ := v.Get("limits").([]engine.Limit); len(limits) > 0 {
		p.Limits = limits
	}
	p.Notes = map[string]engine.Note{}
	p.Weights = map[string]float64{}
	for id, a := range answers(v, "priorities") {
		p.Weights[id], p.Notes[id] = a.weight, a.note
	}
	p.Facts = map[string]engine.Answer{}
	for id, a := range answers(v, "facts") {
		p.Facts[id], p.Notes[id] = a.value, a.note
	}
	return p, nil
}

// answers goes through the answers of a section that are still there.
func answers(v *viper.Viper, section string) func(yield func(string, answer) bool) {
	return func(yield func(string, answer) bool) {
		all, _ := v.Get(section).(map[string]any)
		for id, value := range all {
			a, ok := value.(answer)
			if ok && !a.absent && !yield(id, a) {
				return
			}
		}
	}
}
