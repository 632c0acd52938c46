package session

import (
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// pairs asks for each two of the chosen priorities which matters more. First
// come those with the first one, which link all of them.
type pairs struct{}

// pairID makes the id of the question that compares two priorities.
func pairID(a, b string) string { return about("pair", []string{a, b}) }

func (pairs) ids(s *Session) []string {
	var out []string
	list := s.chosen()
	for i, a := range list {
		for _, b := range list[i+1:] {
			out = append(out, pairID(a, b))
		}
	}
	return out
}

func (pairs) question(s *Session, id string) *Question {
	two, ok := subject("pair", id)
	if !ok || len(two) != 2 {
		return nil
	}
	q := s.asking(id, Compare, two, func(w *rules.Weighing) rules.Wording { return w.Pair })
	return s.between(q, two)
}

// between names the two priorities in a question about them, and says what
// numbers of times mean.
func (s *Session) between(q *Question, two []string) *Question {
	if q == nil {
		return nil
	}
	a, b := s.pack.Priority(two[0]).Title, s.pack.Priority(two[1]).Title
	q.Title = rules.Text{En: a.En + " / " + b.En, Zh: a.Zh + " / " + b.Zh}
	q.Min, q.Max = 1, 9
	if q.Text == (rules.Text{}) {
		q.Text = q.Title
		return q
	}
	q.Text = rules.Text{En: put(q.Text.En, "{a}", a.En, "{b}", b.En), Zh: put(q.Text.Zh, "{a}", a.Zh, "{b}", b.Zh)}
	q.Anchors = s.pack.Asking.Weigh.Scale
	return q
}

func (p pairs) input(s *Session) elicit.Input {
	return elicit.Input{Pairs: s.judgements(p.ids(s))}
}

// judgements are what was said to some of the questions about pairs.
func (s *Session) judgements(ids []string) (out []elicit.Judgement) {
	for _, id := range ids {
		g := s.given[id]
		if two, _ := subject("pair", id); g.State == Answered {
			out = append(out, judgement(two, g.Values))
		}
	}
	return out
}

// every lists the questions about all pairs of the pack.
func (pairs) every(s *Session) (ids []string) {
	for i, a := range s.pack.Priorities {
		for _, b := range s.pack.Priorities[i+1:] {
			ids = append(ids, pairID(a.ID, b.ID))
		}
	}
	return ids
}

// rest keeps judgements about what is no longer chosen, too.
func (p pairs) rest(s *Session, weighs bool, into *engine.Unfinished) {
	ids := p.every(s)
	if weighs {
		ids = without(ids, p.ids(s))
	}
	into.Pairs = s.judgements(ids)
}

// judgement reads the one that matters more and how many times.
func judgement(two, values []string) elicit.Judgement {
	j := elicit.Judgement{A: two[0], B: two[1]}
	if values[0] == j.B {
		j.A, j.B = j.B, j.A
	}
	j.Times, _ = strconv.ParseFloat(values[1], 64) // checked by Answer
	return j
}

func (p pairs) take(s *Session, in elicit.Input) {
	said := map[string][]string{}
	for _, j := range in.Pairs {
		said[pairID(j.A, j.B)], said[pairID(j.B, j.A)] = more(j.A, j.B, j.Times), more(j.A, j.B, j.Times)
	}
	for _, id := range p.every(s) {
		if values, ok := said[id]; ok {
			s.given[id] = Given{Answered, values}
		}
	}
}

// more puts a judgement into values; times is above 0.
func more(a, b string, times float64) []string {
	if times < 1 {
		a, times = b, min(9, 1/times)
	}
	return []string{a, number(times)}
}

func (p pairs) fit(s *Session) *Fit {
	c, err := elicit.Pairs(s.chosen(), p.input(s).Pairs)
	if err != nil {
		return nil
	}
	limit := elicit.Consistent
	f := &Fit{Ratio: c.Ratio, Limit: &limit}
	if m := c.Reconsider; m != nil {
		f.Suggested = more(m.A, m.B, m.Suggested)
		for _, id := range []string{pairID(m.A, m.B), pairID(m.B, m.A)} {
			if s.given[id].State == Answered {
				f.Reconsider = id
			}
		}
	}
	return f
}

// checkCompare refuses all but one of the two and a number of times, or "="
// for 1 time.
func (q *Question) checkCompare(values []string) ([]string, error) {
	var list diag.List
	switch n := len(values); {
	case n == 0:
		list.Add(diag.NoAnswer(diag.Pos{}))
	case n == 1 && values[0] == "=":
		return []string{q.Choices[0].ID, "1"}, nil
	case n > 2:
		list.Add(diag.TooManyChoices(diag.Pos{}, strconv.Itoa(n), "2"))
	case q.index(values[0]) < 0:
		list.Add(q.noChoice(values[0]))
	case n == 1:
		list.Add(diag.MissingFactor(diag.Pos{}, values[0]))
	default:
		if d, bad := q.noNumber(values[1]); bad {
			list.Add(d)
		}
	}
	return refused(list, values)
}
