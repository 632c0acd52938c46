package session

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
)

var weighingMethods = map[elicit.Method]weighingMethod{
	elicit.ByRanking: rankingMethod{}, elicit.ByPoints: pointsMethod{}, elicit.ByPairs: pairsMethod{}, elicit.ByBestWorst: bestWorstMethod{},
}

// computeWeights gives the weights that the method comes to, and what from; none until
// it weighs all that were chosen.
func (s *Session) computeWeights() (elicit.Weights, elicit.Input) {
	if s.method == nil {
		return nil, s.baseProfile.WeightsFrom
	}
	in := s.method.elicitedInput(s)
	w, err := in.Weights()
	if err != nil || len(w) == 0 || len(w) != len(s.listChosen()) {
		return nil, elicit.Input{}
	}
	return w, in
}

// collectUnfinished is what was said and weighs nothing, by other methods too, and what
// was chosen and not rated.
func (s *Session) collectUnfinished(weighs bool) engine.Unfinished {
	out := s.baseProfile.Unfinished
	out.Unrated = nil
	if !weighs {
		out.Unrated = s.listUnrated()
	}
	if s.method != nil {
		s.method.storeLeftovers(s, weighs, &out)
	}
	return out
}

// listUnrated lists the chosen priorities without a rating, if others have one.
func (s *Session) listUnrated() []string {
	chosen := s.listChosen()
	out := slices.DeleteFunc(slices.Clone(chosen), func(id string) bool { return s.given[id].State == Answered })
	if len(out) == 0 || len(out) == len(chosen) {
		return nil
	}
	return out
}

// MethodResult is what the method comes to.
type MethodResult struct {
	// Enough is false if too little was said to weigh all that were chosen;
	// they keep the weights that they had, or count alike.
	Enough bool
	// Weights are those that come out, if it is enough.
	Weights     elicit.Weights
	Consistency *Consistency // nil where everything fits anyway
}

// MethodResult says what was made of the answers about priorities; nil as long as
// questions about them are open, if fewer than two were chosen, and for
// ratings, which are the weights.
func (s *Session) MethodResult() *MethodResult {
	if s.method == nil || s.listComparable() == nil {
		return nil
	}
	for _, id := range s.method.questionIDs(s) {
		if s.given[id].State == Unanswered {
			return nil
		}
	}
	w, _ := s.computeWeights()
	if w == nil {
		return &MethodResult{}
	}
	out := &MethodResult{Enough: true, Weights: w}
	if len(w) > 2 {
		out.Consistency = s.method.measureConsistency(s)
	}
	return out
}
