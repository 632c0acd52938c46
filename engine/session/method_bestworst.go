package session

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// bestWorstMethod asks which of the chosen priorities matters most and which least,
// then compares the most important with all others, and these with the least
// important.
type bestWorstMethod struct{}

const (
	bestPrefix  = "best"
	worstPrefix = "worst"
	timesPrefix = "times"
)

func timesQuestionID(a, b string) string { return methodQuestionID(timesPrefix, []string{a, b}) }

// findBestAndWorst gives the most and the least important of the chosen ones with the
// questions for them; "" while it is not known.
func (bestWorstMethod) findBestAndWorst(s *Session) (best, worst string, ids []string) {
	list := s.listComparable()
	if list == nil {
		return "", "", nil
	}
	ids = []string{methodQuestionID(bestPrefix, list)}
	if best = s.findChosenValue(ids[0]); best == "" {
		return "", "", ids
	}
	others := removeIDs(list, []string{best})
	if len(others) == 1 {
		return best, others[0], ids
	}
	ids = append(ids, methodQuestionID(worstPrefix, others))
	return best, s.findChosenValue(ids[1]), ids
}

// findChosenValue is the choice that was made, "" if none was.
func (s *Session) findChosenValue(id string) string {
	if g := s.given[id]; g.State == Answered {
		return g.Values[0]
	}
	return ""
}

// listComparisons gives the questions that compare with the best and the worst.
func (b bestWorstMethod) listComparisons(s *Session) (over, under []string) {
	best, worst, _ := b.findBestAndWorst(s)
	if worst == "" {
		return nil, nil
	}
	over = []string{timesQuestionID(best, worst)}
	for _, id := range removeIDs(s.listChosen(), []string{best, worst}) {
		over, under = append(over, timesQuestionID(best, id)), append(under, timesQuestionID(id, worst))
	}
	return over, under
}

func (b bestWorstMethod) questionIDs(s *Session) []string {
	_, _, ids := b.findBestAndWorst(s)
	over, under := b.listComparisons(s)
	return slices.Concat(ids, over, under)
}

func (bestWorstMethod) buildQuestion(s *Session, id string) *Question {
	if ids, ok := parseMethodQuestionID(bestPrefix, id); ok {
		return s.buildMethodQuestion(id, OneOf, ids, func(w *rules.Weighing) rules.Wording { return w.Best })
	}
	if ids, ok := parseMethodQuestionID(worstPrefix, id); ok {
		return s.buildMethodQuestion(id, OneOf, ids, func(w *rules.Weighing) rules.Wording { return w.Worst })
	}
	two, ok := parseMethodQuestionID(timesPrefix, id)
	if !ok || len(two) != 2 {
		return nil
	}
	q := s.completePairQuestion(s.buildMethodQuestion(id, Rate, two, func(w *rules.Weighing) rules.Wording { return w.Times }), two)
	if q != nil {
		q.Choices = nil
	}
	return q
}

// storeLeftovers keeps what was said about this choice of priorities, and how far it got.
func (b bestWorstMethod) storeLeftovers(s *Session, weighs bool, into *engine.Unfinished) {
	into.BestWorst = nil
	best, worst, _ := b.findBestAndWorst(s)
	switch {
	case weighs || best == "":
	case worst == "":
		into.BestWorst = &elicit.BestWorstInput{Best: best, BestOver: map[string]float64{}, OverWorst: map[string]float64{}}
	default:
		into.BestWorst = b.elicitedInput(s).BestWorst
	}
}

func (b bestWorstMethod) elicitedInput(s *Session) elicit.Input {
	best, worst, _ := b.findBestAndWorst(s)
	if worst == "" {
		return elicit.Input{}
	}
	in := &elicit.BestWorstInput{Best: best, Worst: worst, BestOver: map[string]float64{}, OverWorst: map[string]float64{}}
	over, under := b.listComparisons(s)
	for _, id := range slices.Concat(over, under) {
		g := s.given[id]
		if g.State != Answered {
			continue
		}
		two, _ := parseMethodQuestionID(timesPrefix, id)
		times, _ := strconv.ParseFloat(g.Values[0], 64) // checked by Answer
		if two[0] == best {
			in.BestOver[two[1]] = times
		} else {
			in.OverWorst[two[0]] = times
		}
	}
	if times, ok := in.BestOver[worst]; ok && len(under) == 0 {
		in.OverWorst[best] = times // two alone: each side of a comparison is there
	}
	return elicit.Input{BestWorst: in}
}

func (b bestWorstMethod) restoreAnswers(s *Session, in elicit.Input) {
	said := in.BestWorst
	list := s.listComparable()
	if said == nil || !slices.Contains(list, said.Best) {
		return
	}
	s.given[methodQuestionID(bestPrefix, list)] = GivenAnswer{State: Answered, Values: []string{said.Best}}
	others := removeIDs(list, []string{said.Best})
	if !slices.Contains(others, said.Worst) {
		return
	}
	if len(others) > 1 {
		s.given[methodQuestionID(worstPrefix, others)] = GivenAnswer{State: Answered, Values: []string{said.Worst}}
	}
	for id, x := range said.BestOver {
		if id != said.Best {
			s.given[timesQuestionID(said.Best, id)] = GivenAnswer{State: Answered, Values: []string{plain.Number(x)}}
		}
	}
	for id, x := range said.OverWorst {
		if id != said.Worst && id != said.Best {
			s.given[timesQuestionID(id, said.Worst)] = GivenAnswer{State: Answered, Values: []string{plain.Number(x)}}
		}
	}
}

func (b bestWorstMethod) measureConsistency(s *Session) *Consistency {
	said := b.elicitedInput(s)
	in := said.BestWorst
	r, err := elicit.BestWorst(*in)
	if err != nil {
		return nil
	}
	f := &Consistency{Ratio: r.Ratio, Limit: r.Threshold, Contradiction: said.FindContradiction()}
	switch {
	case f.Contradiction != nil:
		m := f.Contradiction.Reconsider
		f.Reconsider, f.Suggested = timesQuestionID(m.A, m.B), []string{plain.Number(m.Suggested)}
	case r.Reconsider != "":
		f.Reconsider = timesQuestionID(in.Best, r.Reconsider)
		f.Suggested = []string{plain.Number(min(9, max(1, in.BestOver[in.Worst]/in.OverWorst[r.Reconsider])))}
	}
	return f
}
