package robust

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// analysis is what all steps start from. Only nominal changes: it tries whatever it is
// told to.
type analysis struct {
	e           *compiled.Rules
	in          *compiled.Profile
	nominal     *evaluate.Nominal
	isStopped   func() bool // nobody waits any more: what is worked out is of no use
	recommended evaluate.Verdict
	passedOver  int // form passed over by the margin, or -1
	values      []float64
	available   []int // forms, along the ladder
	linearForm  *linearForm
	weight      []float64 // raw weights; 0 where not stated

	groups         [levelCount][]int // per level and form: see groupForms
	barReadings    []evaluate.BarReading
	situationShare float64
	balances       []float64  // per dimension
	judgement      *judgement // nil if nothing is recommended
}

// newAnalysis starts an analysis. Once nobody waits it is of no use.
func newAnalysis(e *compiled.Rules, in *compiled.Profile, isStopped func() bool) *analysis {
	a := &analysis{e: e, in: in, isStopped: isStopped, nominal: evaluate.NewNominal(e, in), weight: make([]float64, len(e.Priorities))}
	if isStopped() {
		return a
	}
	a.recommended = a.nominal.ComputeVerdict()
	a.balances = a.measureBalances()
	a.passedOver, a.values = a.nominal.PassedOver, slices.Clone(a.nominal.Values)
	a.available = listAvailable(a.nominal.Available)
	a.linearForm = makeLinearForm(a.nominal)
	for p := range a.weight {
		a.weight[p] = float64(max(0, in.Weight[p])) / compiled.WeightUnit
	}
	a.groups, a.barReadings = groupForms(e), evaluate.ReadBars(e, in)
	if a.recommended.Form >= 0 && !isStopped() {
		a.judgement = a.makeJudgement()
		a.situationShare = a.judgement.situationShare()
	}
	return a
}

// isSame reports whether a form comes out as the advised one at a level.
func (a *analysis) isSame(l level, form int) bool {
	return a.groups[l][form] == a.groups[l][a.recommended.Form]
}

func listAvailable(available []bool) []int {
	var out []int
	for o := range available {
		if available[o] {
			out = append(out, o)
		}
	}
	return out
}

// measureBalances gives for each dimension what counts for openness less what counts for
// closure, by the masses that were evaluated last.
func (a *analysis) measureBalances() []float64 {
	out := make([]float64, len(a.e.Dimensions))
	for i, m := range a.nominal.Masses() {
		out[a.e.Arguments[i].Dim] += exact.Mul(a.e.Arguments[i].Sign, m)
	}
	return out
}

// listTurned lists the dimensions that lean to the other side by the masses that were
// evaluated last.
func (a *analysis) listTurned() []int {
	var out []int
	for d, now := range a.measureBalances() {
		if before := a.balances[d]; math.Abs(before) > evaluate.ValueTolerance && math.Abs(now) > evaluate.ValueTolerance && (now > 0) != (before > 0) {
			out = append(out, d)
		}
	}
	return out
}
