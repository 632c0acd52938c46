package session

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
)

// bestWorst asks which of the chosen priorities matters most and which least,
// then compares the most important with all others, and these with the least
// important.
type bestWorst struct{}

const (
	bestID  = "best"
	worstID = "worst"
	timesID = "times"
)

func timesOf(a, b string) string { return about(timesID, []string{a, b}) }

// ends gives the most and the least important of the chosen ones with the
// questions for them; "" while it is not known.
func (bestWorst) ends(s *Session) (best, worst string, ids []string) {
	list := s.several()
	if list == nil {
		return "", "", nil
	}
	ids = []string{about(bestID, list)}
	if best = s.oneOf(ids[0]); best == "" {
		return "", "", ids
	}
	others := without(list, []string{best})
	if len(others) == 1 {
		return best, others[0], ids
	}
	ids = append(ids, about(worstID, others))
	return best, s.oneOf(ids[1]), ids
}

// oneOf is the choice that was made, "" if none was.
func (s *Session) oneOf(id string) string {
	if g := s.given[id]; g.State == Answered {
		return g.Values[0]
	}
	return ""
}

// comparisons gives the questions that compare with the best and the worst.
func (b bestWorst) comparisons(s *Session) (over, under []string) {
	best, worst, _ := b.ends(s)
	if worst == "" {
		return nil, nil
	}
	over = []string{timesOf(best, worst)}
	for _, id := range without(s.chosen(), []string{best, worst}) {
		over, under = append(over, timesOf(best, id)), append(under, timesOf(id, worst))
	}
	return over, under
}

func (b bestWorst) ids(s *Session) []string {
	_, _, ids := b.ends(s)
	over, under := b.comparisons(s)
	return slices.Concat(ids, over, under)
}

func (bestWorst) question(s *Session, id string) *Question {
	if ids, ok := subject(bestID, id); ok {
		return s.asking(id, OneOf, ids, func(w *rules.Weighing) rules.Wording { return w.Best })
	}
	if ids, ok := subject(worstID, id); ok {
		return s.asking(id, OneOf, ids, func(w *rules.Weighing) rules.Wording { return w.Worst })
	}
	two, ok := subject(timesID, id)
	if !ok || len(two) != 2 {
		return nil
	}
	q := s.between(s.asking(id, Rate, two, func(w *rules.Weighing) rules.Wording { return w.Times }), two)
	if q != nil {
		q.Choices = nil
	}
	return q
}

// rest keeps what was said about this choice of priorities, and how far it got.
func (b bestWorst) rest(s *Session, weighs bool, into *engine.Unfinished) {
	into.BestWorst = nil
	best, worst, _ := b.ends(s)
	switch {
	case weighs || best == "":
	case worst == "":
		into.BestWorst = &elicit.BestWorstInput{Best: best, BestOver: map[string]float64{}, OverWorst: map[string]float64{}}
	default:
		into.BestWorst = b.input(s).BestWorst
	}
}

func (b bestWorst) input(s *Session) elicit.Input {
	best, worst, _ := b.ends(s)
	if worst == "" {
		return elicit.Input{}
	}
	in := &elicit.BestWorstInput{Best: best, Worst: worst, BestOver: map[string]float64{}, OverWorst: map[string]float64{}}
	over, under := b.comparisons(s)
	for _, id := range slices.Concat(over, under) {
		g := s.given[id]
		if g.State != Answered {
			continue
		}
		two, _ := subject(timesID, id)
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

func (b bestWorst) take(s *Session, in elicit.Input) {
	said := in.BestWorst
	list := s.several()
	if said == nil || !slices.Contains(list, said.Best) {
		return
	}
	s.given[about(bestID, list)] = Given{Answered, []string{said.Best}}
	others := without(list, []string{said.Best})
	if !slices.Contains(others, said.Worst) {
		return
	}
	if len(others) > 1 {
		s.given[about(worstID, others)] = Given{Answered, []string{said.Worst}}
	}
	for id, x := range said.BestOver {
		if id != said.Best {
			s.given[timesOf(said.Best, id)] = Given{Answered, []string{number(x)}}
		}
	}
	for id, x := range said.OverWorst {
		if id != said.Worst && id != said.Best {
			s.given[timesOf(id, said.Worst)] = Given{Answered, []string{number(x)}}
		}
	}
}

func (b bestWorst) fit(s *Session) *Fit {
	in := b.input(s).BestWorst
	r, err := elicit.BestWorst(*in)
	if err != nil {
		return nil
	}
	f := &Fit{Ratio: &r.Ratio, Limit: r.Threshold}
	if id := r.Reconsider; id != "" {
		f.Reconsider = timesOf(in.Best, id)
		f.Suggested = []string{number(min(9, max(1, in.BestOver[in.Worst]/in.OverWorst[id])))}
	}
	return f
}
