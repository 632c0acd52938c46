package elicit

import (
	"maps"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// BestWorstInput compares priorities with the most and the least important of
// them.
type BestWorstInput struct {
	Best  string `json:"best,omitzero"`
	Worst string `json:"worst,omitzero"`
	// BestOver says for each other priority how many times Best matters as
	// much, from 1 to 9; with an entry for Worst.
	BestOver map[string]float64 `json:"best_over,omitzero"`
	// OverWorst says for each other priority how many times it matters as much
	// as Worst, from 1 to 9. The entry for Best may be left out, since BestOver
	// says it.
	OverWorst map[string]float64 `json:"over_worst,omitzero"`
}

// Clone gives a deep copy; nil of nil.
func (in *BestWorstInput) Clone() *BestWorstInput {
	if in == nil {
		return nil
	}
	return &BestWorstInput{Best: in.Best, Worst: in.Worst, BestOver: maps.Clone(in.BestOver), OverWorst: maps.Clone(in.OverWorst)}
}

// BestWorstResult is what these comparisons come to.
type BestWorstResult struct {
	Weights Weights
	// Gap is the objective of the linear model for weights that sum to 1: the
	// greatest difference that a comparison leaves. 0: all comparisons fit.
	Gap float64
	// Ratio is the input-based consistency ratio: 0 if all comparisons fit; up
	// to Threshold counts as consistent. It is 0 too if Best and Worst matter
	// the same, for which it is not defined.
	Ratio float64
	// Threshold is that of Liang, Brunelli and Rezaei (2020, "Consistency
	// issues in the best worst method", Omega 96), table 3; nil where the
	// table has none (other than three to nine priorities, or Best not at
	// least three times Worst).
	Threshold *float64
	// Reconsider is the priority whose two comparisons fit that of Best with
	// Worst least; "" if all fit.
	Reconsider string
}

// ratioThresholds has a row for each number of times that the best matters as much
// as the worst, from 3, and a column for each number of priorities, from 3.
var ratioThresholds = [7][7]float64{
	{0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667},
	{0.1121, 0.1529, 0.1898, 0.2206, 0.2527, 0.2577, 0.2683},
	{0.1354, 0.1994, 0.2306, 0.2546, 0.2716, 0.2844, 0.2960},
	{0.1330, 0.1990, 0.2643, 0.3044, 0.3144, 0.3221, 0.3262},
	{0.1294, 0.2457, 0.2819, 0.3029, 0.3144, 0.3251, 0.3403},
	{0.1309, 0.2521, 0.2958, 0.3154, 0.3408, 0.3620, 0.3657},
	{0.1359, 0.2681, 0.3062, 0.3337, 0.3517, 0.3620, 0.3662},
}

// BestWorst weighs priorities by the linear best-worst model (Rezaei 2016,
// "Best-worst multi-criteria decision-making method: some properties and a
// linear model", Omega 64): weights that sum to 1 and leave the least ξ with
// |w_B − a_Bj·w_j| ≤ ξ and |w_j − a_jW·w_W| ≤ ξ for every j.
//
// The programme is solved exactly. Scaled to ξ = 1 it asks for the greatest
// sum of weights. Given w_B and w_W, each other weight is as great as its two
// comparisons allow; what is left are bounds w_B ≤ c·w_W + o and w_B ≥ c·w_W −
// o with rising lines only, so the sum is greatest in the one corner where the
// lowest upper bound meets the highest lower bound. The solution is unique.
//
// Errors: AJ310 nothing to compare, AJ318 the best is the worst, AJ320 a
// comparison is missing, AJ317 one of a priority with itself or of a name that
// stands in one list only, AJ312 a value outside 1 to 9.
func BestWorst(in BestWorstInput) (*BestWorstResult, error) {
	var list diag.List
	b := in.readComparisons(&list)
	if err := list.Err(); err != nil {
		return nil, err
	}
	w := b.solveWeights()
	r := &BestWorstResult{}
	sum := 0.0
	for _, x := range w {
		sum += x
	}
	if !b.comparisonsAgree() {
		r.Gap = 1 / sum
	}
	r.Weights = onScale(append([]string{in.Best, in.Worst}, b.others...), w)
	b.fillConsistency(r)
	return r, nil
}

// bestWorstComparisons holds the comparisons of the best with the worst, and of each
// other priority with both.
type bestWorstComparisons struct {
	times  float64
	others []string
	best   []float64 // best over others[i]
	worst  []float64 // others[i] over worst
}

func (in *BestWorstInput) readComparisons(list *diag.List) *bestWorstComparisons {
	b := &bestWorstComparisons{}
	if in.Best == "" || in.Worst == "" {
		list.Add(diag.NothingToWeigh(diag.Pos{}))
		return b
	}
	if in.Best == in.Worst {
		list.Add(diag.ComparedWithItself(diag.Pos{}, in.Best))
		return b
	}
	value := func(of map[string]float64, id, over, than string) float64 {
		x, ok := of[id]
		switch {
		case !ok:
			list.Add(diag.MissingComparison(diag.Pos{}, over, than))
		case !(x >= 1 && x <= 9):
			list.Add(diag.JudgementOutOfRange(diag.Pos{}, over+" / "+than, plain.Significant(x, 6), "1-9"))
		}
		return x
	}
	b.times = value(in.BestOver, in.Worst, in.Best, in.Worst)
	if x, ok := in.OverWorst[in.Best]; ok && x != b.times {
		list.Add(diag.DuplicateComparison(diag.Pos{}, in.Best, in.Worst))
	}
	ids := slices.Concat(slices.Sorted(maps.Keys(in.BestOver)), slices.Sorted(maps.Keys(in.OverWorst)))
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		if id == in.Best || id == in.Worst {
			continue
		}
		b.others = append(b.others, id)
		b.best = append(b.best, value(in.BestOver, id, in.Best, id))
		b.worst = append(b.worst, value(in.OverWorst, id, id, in.Worst))
	}
	if comparesWithItself(in.BestOver, in.Best) {
		list.Add(diag.ComparedWithItself(diag.Pos{}, in.Best))
	}
	if comparesWithItself(in.OverWorst, in.Worst) {
		list.Add(diag.ComparedWithItself(diag.Pos{}, in.Worst))
	}
	return b
}

// comparesWithItself reports a comparison of a priority with itself that says anything but
// "the same"; published tables often carry that 1.
func comparesWithItself(of map[string]float64, id string) bool {
	x, ok := of[id]
	return ok && x != 1
}

// comparisonsAgree reports whether all comparisons agree.
func (b *bestWorstComparisons) comparisonsAgree() bool {
	for i := range b.others {
		if math.Abs(exact.Mul(b.best[i], b.worst[i])-b.times) > 1e-12*b.times {
			return false
		}
	}
	return true
}

// solveWeights gives the weights of the best, the worst and the others, scaled so
// that ξ = 1, or to a worst of 1 if all comparisons agree.
func (b *bestWorstComparisons) solveWeights() []float64 {
	w := make([]float64, 2+len(b.others))
	if b.comparisonsAgree() {
		w[0], w[1] = b.times, 1
		copy(w[2:], b.worst)
		return w
	}
	slope, offset := []float64{b.times}, []float64{1}
	for i := range b.others {
		slope = append(slope, exact.Mul(b.best[i], b.worst[i]))
		offset = append(offset, b.best[i]+1)
	}
	worst := math.Inf(1)
	for i := range slope {
		for j := range slope {
			if slope[i] > slope[j] {
				worst = min(worst, (offset[i]+offset[j])/(slope[i]-slope[j]))
			}
		}
	}
	best := math.Inf(1)
	for i := range slope {
		best = min(best, exact.Mul(slope[i], worst)+offset[i])
	}
	w[0], w[1] = best, worst
	for i := range b.others {
		w[2+i] = min((best+1)/b.best[i], exact.Mul(b.worst[i], worst)+1)
	}
	return w
}

func (b *bestWorstComparisons) fillConsistency(r *BestWorstResult) {
	if b.times > 1 {
		for i, id := range b.others {
			x := math.Abs(exact.Mul(b.best[i], b.worst[i])-b.times) / (exact.Mul(b.times, b.times) - b.times)
			if x > r.Ratio {
				r.Ratio, r.Reconsider = x, id
			}
		}
	}
	row, col := int(b.times)-3, len(b.others)-1
	if row >= 0 && col >= 0 && col < len(ratioThresholds[0]) {
		t := ratioThresholds[row][col]
		r.Threshold = &t
	}
}
