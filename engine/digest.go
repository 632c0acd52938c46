package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
)

// Digest is a hash of what the profile means: weights, answers, limits and how
// sure the weights are, and parts that the owner names, in an order that no file
// decides. Weights count as they are read. Names, titles, notes and layers do not count,
// since they change no result.
func (p *Profile) Digest() string {
	weights := make(map[string]float64, len(p.Weights)) // not nil: no map and an empty one say the same
	for id, w := range p.Weights {
		weights[id] = RoundWeight(w)
	}
	ranges := map[string]WeightRange{}
	for id, r := range p.Ranges {
		if !r.IsWide() {
			weights[id] = RoundWeight(r.Low)
			continue
		}
		ranges[id] = r.Rounded()
	}
	facts := make(map[string]string, len(p.Facts))
	for id, a := range p.Facts {
		facts[id] = a.String()
	}
	excluded := []string{}
	for _, l := range p.Limits {
		excluded = append(excluded, l.Exclude...)
	}
	slices.Sort(excluded)
	said := []any{weights, facts, slices.Compact(excluded), p.WeightsSure}
	if len(ranges) > 0 { // what digests came to before there were ranges stays
		said = append(said, ranges)
	}
	if len(p.Parts) > 0 {
		said = append(said, p.describeParts())
	}
	data, err := json.Marshal(said)
	if err != nil {
		// Only a weight that is no number can do this, and Recommend refuses it.
		return ""
	}
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// describeParts gives what each part is like and its answers, by id.
func (p *Profile) describeParts() map[string][]any {
	out := make(map[string][]any, len(p.Parts))
	for i := range p.Parts {
		facts := map[string]string{}
		for id, a := range p.Parts[i].Facts {
			facts[id] = a.String()
		}
		out[p.Parts[i].ID] = []any{p.Parts[i].Like, facts}
	}
	return out
}
