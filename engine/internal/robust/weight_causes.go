package robust

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// weightFlip is a weight that gives another verdict, and where that begins.
type weightFlip struct {
	At, Border float64
	Verdict    evaluate.Verdict
	// AgainstPull: the advice goes the other way than the priority with that weight.
	AgainstPull bool
	Cause       WeightCause
}

// weightCauseKind says in what one form is ahead of another when a weight turns the
// verdict.
type weightCauseKind string

// What forms secure: the wish whose weight moves, the other wishes, or what the facts
// alone speak for.
const (
	causeWish        weightCauseKind = "wish"
	causeOtherWishes weightCauseKind = "other_wishes"
	causeFacts       weightCauseKind = "facts"
)

// WeightCause says why a weight turns the verdict: one form secures more of something
// than another, and that counts for more then, or for less.
type WeightCause struct {
	Kind           weightCauseKind // "" where there is no form to compare
	More, Less     int             // forms
	ByMore, ByLess float64         // parts of 1 that they secure
	CountsMore     bool            // what Kind says counts for more after the change
}

// explainWeightFlip completes a flip.
func (a *analysis) explainWeightFlip(p int, f weightFlip) weightFlip {
	f.AgainstPull = exact.Mul(a.e.Priorities[p].Sign, f.At-a.weight[p])*float64(compareOpenness(a, f.Verdict, a.recommended)) < 0
	f.Cause = findWeightCause(a, p, &f)
	return f
}

// compareOpenness says which verdict is more open: by stance, else by what cannot be
// called back. It is 0 if either has no form.
func compareOpenness(a *analysis, x, y evaluate.Verdict) int {
	if x.Form < 0 || y.Form < 0 {
		return 0
	}
	place := func(v evaluate.Verdict) int { return slices.Index(rules.Stances(), v.Stance) }
	return cmp.Or(cmp.Compare(place(x), place(y)), cmp.Compare(a.e.Forms[x.Form].Class, a.e.Forms[y.Form].Class))
}

// findWeightCause explains a flip. A weight only shifts how much the wish, the other
// wishes and the facts count, and of each every form secures a fixed part. So the form
// that gains does better where more is counted than before, or worse where less is.
func findWeightCause(a *analysis, p int, f *weightFlip) WeightCause {
	before := stateWithWeight(a, p, a.weight[p], a.recommended)
	after := stateWithWeight(a, p, f.At, f.Verdict)
	pair, _, ok := findDecisivePair(a, before, after)
	if !ok || pair.gains < 0 || pair.loses < 0 {
		return WeightCause{}
	}
	raised := f.At > a.weight[p]
	others := make([]float64, len(a.weight))
	copy(others, a.weight)
	others[p] = 0
	wish := make([]float64, len(a.weight))
	wish[p] = 1
	for _, x := range []struct {
		kind   weightCauseKind
		counts bool // for more than before
		of     func(form int) float64
	}{
		{causeWish, raised, func(form int) float64 { return securedOf(a, wish, form) }},
		{causeOtherWishes, !raised, func(form int) float64 { return securedOf(a, others, form) }},
		{causeFacts, !raised, a.securedOfFacts},
	} {
		more, less := pair.gains, pair.loses
		if !x.counts {
			more, less = less, more
		}
		if m, l := x.of(more), x.of(less); m-l > evaluate.ValueTolerance {
			return WeightCause{x.kind, more, less, m, l, x.counts}
		}
	}
	return WeightCause{}
}

// stateWithWeight gives what the verdict with another weight comes from. The facts are
// those that were tried last.
func stateWithWeight(a *analysis, p int, weight float64, v evaluate.Verdict) *flipState {
	a.nominal.VerdictWithWeight(p, int64(math.Round(exact.Mul(weight, compiled.WeightUnit))))
	return a.readState(v)
}

// securedOf says what part a form secures of what priorities with these weights want; NaN
// if they count for nothing.
func securedOf(a *analysis, weights []float64, form int) float64 {
	sum, secured := 0.0, 0.0
	for i := range a.e.Arguments {
		x := &a.e.Arguments[i]
		for _, s := range x.Shares {
			g := exact.Mul(exact.Mul(a.nominal.Mu[i]*x.Def.Strength, s.Of), weights[s.Priority])
			sum += g
			secured += exact.Mul(g, a.e.Forms[form].Capture.Value[i])
		}
	}
	return secured / sum
}

// securedOfFacts says what part a form secures of what counts by facts alone; NaN if
// nothing does.
func (a *analysis) securedOfFacts(form int) float64 {
	s := a.readState(a.recommended)
	sum, secured := 0.0, 0.0
	for i, y := range s.y {
		sum += y
		secured += exact.Mul(y, s.captureOf(form, i))
	}
	return secured / sum
}
