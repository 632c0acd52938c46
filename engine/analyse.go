package engine

import (
	"context"
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// AnalyseOption asks Analyse for more.
type AnalyseOption func(*analysis)

// WithPairs looks for pairs of changed facts too, which takes some
// milliseconds.
func WithPairs() AnalyseOption { return func(a *analysis) { a.pairs = true } }

// Analyse is Recommend that also says how settled the result is and what would
// change it, in Recommendation.Sensitivity. It fails as Recommend does, and if
// WeightsSure is none of its words. With a
// pack of the usual size it takes a few milliseconds, a hundred times what
// Recommend takes. The result is exact but for acceptability and central
// weights, which are sampled with a fixed seed and so are the same at every run.
func (e *Engine) Analyse(ctx context.Context, p Profile, opts ...AnalyseOption) (*Recommendation, error) {
	if _, ok := sureness[p.WeightsSure]; !ok {
		d := diag.UnknownSureness(diag.Pos{}, p.WeightsSure)
		return nil, diag.List{d.OneOf(p.WeightsSure, []string{"unsure", "fairly", "sure"})}
	}
	r, err := e.Recommend(ctx, p)
	if err != nil {
		return nil, err
	}
	in, err := e.read(&p)
	if err != nil {
		return nil, err
	}
	a := &analysis{e: e, in: in, r: r, out: &Sensitivity{}}
	for _, opt := range opts {
		opt(a)
	}
	a.trial = e.newTrial(in, &p)
	a.now = a.trial.run()
	a.passed, a.standings, a.values = a.trial.passed, a.trial.standings, slices.Clone(a.trial.values)
	a.available = available(a.standings)
	a.form = a.trial.form()
	r.Sensitivity = a.out
	steps := []func(){a.changeFacts, a.changePairs, a.ask, a.finality}
	if a.now.option >= 0 {
		steps = append(steps, a.prepare, a.changeWeights, a.stability, a.share, a.accept, a.settle)
	}
	for _, step := range steps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		step()
	}
	return r, nil
}

// analysis is the work on one Sensitivity.
type analysis struct {
	e         *Engine
	in        *input
	r         *Recommendation
	out       *Sensitivity
	pairs     bool
	trial     *trial
	now       verdict // the recommendation
	passed    int     // option passed over by the margin, or -1
	values    []float64
	standings []standing
	available []int // options, along the ladder
	form      *form
	weight    []float64 // raw weights; 0 where not stated
	reach     []float64 // per priority: greatest difference of two available options
	changes   []outcome // every single change of a fact
	around    []int     // parameters of the weightings around the stated ones
	stated    []int     // the priorities that these belong to
	near, any *poll     // near is nil if it would say nothing
}

func available(standings []standing) []int {
	var out []int
	for o := range standings {
		if standings[o].now {
			out = append(out, o)
		}
	}
	return out
}

// id is the id of an option, "" for -1.
func (e *Engine) id(option int) string {
	if option < 0 {
		return ""
	}
	return e.options[option].def.ID
}
