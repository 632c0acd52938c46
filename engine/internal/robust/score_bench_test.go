package robust

import (
	"maps"
	"testing"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
)

// BenchmarkScore gives the score alone for other weights at the same facts, as
// a slider would ask for it: by the linear form that analysis rests on.
func BenchmarkScore(b *testing.B) {
	e := compiled.New(rules.Core())
	said, weights := compiled.Statement{Weights: map[string]float64{}, Answers: maps.All(map[string]compiled.Answer{})}, make([]float64, len(e.Priorities))
	for i := range e.Priorities {
		weights[i] = float64(i%10) + 1
		said.Weights[e.Priorities[i].Def.ID] = weights[i]
	}
	in, err := e.IndexProfile(&said)
	if err != nil {
		b.Fatal(err)
	}
	f := newAnalysis(e, in, func() bool { return false }).linearForm
	score := func() float64 {
		s, z := 0.0, 0.0
		for i, w := range weights {
			s += float64(w * f.lean[i])
			z += float64(w * f.z[i])
		}
		return s / z
	}
	v := evaluate.Evaluate(e, in)
	if want := e.Balance.WeightedMean(v.Mass); score()-want > evaluate.ValueTolerance || want-score() > evaluate.ValueTolerance {
		b.Fatal("the form does not give the score", score(), want)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		weights[i%len(weights)] = float64(i%10) + 1
		sink = score()
	}
}

var sink float64
