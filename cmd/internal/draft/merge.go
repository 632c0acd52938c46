package draft

import (
	"maps"
	"reflect"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
)

// sameAnswers reports whether two profiles answer alike all that a dialogue asks.
func sameAnswers(a, b engine.Profile) bool {
	return maps.Equal(a.Facts, b.Facts) && maps.Equal(a.Weights, b.Weights) && maps.Equal(a.Ranges, b.Ranges) &&
		reflect.DeepEqual(a.WeightsFrom, b.WeightsFrom) && reflect.DeepEqual(a.Unfinished, b.Unfinished)
}

// collectFileChanges lists what a profile says otherwise than before.
func collectFileChanges(old, now engine.Profile) []profiles.FileChange {
	var out []profiles.FileChange
	for _, id := range slices.Sorted(maps.Keys(now.Facts)) {
		if before, ok := old.Facts[id]; !ok || before != now.Facts[id] {
			out = append(out, profiles.SetFact(id, now.Facts[id], now.Notes[id]))
		}
	}
	for _, id := range findRemovedKeys(old.Facts, now.Facts) {
		out = append(out, profiles.Remove(id))
	}
	if !reflect.DeepEqual(old.Unfinished, now.Unfinished) {
		out = append(out, profiles.SetUnfinished(now))
	}
	if hasDerivedWeights(old) || hasDerivedWeights(now) {
		if !maps.Equal(old.Weights, now.Weights) || !maps.Equal(old.Ranges, now.Ranges) || !reflect.DeepEqual(old.WeightsFrom, now.WeightsFrom) {
			out = append(out, profiles.SetWeights(now))
		}
		return out
	}
	for _, id := range slices.Sorted(maps.Keys(now.Weights)) {
		if before, ok := old.Weights[id]; !ok || before != now.Weights[id] {
			out = append(out, profiles.SetWeight(id, now.Weights[id], now.Notes[id]))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(now.Ranges)) {
		if before, ok := old.Ranges[id]; !ok || before != now.Ranges[id] {
			out = append(out, profiles.SetRange(id, now.Ranges[id], now.Notes[id]))
		}
	}
	for _, id := range findRemovedKeys(old.StatedWeights(), now.StatedWeights()) {
		out = append(out, profiles.Remove(id))
	}
	return out
}

// hasDerivedWeights reports whether the weights were worked out from something,
// so that they mean something only among themselves.
func hasDerivedWeights(p engine.Profile) bool {
	w, err := p.WeightsFrom.Weights()
	return err == nil && w != nil
}

func findRemovedKeys[V any](old, now map[string]V) []string {
	var out []string
	for _, id := range slices.Sorted(maps.Keys(old)) {
		if _, ok := now[id]; !ok {
			out = append(out, id)
		}
	}
	return out
}
