package elicit

import (
	"errors"
	"maps"
	"slices"
)

// Input is what was said by one of the methods that work weights out; at most
// one of its fields is set. The zero Input says nothing, or that weights were
// rated.
type Input struct {
	Ranking   [][]string         `json:"ranking,omitzero"`
	Points    map[string]float64 `json:"points,omitzero"`
	Pairs     []Judgement        `json:"pairs,omitzero"`
	BestWorst *BestWorstInput    `json:"best_worst,omitzero"`
}

// Clone gives a deep copy.
func (in Input) Clone() Input {
	out := Input{Ranking: slices.Clone(in.Ranking), Points: maps.Clone(in.Points), Pairs: slices.Clone(in.Pairs), BestWorst: in.BestWorst.Clone()}
	for i := range out.Ranking {
		out.Ranking[i] = slices.Clone(out.Ranking[i])
	}
	return out
}

// ErrTwoMethods says that more than one field of an [Input] is set.
var ErrTwoMethods = errors.New("elicit: weights come from one method, and more than one is set")

// Weights works the weights out; nil for the zero Input. Pairs weigh what some
// judgement names. Errors are those of the method, and ErrTwoMethods.
func (in Input) Weights() (Weights, error) {
	set := 0
	for _, is := range []bool{in.Ranking != nil, in.Points != nil, in.Pairs != nil, in.BestWorst != nil} {
		if is {
			set++
		}
	}
	if set > 1 {
		return nil, ErrTwoMethods
	}
	switch {
	case in.Ranking != nil:
		return Ranking(in.Ranking)
	case in.Points != nil:
		return Points(in.Points)
	case in.Pairs != nil:
		c, err := Pairs(JudgedPriorities(in.Pairs), in.Pairs)
		if err != nil {
			return nil, err
		}
		return c.Weights, nil
	case in.BestWorst != nil:
		r, err := BestWorst(*in.BestWorst)
		if err != nil {
			return nil, err
		}
		return r.Weights, nil
	}
	return nil, nil
}

// JudgedPriorities lists what judgements name, each once.
func JudgedPriorities(judgements []Judgement) []string {
	var ids []string
	for _, j := range judgements {
		ids = append(ids, j.A, j.B)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
