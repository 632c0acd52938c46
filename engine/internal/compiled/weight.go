package compiled

import (
	"maps"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// WeightUnit is the step in which weights are read. Whole numbers of it are exact in
// float64, so that multiplying all weights by one number changes no quotient.
const WeightUnit = 1e9

// toUnits reads a weight from 0 to 10.
func toUnits(w float64) int64 { return int64(math.Round(exact.Mul(w, WeightUnit))) }

// WeightSpan is a weight that is stated as lying between two.
type WeightSpan struct{ Low, High float64 }

// Middle is the weight that counts, in units.
func (s WeightSpan) Middle() int64 { return (toUnits(s.Low) + toUnits(s.High)) / 2 }

// isWeight reports a number from 0 to 10.
func isWeight(w float64) bool { return w >= 0 && w <= 10 }

func (e *Rules) indexWeight(in *Profile, id string, w float64, list *diag.List) {
	i, ok := e.PriorityIndex[id]
	switch {
	case !ok:
		list.Add(e.undefinedPriority(id))
	case !isWeight(w):
		list.Add(diag.ProfileWeightOutOfRange(diag.Pos{}, id, plain.Number(w)))
	default:
		in.Weight[i] = toUnits(w)
		in.Sum += in.Weight[i]
	}
}

func (e *Rules) undefinedPriority(id string) diag.Diagnostic {
	return diag.UndefinedFactOrPriority(diag.Pos{}, id).OneOf(id, slices.Sorted(maps.Keys(e.PriorityIndex)))
}

// indexSpans reads the ranges. A range whose ends are one weight is that weight.
func indexSpans(e *Rules, in *Profile, p *Statement, list *diag.List) {
	wide := map[int]WeightSpan{}
	for id, s := range p.Spans {
		i, ok := e.PriorityIndex[id]
		mistakes := len(*list)
		_, both := p.Weights[id]
		switch {
		case both:
			list.Add(diag.InvalidWeightRangeBoth(diag.Pos{}, id))
		case !ok:
			list.Add(e.undefinedPriority(id))
		default:
			list.Add(s.listMistakes(id)...)
		}
		if len(*list) > mistakes {
			continue
		}
		in.Weight[i] = s.Middle()
		in.Sum += in.Weight[i]
		if toUnits(s.Low) < toUnits(s.High) {
			wide[i] = s
		}
	}
	if len(wide) == 0 {
		return
	}
	in.Low, in.High = slices.Clone(in.Weight), slices.Clone(in.Weight)
	for i, s := range wide {
		in.Low[i], in.High[i] = toUnits(s.Low), toUnits(s.High)
	}
}

func (s WeightSpan) listMistakes(id string) diag.List {
	var list diag.List
	for _, w := range [...]float64{s.Low, s.High} {
		if !isWeight(w) {
			list.Add(diag.ProfileWeightOutOfRange(diag.Pos{}, id, plain.Number(w)))
		}
	}
	if s.Low > s.High {
		list.Add(diag.InvalidWeightRangeReversed(diag.Pos{}, id, plain.Number(s.Low), plain.Number(s.High)))
	}
	return list
}
