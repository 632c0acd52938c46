package engine

import (
	"encoding/json"
	"fmt"
	"iter"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
)

// WeightRange is a weight that its owner does not settle on one number: it lies
// between Low and High, both from 0 to 10. Its middle counts as the weight; how
// settled a result is gets judged over the whole range. A range from a weight to the
// same weight is that weight.
type WeightRange struct{ Low, High float64 }

// Middle is the weight that counts, to nine decimals as all weights are.
func (r WeightRange) Middle() float64 {
	return float64(compiled.WeightSpan(r).Middle()) / compiled.WeightUnit
}

// MarshalJSON writes the two ends, as in [4,7].
func (r WeightRange) MarshalJSON() ([]byte, error) {
	return json.Marshal([]float64{r.Low, r.High})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *WeightRange) UnmarshalJSON(data []byte) error {
	var ends []float64
	if err := json.Unmarshal(data, &ends); err != nil || len(ends) != 2 {
		return fmt.Errorf("%s is no range of weights: give the least and the greatest one, as in [4, 7]", data)
	}
	r.Low, r.High = ends[0], ends[1]
	return nil
}

// StatedWeights are the weights that count, by priority: those of Weights and the
// middle of each range. The map belongs to the caller.
func (p *Profile) StatedWeights() map[string]float64 {
	out := make(map[string]float64, len(p.Weights)+len(p.Ranges))
	for id, w := range p.Weights {
		out[id] = w
	}
	for id, r := range p.Ranges {
		out[id] = r.Middle()
	}
	return out
}

func eachRange(ranges map[string]WeightRange) iter.Seq2[string, compiled.WeightSpan] {
	return func(yield func(string, compiled.WeightSpan) bool) {
		for id, r := range ranges {
			if !yield(id, compiled.WeightSpan(r)) {
				return
			}
		}
	}
}
