package engine

import (
	"context"
	"slices"

	"github.com/ajar-decision/ajar/rules"
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
	if word := string(p.WeightsSure); word != "" && !p.WeightsSure.Valid() {
		return nil, diag.List{diag.UnknownSureness(diag.Pos{}, word).OneOf(word, rules.WordsOf(WeightSurenesses()))}
	}
	r, err := e.Recommend(ctx, p)
	if err != nil {
		return nil, err
	}
	in, err := e.indexProfile(&p)
	if err != nil {
		return nil, err
	}
	a := &analysis{e: e, in: in, r: r, out: newSensitivity()}
	for _, opt := range opts {
		opt(a)
	}
	a.nominal = e.newNominalEvaluation(in, &p)
	a.recommended = a.nominal.computeVerdict()
	a.passedOver, a.optionStatuses, a.values = a.nominal.passedOver, a.nominal.optionStatuses, slices.Clone(a.nominal.values)
	a.available = listAvailable(a.optionStatuses)
	a.linearForm = a.nominal.makeLinearForm()
	r.Sensitivity = a.out
	steps := []func(){a.tryFactChanges, a.tryPairChanges, a.listQuestions, a.setFactsSettled}
	if a.recommended.option >= 0 {
		steps = append(steps, a.preparePriorities, a.findFlipWeights, a.computeStability, a.compareShares, a.sampleAcceptability, a.assignRobustness)
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
	e                     *Engine
	in                    *indexedProfile
	r                     *Recommendation
	out                   *Sensitivity
	pairs                 bool
	nominal               *nominalEvaluation
	recommended           indexedVerdict // the recommendation
	passedOver            int            // option passed over by the margin, or -1
	values                []float64
	optionStatuses        []optionStatus
	available             []int // options, along the ladder
	linearForm            *linearForm
	weight                []float64        // raw weights; 0 where not stated
	reach                 []float64        // per priority: greatest difference of two available options
	changeOutcomes        []changeOutcome  // every single change of a fact
	neighbourParameters   []int            // parameters of the weightings around the stated ones
	stated                []int            // the priorities that these belong to
	nearSample, anySample *weightingSample // near is nil if it would say nothing
}

func listAvailable(standings []optionStatus) []int {
	var out []int
	for o := range standings {
		if standings[o].nominal {
			out = append(out, o)
		}
	}
	return out
}

// optionID is the id of an option, "" for -1.
func (e *Engine) optionID(option int) string {
	if option < 0 {
		return ""
	}
	return e.options[option].def.ID
}
