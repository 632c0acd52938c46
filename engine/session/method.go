package session

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
)

// weighingMethod asks about the chosen priorities. Ids of its questions that are no
// priorities contain the priorities that they are about, so that an answer
// counts for just these, and comes back with them.
type weighingMethod interface {
	// ids lists the questions for the priorities that were chosen, in order.
	questionIDs(s *Session) []string
	// question builds a question, nil if the method has none of this id.
	buildQuestion(s *Session, id string) *Question
	// input is what was said, the zero Input if nothing was.
	elicitedInput(s *Session) elicit.Input
	// take puts what was said earlier into answers.
	restoreAnswers(s *Session, in elicit.Input)
	// rest puts what was said and does not count in place of what stands there;
	// weighs tells that input does count.
	storeLeftovers(s *Session, weighs bool, into *engine.Unfinished)
	// fit says how well what was said fits together, nil if it always does.
	measureConsistency(s *Session) *Consistency
}

var weighingMethods = map[elicit.Method]weighingMethod{
	elicit.ByRanking: rankingMethod{}, elicit.ByPoints: pointsMethod{}, elicit.ByPairs: pairsMethod{}, elicit.ByBestWorst: bestWorstMethod{},
}

// methodSeparator stands in ids of questions that are neither facts nor priorities.
const methodSeparator = "/"

// methodQuestionID makes the id of a question about several priorities.
func methodQuestionID(what string, priorities []string) string {
	return what + methodSeparator + strings.Join(priorities, "+")
}

// parseMethodQuestionID takes such an id apart; ok is false if it is another's.
func parseMethodQuestionID(what, id string) (priorities []string, ok bool) {
	list, ok := strings.CutPrefix(id, what+methodSeparator)
	return strings.Split(list, "+"), ok
}

// listChosen lists the priorities that were chosen, in the order of the pack.
func (s *Session) listChosen() []string {
	var out []string
	for i := range s.pack.Priorities {
		if id := s.pack.Priorities[i].ID; slices.Contains(s.given[rules.PrioritiesID].Values, id) {
			out = append(out, id)
		}
	}
	return out
}

// listComparable gives the chosen priorities if there is anything to compare.
func (s *Session) listComparable() []string {
	if ids := s.listChosen(); len(ids) > 1 {
		return ids
	}
	return nil
}

// listWeightQuestions lists the questions about how much priorities matter: those to ask, and
// those that were answered for a different choice.
func (s *Session) listWeightQuestions() []string {
	if s.method == nil {
		var ids []string
		for i := range s.pack.Priorities {
			ids = append(ids, s.pack.Priorities[i].ID)
		}
		return ids
	}
	ids := s.method.questionIDs(s)
	for _, id := range s.answeredOrder {
		if strings.Contains(id, methodSeparator) && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
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

// Consistency says how well comparisons fit together.
type Consistency struct {
	// Ratio is the consistency ratio of the method, 0 if all fit; nil if it is
	// not defined, since comparisons were left out, say.
	Ratio *float64
	// Limit is the greatest ratio that counts as consistent; nil if none is
	// known.
	Limit *float64
	// Reconsider is the question whose answer fits the others least; "" if all
	// fit. Suggested is the answer that would.
	Reconsider string
	Suggested  []string
}

// IsConsistent reports whether the comparisons fit well enough, or nobody can say.
func (f *Consistency) IsConsistent() bool {
	return f.Ratio == nil || f.Limit == nil || *f.Ratio <= *f.Limit
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
