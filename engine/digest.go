package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
)

// Digest is a hash of what the profile means: weights, answers, limits and how
// sure the weights are, in an order that no file decides. Name, notes and
// layers do not count, since they change no result.
func (p *Profile) Digest() string {
	weights := make(map[string]float64, len(p.Weights)) // not nil: no map and an empty one say the same
	maps.Copy(weights, p.Weights)
	facts := make(map[string]string, len(p.Facts))
	for id, a := range p.Facts {
		facts[id] = a.String()
	}
	excluded := []string{}
	for _, l := range p.Limits {
		excluded = append(excluded, l.Exclude...)
	}
	slices.Sort(excluded)
	data, err := json.Marshal([]any{weights, facts, slices.Compact(excluded), p.WeightsSure})
	if err != nil {
		// Only a weight that is no number can do this, and Recommend refuses it.
		return ""
	}
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}
