package engine

import (
	"testing"

	"github.com/ajar-decision/ajar/rules"
)

// BenchmarkScore gives the score alone for other weights at the same facts, as
// a slider would ask for it: by the linear form that analysis rests on.
func BenchmarkScore(b *testing.B) {
	e, err := New(rules.Core())
	if err != nil {
		b.Fatal(err)
	}
	p := Profile{Weights: map[string]float64{}}
	weights := make([]float64, len(e.priorities))
	for i := range e.priorities {
		weights[i] = float64(i%10) + 1
		p.Weights[e.priorities[i].def.ID] = weights[i]
	}
	in, err := e.indexProfile(&p)
	if err != nil {
		b.Fatal(err)
	}
	t := e.newNominalEvaluation(in, &p)
	t.verdictWith()
	f := t.makeLinearForm()
	score := func() float64 {
		s, z := 0.0, 0.0
		for i, w := range weights {
			s += float64(w * f.lean[i])
			z += float64(w * f.z[i])
		}
		return s / z
	}
	v := e.evaluate(in)
	if want := e.balance.weightedMean(v.mass); score()-want > valueTolerance || want-score() > valueTolerance {
		b.Fatal("the form does not give the score", score(), want)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		weights[i%len(weights)] = float64(i%10) + 1
		sink = score()
	}
}

var sink float64
