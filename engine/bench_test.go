package engine_test

import (
	"testing"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// full answers every fact with its first value and weighs every priority, so
// that nothing is left out of a recommendation.
func full(pack *rules.Pack) engine.Profile {
	p := engine.Profile{Weights: map[string]float64{}, Facts: map[string]engine.Answer{}}
	for i := range pack.Priorities {
		p.Weights[pack.Priorities[i].ID] = float64(i%10) + 1
	}
	for i := range pack.Facts {
		if ids := pack.Facts[i].ValueIDs(); len(ids) > 0 {
			p.Facts[pack.Facts[i].ID] = engine.Value(ids[len(ids)-1])
		}
	}
	return p
}

func BenchmarkRecommend(b *testing.B) {
	e := core(b)
	for _, c := range []struct {
		name    string
		profile engine.Profile
	}{
		{"full profile", full(e.Pack())},
		{"priorities alone", engine.Profile{Weights: full(e.Pack()).Weights}},
		{"nothing stated", engine.Profile{}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := e.Recommend(b.Context(), c.profile); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkAnalyse(b *testing.B) {
	e := core(b)
	pack := e.Pack()
	everything, some := full(pack), full(pack)
	some.Weights = map[string]float64{}
	for i := 0; i < len(pack.Priorities); i += 3 {
		some.Weights[pack.Priorities[i].ID] = everything.Weights[pack.Priorities[i].ID]
	}
	sure := everything
	sure.WeightsSure = "sure"
	for _, c := range []struct {
		name    string
		profile engine.Profile
		opts    []engine.AnalyseOption
	}{
		{"full profile", everything, nil},
		{"full profile, sure", sure, nil},
		{"a third of the priorities", some, nil},
		{"priorities alone", engine.Profile{Weights: everything.Weights}, nil},
		{"nothing stated", engine.Profile{}, nil},
		{"pairs, full profile", everything, []engine.AnalyseOption{engine.WithPairs()}},
		{"pairs, priorities alone", engine.Profile{Weights: everything.Weights}, []engine.AnalyseOption{engine.WithPairs()}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := e.Analyse(b.Context(), c.profile, c.opts...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
