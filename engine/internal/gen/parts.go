package gen

import (
	"strconv"

	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// Parts draws parts that an owner names, like components of the pack, each with about
// one answer in three of its own; none if the pack has no components.
func Parts(t *rapid.T, p *rules.Pack) (out []engine.Part) {
	if len(p.Components) == 0 {
		return nil
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "parts") {
		part := engine.Part{ID: "part" + strconv.Itoa(i), Like: rapid.SampledFrom(p.Components).Draw(t, "like").ID, Facts: map[string]engine.Answer{}}
		for j := range p.Facts {
			switch f := &p.Facts[j]; rapid.IntRange(0, 5).Draw(t, "own answer") {
			case 0:
				part.Facts[f.ID] = drawAnswer(t, f)
			case 1:
				part.Facts[f.ID] = engine.Unknown
			}
		}
		out = append(out, part)
	}
	return out
}
