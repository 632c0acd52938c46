package engine

import (
	"maps"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/internal/compiled"
)

// Contradiction is an exclusion of the pack that holds: answers that no
// consistent owner gives, or hardly ever. What is not known contradicts nothing.
type Contradiction struct {
	ID    string   `json:"id"`    // of the exclusion
	Facts []string `json:"facts"` // the answers that make it hold
}

// FindContradictions lists the answers of a profile that exclude each other, by
// id. It fails as [Engine.Recommend] does.
func (e *Engine) FindContradictions(p Profile) ([]Contradiction, error) {
	in, err := e.indexProfile(&p)
	if err != nil {
		return nil, err
	}
	return e.listContradictions(in), nil
}

func (e *Engine) listContradictions(in *compiled.Profile) []Contradiction {
	var out []Contradiction
	for i := range e.rules.Exclusions {
		if x := &e.rules.Exclusions[i]; x.HoldsFor(in.Fact) {
			out = append(out, Contradiction{ID: x.Def.ID, Facts: e.rules.ListGrounds(in, &x.When)})
		}
	}
	return out
}

// findComparisonContradiction looks at what the weights were worked out from, if they
// still are those weights.
func findComparisonContradiction(p *Profile) *elicit.Contradiction {
	if weights, err := p.WeightsFrom.Weights(); err != nil || weights == nil || len(p.Ranges) > 0 || !maps.Equal(weights, p.Weights) {
		return nil
	}
	return p.WeightsFrom.FindContradiction()
}
