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
// it rests on; the only error is that of ctx.
func Analyse(ctx context.Context, e *compiled.Rules, in *compiled.Profile, ask Request) (*Sensitivity, error) {
	a := newAnalysis(e, in)
	outcomes := a.tryFactChanges()
	out := &Sensitivity{FactFlips: a.listFactFlips(outcomes, ask.Doubts)}
	if ask.Pairs && ctx.Err() == nil {
		out.PairFlips = a.findFlipPairs(outcomes, ask.Doubts)
	}
	out.Questions = a.listQuestions(outcomes, ask.Doubts)
	out.DimensionTurns = listDimensionTurns(a, outcomes, ask.Doubts)
	out.FactsSettled = a.areFactsSettled(outcomes)
	if a.recommended.Option >= 0 && ctx.Err() == nil {
		out.Weights = a.analyseWeights(ctx, outcomes, ask)
	}
	return out, ctx.Err()
}

// analyseWeights finds what other weights would change. It is not complete once ctx is
// done.
func (a *analysis) analyseWeights(ctx context.Context, outcomes []changeOutcome, ask Request) *weightSensitivity {
	reach := a.measureReach()
	out := &weightSensitivity{Priorities: a.rateWeights(reach), Radius: a.computeStability()}
	if ctx.Err() != nil {
		return out
	}
	near := a.askNear(ctx, ask.Spreads, ask.RunnerUp)
	anywhere := a.askAnywhere(ask.RunnerUp)
	out.Shares, out.Poles = a.compareWith(ask.RunnerUp, &near[0]), a.comparePoles(&near[0])
	out.Near, out.Anywhere = a.listAcceptability(&near[0].weightingSample, &near[0].judged), a.listAcceptability(anywhere, nil)
	out.Central = anywhere.meanWeighting
	out.Grades = a.gradeVerdict(near, reach, outcomes)
	return out
}
