package engine_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
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

// What a verdict takes: by the hand-written loop, by an evaluator to which all is stated
// answer by answer, and from whole profiles.
func BenchmarkVerdict(b *testing.B) {
	e, pack := core(b), rules.Core()
	for _, c := range []struct {
		name    string
		profile engine.Profile
	}{
		{"full profile", full(pack)},
		{"half of everything", half(pack, 1)},
		{"priorities alone", engine.Profile{Weights: full(pack).Weights}},
	} {
		r, in := indexProfile(b, e, &c.profile)
		l, v := newFlatLoop(r), engine.NewEvaluator(e)
		b.Run("flat loop, "+c.name, func(b *testing.B) {
			for b.Loop() {
				l.decide(in)
			}
		})
		state := evaluate.NewStream(r)
		none := *in
		none.StatedPieces = slices.Repeat([]int8{compiled.StateUnknown}, len(in.Fact))
		b.Run("evaluator, "+c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				state.Clear()
				state.Take(in)
				state.ComputeVerdict()
			}
		})
		b.Run("evaluator after another, "+c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, in := range []*compiled.Profile{in, &none} {
					state.Clear()
					state.Take(in)
					state.ComputeVerdict()
				}
			}
		})
		b.Run("whole profile, "+c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := v.Evaluate(b.Context(), &c.profile); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// What it takes to evaluate the conditions of moderators, arguments, forms and bars once.
func BenchmarkConditions(b *testing.B) {
	e, p := core(b), full(rules.Core())
	r, in := indexProfile(b, e, &p)
	flat := r.Flat()
	b.Logf("%d conditions", len(flat.Cached))
	for b.Loop() {
		for _, at := range flat.Cached {
			flat.Probes.Holds(at, in.Fact)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	pack := rules.Core()
	for b.Loop() {
		if _, err := engine.New(pack); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAnalyse(b *testing.B) {
	e := core(b)
	weights := full(e.Pack()).Weights
	for _, c := range []struct {
		name    string
		profile engine.Profile
		opts    []engine.AnalyseOption
	}{
		{"half of everything", half(e.Pack(), 1), nil},
		{"priorities alone", engine.Profile{Weights: weights}, nil},
		{"priorities alone, sure", engine.Profile{Weights: weights, WeightsSure: "sure"}, nil},
		{"nothing stated", engine.Profile{}, nil},
		{"half of everything, with pairs", half(e.Pack(), 1), []engine.AnalyseOption{engine.WithPairs()}},
		{"priorities alone, with pairs", engine.Profile{Weights: weights}, []engine.AnalyseOption{engine.WithPairs()}},
	} {
		b.Run(c.name, func(b *testing.B) { analyseAgain(b, e, c.profile, c.opts...) })
	}
}

// How the cost grows with what is stated.
func BenchmarkAnalyseGrows(b *testing.B) {
	e := core(b)
	all := full(e.Pack())
	for _, n := range []int{1, 2, 4, 8, 16} {
		p := engine.Profile{Weights: map[string]float64{}}
		for i := range min(n, len(e.Pack().Priorities)) {
			id := e.Pack().Priorities[i*len(e.Pack().Priorities)/n].ID
			p.Weights[id] = all.Weights[id]
		}
		b.Run(fmt.Sprintf("priorities=%d", n), func(b *testing.B) { analyseAgain(b, e, p) })
	}
	for _, n := range []int{0, 10, 20, 40} {
		p := engine.Profile{Weights: all.Weights, Facts: map[string]engine.Answer{}}
		for i := range min(n, len(e.Pack().Facts)) {
			p.Facts[e.Pack().Facts[i].ID] = engine.NotApplicable
		}
		b.Run(fmt.Sprintf("facts=%d", n), func(b *testing.B) { analyseAgain(b, e, p) })
	}
}

func analyseAgain(b *testing.B, e *engine.Engine, p engine.Profile, opts ...engine.AnalyseOption) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.Analyse(b.Context(), p, opts...); err != nil {
			b.Fatal(err)
		}
	}
}

// New is linear: ten thousand arguments and two thousand facts.
func BenchmarkNewBigPack(b *testing.B) {
	pack, err := rules.Load(testkit.FilesOfBigPack(10_000, 2_000))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := engine.New(pack); err != nil {
			b.Fatal(err)
		}
	}
}
