package robust

import (
	"context"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
)

// Request says what an analysis is about, beside the profile.
type Request struct {
	Pairs  bool    // look for pairs of changed facts too
	Doubts []Doubt // per fact: how sure the owner is of the answer
	// Spreads are the f by which weights may be off, the stated one first, then all that
	// are smaller.
	Spreads  []float64
	RunnerUp int // the form that the recommended one is compared with, or -1
}

// Sensitivity says how settled a verdict is and what would change it, in the
// numbering of the rules.
type Sensitivity struct {
	FactFlips, PairFlips []FactFlip
	Questions            []ratedQuestion
	DimensionTurns       []DimensionTurn // in the order of the dimensions
	FactsSettled         bool
	Weights              *weightSensitivity // nil if there is no recommended option
}

// weightSensitivity is what weights would change.
type weightSensitivity struct {
	Priorities     []PriorityEffect
	Radius         float64 // NaN if no stated weight has any effect
	Shares, Poles  SetShares
	Near, Anywhere []Acceptability
	Central        []float64 // per priority: the mean weighting under which the runner-up wins
	Grades         Grades
}

// Analyse works out how settled the verdict on a profile is. Each step says what
// it rests on; the only error is that of ctx, and then there is no result.
func Analyse(ctx context.Context, e *compiled.Rules, in *compiled.Profile, ask Request) (*Sensitivity, error) {
	a := newAnalysis(e, in, func() bool { return ctx.Err() != nil })
	out := &Sensitivity{}
	var outcomes []changeOutcome
	for _, step := range []func(){
		func() { outcomes = a.tryFactChanges() },
		func() { out.FactFlips = a.listFactFlips(outcomes, ask.Doubts) },
		func() {
			if ask.Pairs {
				out.PairFlips = a.findFlipPairs(outcomes, ask.Doubts)
			}
		},
		func() { out.Questions = a.listQuestions(outcomes, ask.Doubts) },
		func() { out.DimensionTurns = listDimensionTurns(a, outcomes, ask.Doubts) },
		func() { out.FactsSettled = a.areFactsSettled(ctx, outcomes) },
		func() {
			if a.recommended.Option >= 0 {
				out.Weights = a.analyseWeights(outcomes, ask)
			}
		},
	} {
		if a.isStopped() {
			return nil, ctx.Err()
		}
		step()
	}
	if a.isStopped() {
		return nil, ctx.Err()
	}
	return out, nil
}

// analyseWeights finds what other weights would change; nil once nobody waits any more.
func (a *analysis) analyseWeights(outcomes []changeOutcome, ask Request) *weightSensitivity {
	reach := a.measureReach()
	out := &weightSensitivity{Priorities: a.rateWeights(reach), Radius: a.computeStability()}
	near := a.askNear(ask.Spreads, ask.RunnerUp)
	anywhere := a.askAnywhere(ask.RunnerUp)
	if a.isStopped() {
		return nil
	}
	out.Shares, out.Poles = a.compareWith(ask.RunnerUp, &near[0]), a.comparePoles(&near[0])
	out.Near, out.Anywhere = a.listAcceptability(&near[0].weightingSample, &near[0].judged), a.listAcceptability(anywhere, nil)
	out.Central = anywhere.meanWeighting
	out.Grades = a.gradeVerdict(near, reach, outcomes)
	return out
}
