package session

import (
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// pairsMethod asks for each two of the chosen priorities which matters more. First
// come those with the first one, which link all of them.
type pairsMethod struct{}

// pairQuestionID makes the id of the question that compares two priorities.
func pairQuestionID(a, b string) string { return methodQuestionID("pair", []string{a, b}) }

func (pairsMethod) questionIDs(s *Session) []string {
	var out []string
	list := s.listChosen()
	for i, a := range list {
		for _, b := range list[i+1:] {
			out = append(out, pairQuestionID(a, b))
		}
	}
	return out
}

func (pairsMethod) buildQuestion(s *Session, id string) *Question {
	two, ok := parseMethodQuestionID("pair", id)
	if !ok || len(two) != 2 {
		return nil
	}
	q := s.buildMethodQuestion(id, Compare, two, func(w *rules.Weighing) rules.Wording { return w.Pair })
	return s.completePairQuestion(q, two)
}

func (p pairsMethod) elicitedInput(s *Session) elicit.Input {
	return elicit.Input{Pairs: s.collectJudgements(p.questionIDs(s))}
}

// collectJudgements are what was said to some of the questions about pairs.
func (s *Session) collectJudgements(ids []string) (out []elicit.Judgement) {
	for _, id := range ids {
		g := s.given[id]
		if two, _ := parseMethodQuestionID("pair", id); g.State == Answered {
			out = append(out, parseJudgement(two, g.Values))
		}
	}
	return out
}

// listAllPairs lists the questions about all pairs of the pack.
func (pairsMethod) listAllPairs(s *Session) (ids []string) {
	for i, a := range s.pack.Priorities {
		for _, b := range s.pack.Priorities[i+1:] {
			ids = append(ids, pairQuestionID(a.ID, b.ID))
		}
	}
	return ids
}

// storeLeftovers keeps judgements about what is no longer chosen, too.
func (p pairsMethod) storeLeftovers(s *Session, weighs bool, into *engine.Unfinished) {
	ids := p.listAllPairs(s)
	if weighs {
		ids = removeIDs(ids, p.questionIDs(s))
	}
	into.Pairs = s.collectJudgements(ids)
}

// parseJudgement reads the one that matters more and how many times.
func parseJudgement(two, values []string) elicit.Judgement {
	j := elicit.Judgement{A: two[0], B: two[1]}
	if values[0] == j.B {
		j.A, j.B = j.B, j.A
	}
	j.Times, _ = strconv.ParseFloat(values[1], 64) // checked by Answer
	return j
}

func (p pairsMethod) restoreAnswers(s *Session, in elicit.Input) {
	said := map[string][]string{}
	for _, j := range in.Pairs {
		said[pairQuestionID(j.A, j.B)], said[pairQuestionID(j.B, j.A)] = formatJudgement(j.A, j.B, j.Times), formatJudgement(j.A, j.B, j.Times)
	}
	for _, id := range p.listAllPairs(s) {
		if values, ok := said[id]; ok {
			s.given[id] = GivenAnswer{State: Answered, Values: values}
		}
	}
}

// formatJudgement puts a judgement into values; times is above 0.
func formatJudgement(a, b string, times float64) []string {
	if times < 1 {
		a, times = b, min(9, 1/times)
	}
	return []string{a, plain.Number(times)}
}

func (p pairsMethod) measureConsistency(s *Session) *Consistency {
	in := p.elicitedInput(s)
	c, err := elicit.Pairs(s.listChosen(), in.Pairs)
	if err != nil {
		return nil
	}
	limit := elicit.ConsistentRatio
	f := &Consistency{Ratio: c.Ratio, Limit: &limit, Contradiction: in.FindContradiction()}
	m := c.Reconsider
	if f.Contradiction != nil {
		m = &f.Contradiction.Reconsider
	}
	if m == nil {
		return f
	}
	f.Suggested = formatJudgement(m.A, m.B, m.Suggested)
	for _, id := range []string{pairQuestionID(m.A, m.B), pairQuestionID(m.B, m.A)} {
		if s.given[id].State == Answered {
			f.Reconsider = id
		}
	}
	return f
}
