package outlook

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// groupArguments puts every open argument to the open fact on which most hangs.
func (s *openMasses) groupArguments() {
	clear(s.pull)
	for _, i := range s.hasMass {
		for _, f := range s.factsBehind(i) {
			s.pull[f] += s.estimatePull(i)
		}
	}
	for _, g := range s.groups {
		g.arguments = g.arguments[:0]
	}
	s.groups, s.ungrouped = s.groups[:0], s.ungrouped[:0]
	for _, i := range s.hasMass {
		at := -1
		for _, f := range s.factsBehind(i) {
			if s.bounds.Facts[f] == compiled.StateUnknown && (at < 0 || s.pull[f] > s.pull[at]) {
				at = f
			}
		}
		if at < 0 {
			s.ungrouped = append(s.ungrouped, i)
			continue
		}
		s.addToGroup(at, i)
	}
	for _, g := range s.groups {
		made := s.areAnswersMade(g)
		if !made && s.isStopped() {
			return
		}
		s.evaluateAnswers(g, made)
	}
}

// factsBehind lists the facts that an open argument reads.
func (s *openMasses) factsBehind(i int) []int {
	if s.mass[i].Low == s.mass[i].High {
		return nil
	}
	return s.e.FactsRead[i]
}

// addToGroup puts an argument to the group of a fact.
func (s *openMasses) addToGroup(fact, argument int) {
	g := s.groupOf[fact]
	if g == nil {
		g = &factGroup{fact: fact}
		for _, piece := range listPossibleAnswers(s.e, fact) {
			g.answers = append(g.answers, possibleAnswer{piece: piece})
		}
		s.groupOf[fact] = g
	}
	if len(g.arguments) == 0 {
		s.groups = append(s.groups, g)
	}
	g.arguments = append(g.arguments, argument)
}

// estimatePull is about how much an open argument may move the values.
func (s *openMasses) estimatePull(i int) float64 {
	width := s.mass[i].High - s.mass[i].Low
	switch {
	case s.e.Arguments[i].When != nil:
		return exact.Mul(s.e.Lambda, width)
	case s.v.SumX > 0:
		return width / s.v.SumX
	}
	return width
}

// listPossibleAnswers is all that may become of an open fact: a value, "does not apply",
// or no answer for good.
func listPossibleAnswers(e *compiled.Rules, f int) []int8 {
	out := []int8{compiled.StateNA, compiled.StateNeverKnown}
	for p := range e.Facts[f].PieceCount() {
		out = append(out, int8(p))
	}
	return out
}

// evaluateAnswers finds what each possible answer to a fact makes of the group's arguments,
// whose boxes may be made already.
func (s *openMasses) evaluateAnswers(g *factGroup, made bool) {
	for k := range g.answers {
		a := &g.answers[k]
		a.raises = a.raises[:0]
		if made {
			continue
		}
		a.mass = a.mass[:0]
		s.tryAnswer(g.fact, a.piece, 0, s.bounds.Table.FirstAvailability, func() {
			for _, i := range g.arguments {
				a.mass = append(a.mass, s.massBox(i))
			}
		})
	}
	for i := range s.openRaises {
		x := &s.openRaises[i]
		if !slices.Contains(g.arguments, x.Argument) {
			continue
		}
		for k := range g.answers {
			a := &g.answers[k]
			if t := s.bounds.TruthWith(s.bounds.Table.Raises[x.form][x.place], g.fact, a.piece); t != rules.Unknown {
				a.raises = append(a.raises, settledRaise{x.form, x.Argument, x.By, t == rules.True})
			}
		}
	}
}

// areAnswersMade reports whether the boxes of the answers are those that would be made
// now, and if not notes what they will be made from.
func (s *openMasses) areAnswersMade(g *factGroup) bool {
	same := g.ofWeights == s.ofWeights && slices.Equal(g.arguments, g.madeFor)
	for k := 0; same && k < len(g.arguments); k++ {
		same = s.ofArgument[g.arguments[k]] == g.madeAt[k]
	}
	if same {
		return true
	}
	g.ofWeights, g.madeFor, g.madeAt = s.ofWeights, append(g.madeFor[:0], g.arguments...), g.madeAt[:0]
	for _, i := range g.arguments {
		g.madeAt = append(g.madeAt, s.ofArgument[i])
	}
	return false
}

// tryAnswer does something with an open fact answered, as far as conditions in a range of
// numbers tell.
func (s *openMasses) tryAnswer(fact int, piece int8, from, to int32, do func()) {
	b := s.bounds
	set := func(state int8) {
		b.SetFor(fact, state, from, to)
		for _, c := range b.Changed {
			if int(c) < len(s.fired) {
				s.fired[c] = b.RuleTruth(c)
			}
		}
	}
	set(piece)
	do()
	set(compiled.StateUnknown)
	b.Changed = b.Changed[:0] // all is as it was
}

// excludeAnswers marks the answers that rule a form out.
func (s *openMasses) excludeAnswers(form int) {
	for _, g := range s.groups {
		decides := s.availability[form] == rules.Unknown && s.bounds.Table.DecidesForm[form][g.fact]
		for k := range g.answers {
			a := &g.answers[k]
			a.excluded = false
			if decides {
				s.tryAnswer(g.fact, a.piece, s.bounds.Table.FirstAvailability, s.bounds.Table.FirstOther, func() { a.excluded = s.bounds.FormTruth(s.e, form) == rules.False })
			}
		}
	}
}

// leastSum bounds Σ c_a m_a from below. A fact has one value, so the masses that
// hang on it go by the value that is worst for their sum; values that rule out
// the form r are left aside (-1: none). Each group and each loose argument
// takes its worst by itself, and no answers can do worse than all worsts:
// min Σ_f g_f(answers) >= Σ_f min_v g_f(v). So does each unrated priority; its
// part is proportional to its weight, so the worst is nothing or the greatest. An
// answer also settles raises of the forms o and r, which c took at their worst.
func (s *openMasses) leastSum(c []float64, o, r int) float64 {
	sum := 0.0
	for _, i := range s.ungrouped {
		sum += leastProduct(c[i], s.mass[i])
	}
	for i := range s.unratedShares {
		sum += min(0, leastGroupSum(c, s.unratedShares[i].arguments, s.unratedShares[i].mass))
	}
	for _, g := range s.groups {
		worst := math.Inf(1)
		for n := range g.answers {
			if a := &g.answers[n]; r < 0 || !a.excluded {
				worst = min(worst, s.leastSumAfter(c, g, a, o, r))
			}
		}
		sum += worst
	}
	return sum
}

// leastSumAfter is the least of Σ c_a m_a over a group after an answer, with the raises
// of two forms that the answer settles.
func (s *openMasses) leastSumAfter(c []float64, g *factGroup, a *possibleAnswer, o, r int) float64 {
	if len(a.raises) == 0 {
		return leastGroupSum(c, g.arguments, a.mass)
	}
	was := make([]float64, 0, 8)
	for _, x := range a.raises {
		was = append(was, c[x.argument])
		if r >= 0 && (x.form == o && x.holds || x.form == r && !x.holds) {
			c[x.argument] += exact.Mul(s.scale, x.by)
		}
	}
	sum := leastGroupSum(c, g.arguments, a.mass)
	for i := len(a.raises) - 1; i >= 0; i-- {
		c[a.raises[i].argument] = was[i]
	}
	return sum
}

// leastGroupSum is the least of Σ c_a m_a over some arguments.
func leastGroupSum(c []float64, arguments []int, mass []evaluate.Box) float64 {
	sum := 0.0
	for k, i := range arguments {
		sum += leastProduct(c[i], mass[k])
	}
	return sum
}

// leastProduct is the least of c·m for a mass in its box.
func leastProduct(c float64, m evaluate.Box) float64 {
	if c < 0 {
		return exact.Mul(c, m.High)
	}
	return exact.Mul(c, m.Low)
}
