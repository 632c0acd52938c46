package outlook

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// openMasses is what open facts leave open: a box for the mass of every argument,
// and what each value of a fact would make of the boxes that hang on it.
type openMasses struct {
	e                 *compiled.Rules
	in                *compiled.Profile
	v                 *evaluate.Evaluation
	availability      []rules.Truth  // prospects of the forms
	mass              []evaluate.Box // per argument, in the measure of its block, without what unrated priorities may lend
	ungrouped         []int          // arguments in no group
	groups            []factGroup
	unratedShares     []unratedShare
	lowX, highX       float64   // bounds of the priorities' total
	bestCertain       int       // the best form that stays available, or -1
	coefficientBuffer []float64 // for coefficients
	scale             float64   // by which situation-driven masses count in them
}

// factGroup is the arguments that are seen together with one open fact. An
// argument that hangs on several facts belongs to one of them.
type factGroup struct {
	fact            int
	arguments       []int
	possibleAnswers []possibleAnswer
}

// possibleAnswer is one thing that may become of a fact.
type possibleAnswer struct {
	mass         []evaluate.Box // of the arguments of the group
	availability []rules.Truth  // prospects then; nil: as before the answer
	raises       []settledRaise // open before the answer, on arguments of the group
}

// settledRaise is what an answer makes of a raise.
type settledRaise struct {
	form, argument int
	by             float64
	holds          bool
}

func newOpenMasses(e *compiled.Rules, in *compiled.Profile) *openMasses {
	n := len(e.Arguments)
	s := &openMasses{e: e, in: in, v: evaluate.Evaluate(e, in), availability: boundAvailability(e, in), mass: make([]evaluate.Box, n), coefficientBuffer: make([]float64, n)}
	rated := s.v
	trial := *in
	trial.Fact = slices.Clone(in.Fact)
	if in.Unrated != nil {
		trial.Weight, trial.Unrated = s.collectUnratedShares(), nil
		rated = evaluate.Evaluate(e, &trial)
	}
	for i := range s.mass {
		s.mass[i] = argumentBox(rated, e, i)
	}
	s.groupArguments()
	boxes := make([]evaluate.Box, 3*n)
	v := &evaluate.Evaluation{In: &trial, Fired: make([]rules.Truth, len(e.Moderators)), Mu: boxes[:n], X: boxes[n : 2*n], Y: boxes[2*n:]}
	for g := range s.groups {
		s.evaluateAnswers(&s.groups[g], v)
	}
	s.boundPriorityMass()
	return s
}

// unratedShare is what an unrated priority would lend to arguments at the greatest
// weight.
type unratedShare struct {
	arguments []int
	mass      []evaluate.Box
}

// collectUnratedShares gathers what unrated priorities may lend, and gives the weights of the
// others.
func (s *openMasses) collectUnratedShares() []int64 {
	weight := slices.Clone(s.in.Weight)
	for p, unrated := range s.in.Unrated {
		if !unrated {
			continue
		}
		weight[p] = 0
		var w unratedShare
		for i := range s.e.Arguments {
			a := &s.e.Arguments[i]
			for _, share := range a.Shares {
				if share.Priority == p && a.When == nil {
					lent := exact.Mul(evaluate.GreatestLentWeight(s.in, share), a.Def.Strength)
					w.arguments = append(w.arguments, i)
					w.mass = append(w.mass, evaluate.Box{Low: exact.Mul(lent, s.v.Mu[i].Low), High: exact.Mul(lent, s.v.Mu[i].High)})
				}
			}
		}
		s.unratedShares = append(s.unratedShares, w)
	}
	return weight
}

// argumentBox is the box of an argument, before scaling.
func argumentBox(v *evaluate.Evaluation, e *compiled.Rules, i int) evaluate.Box {
	if e.Arguments[i].When == nil {
		return v.X[i]
	}
	return v.Y[i]
}

// groupArguments puts every open argument to the open fact on which most hangs.
func (s *openMasses) groupArguments() {
	weight := make([]float64, len(s.e.Facts))
	for i := range s.mass {
		for _, f := range s.factsBehind(i) {
			weight[f] += s.estimatePull(i)
		}
	}
	group := make([]int, len(s.e.Facts)) // its number, from 1
	for i := range s.mass {
		at := -1
		for _, f := range s.factsBehind(i) {
			if s.in.Fact[f] == compiled.StateUnknown && (at < 0 || weight[f] > weight[at]) {
				at = f
			}
		}
		if at < 0 {
			s.ungrouped = append(s.ungrouped, i)
			continue
		}
		s.addToGroup(group, at, i)
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
func (s *openMasses) addToGroup(groups []int, fact, argument int) {
	if groups[fact] == 0 {
		s.groups = append(s.groups, factGroup{fact: fact})
		groups[fact] = len(s.groups)
	}
	g := &s.groups[groups[fact]-1]
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

// evaluateAnswers finds what each possible answer to a fact makes of the group's arguments.
func (s *openMasses) evaluateAnswers(g *factGroup, v *evaluate.Evaluation) {
	e, in := s.e, v.In
	for _, piece := range listPossibleAnswers(e, g.fact) {
		in.Fact[g.fact] = piece
		in.AnyNeverKnown = s.in.AnyNeverKnown || piece == compiled.StateNeverKnown
		o := possibleAnswer{mass: make([]evaluate.Box, len(g.arguments))}
		for k, i := range g.arguments {
			for _, m := range e.Arguments[i].Moderators {
				v.Fired[m] = in.RuleTruth(e.Moderators[m].When)
			}
			v.Y[i] = evaluate.Box{} // what does not count is not filled in
			evaluate.FillArgumentBoxes(e, v, i)
			o.mass[k] = argumentBox(v, e, i)
		}
		o.raises = s.settleRaises(g, in)
		if e.DecidesAvailability[g.fact] && !isAvailabilityKnown(s.availability) {
			o.availability = boundAvailability(e, in)
		}
		g.possibleAnswers = append(g.possibleAnswers, o)
	}
	in.Fact[g.fact] = compiled.StateUnknown
}

// settleRaises lists what an answer to the fact of a group makes of the raises on its
// arguments that are open without it.
func (s *openMasses) settleRaises(g *factGroup, answered *compiled.Profile) []settledRaise {
	var out []settledRaise
	for f := range s.e.Forms {
		for i := range s.e.Forms[f].Raises {
			x := &s.e.Forms[f].Raises[i]
			if !slices.Contains(g.arguments, x.Argument) || s.in.RuleTruth(x.When) != rules.Unknown {
				continue
			}
			if t := answered.RuleTruth(x.When); t != rules.Unknown {
				out = append(out, settledRaise{f, x.Argument, x.By, t == rules.True})
			}
		}
	}
	return out
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

// boundPriorityMass finds the bounds of X, and the best form that stays available.
func (s *openMasses) boundPriorityMass() {
	for i := range s.coefficientBuffer {
		if s.e.Arguments[i].When == nil {
			s.coefficientBuffer[i] = 1
		}
	}
	s.lowX = s.leastSum(s.coefficientBuffer, -1, -1)
	for i := range s.coefficientBuffer {
		s.coefficientBuffer[i] = -s.coefficientBuffer[i]
	}
	s.highX = -s.leastSum(s.coefficientBuffer, -1, -1)
	s.bestCertain = -1
	values := evaluate.FormValues(s.e, s.v)
	for o := range values {
		if s.availability[o] == rules.True && (s.bestCertain < 0 || values[o] > values[s.bestCertain]) {
			s.bestCertain = o
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
	for g := range s.groups {
		worst := math.Inf(1)
		for n := range s.groups[g].possibleAnswers {
			if a := &s.groups[g].possibleAnswers[n]; r < 0 || a.availability == nil || a.availability[r] != rules.False {
				worst = min(worst, s.leastSumAfter(c, &s.groups[g], a, o, r))
			}
		}
		sum += worst
	}
	return sum
}

// leastSumAfter is the least of Σ c_a m_a over a group after an answer, with the raises
// of two forms that the answer settles.
func (s *openMasses) leastSumAfter(c []float64, g *factGroup, a *possibleAnswer, o, r int) float64 {
	var was []float64
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
