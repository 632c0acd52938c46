package session_test

import (
	"testing"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/asking"
	"github.com/ajar-decision/ajar/rules"
)

// What one question costs to choose, with the priorities and nothing else
// stated: then most is open.
func BenchmarkRank(b *testing.B) {
	pack := rules.Core()
	e, err := engine.New(pack)
	if err != nil {
		b.Fatal(err)
	}
	p := engine.Profile{Weights: map[string]float64{}, Facts: map[string]engine.Answer{"kind": engine.Value("software")}}
	for i := range 5 {
		p.Weights[pack.Priorities[i].ID] = 5
	}
	var open []string
	for i := range pack.Facts {
		open = append(open, pack.Facts[i].ID)
	}
	documented := precedents(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := asking.OrderQuestions(b.Context(), e, p, open, asking.Pending{}, documented); err != nil {
			b.Fatal(err)
		}
	}
}
