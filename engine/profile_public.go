package engine

import (
	"maps"

	"github.com/ajar-decision/ajar/engine/elicit"
)

// Omissions counts what [Profile.Public] left out.
type Omissions struct {
	Notes   int `json:"notes"`
	Names   int `json:"names"`
	Answers int `json:"answers"`
}

// Public gives the profile as anybody may see it: without notes, without the names of
// those who gave answers and of the files that they stand in, and without the answers that
// are marked private. A result of it cannot tell what was left out; it may be another than
// that of the whole profile, so whoever publishes one compares the two. What an owner's
// limit says as its reason stays: it is there to be told.
func (p *Profile) Public() (Profile, Omissions) {
	out, left := p.Clone(), Omissions{}
	out.Layers, out.Notes = nil, map[string]Note{}
	for id, n := range p.Notes {
		if n.Text != "" {
			left.Notes++
		}
		if n.By != "" {
			left.Names++
		}
		if !n.Private {
			out.Notes[id] = Note{Sure: n.Sure}
			continue
		}
		left.Answers++
		delete(out.Facts, id)
		delete(out.Weights, id)
		delete(out.Ranges, id)
		for i := range out.Parts {
			delete(out.Parts[i].Facts, id)
		}
	}
	for i := range out.Parts {
		if out.Parts[i].Note != "" {
			out.Parts[i].Note = ""
			left.Notes++
		}
	}
	if left.Answers > 0 { // comparisons may be about what is private
		out.WeightsFrom, out.Unfinished = elicit.Input{}, Unfinished{}
	}
	maps.DeleteFunc(out.Notes, func(_ string, n Note) bool { return n == Note{} })
	return out, left
}
