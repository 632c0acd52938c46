package engine

import (
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// openMasses is what open facts leave open: a box for the mass of every argument,
// and what each value of a fact would make of the boxes that hang on it.
type openMasses struct {
	e                 *Engine
	in                *indexedProfile
	v                 *evaluation
	availability      []rules.Truth // prospects of the options
	mass              []box         // per argument, in the measure of its block, without wishes
	ungrouped         []int         // arguments in no group
	groups            []factGroup
	unratedShares     []unratedShare
	lowX, highX       float64   // bounds of the priorities' total
	bestCertain       int       // the best option that stays available, or -1
	coefficientBuffer []float64 // for coefficients
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
	mass         []box         // of the arguments of the group
	availability []rules.Truth // prospects then; nil: as in the scene
}

func (e *Engine) newOpenMasses(in *indexedProfile) *openMasses {
	n := len(e.arguments)
	s := &openMasses{e: e, in: in, v: e.evaluate(in), availability: e.boundAvailability(in), mass: make([]box, n), coefficientBuffer: make([]float64, n)}
	rated := s.v
	trial := *in
	trial.fact = slices.Clone(in.fact)
	if in.unrated != nil {
		trial.weight, trial.unrated = s.collectUnratedShares(), nil
		rated = e.evaluate(&trial)
	}
	for i := range s.mass {
		s.mass[i] = rated.argumentBox(e, i)
	}
	s.groupArguments()
	boxes := make([]box, 3*n)
	v := &evaluation{in: &trial, fired: make([]rules.Truth, len(e.moderators)), mu: boxes[:n], x: boxes[n : 2*n], y: boxes[2*n:]}
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
	mass      []box
}

// collectUnratedShares gathers what unrated priorities may lend, and gives the weights of the
// others.
func (s *openMasses) collectUnratedShares() []int64 {
	weight := slices.Clone(s.in.weight)
	for p, unrated := range s.in.unrated {
		if !unrated {
			continue
		}
		weight[p] = 0
		var w unratedShare
		for i := range s.e.arguments {
			a := &s.e.arguments[i]
			for _, share := range a.shares {
				if share.priority == p && a.when == nil {
					lent := mul(s.in.greatestLentWeight(share), a.def.Strength)
					w.arguments = append(w.arguments, i)
					w.mass = append(w.mass, box{low: mul(lent, s.v.mu[i].low), high: mul(lent, s.v.mu[i].high)})
				}
			}
		}
		s.unratedShares = append(s.unratedShares, w)
	}
	return weight
}

// argumentBox is the box of an argument, before scaling.
func (v *evaluation) argumentBox(e *Engine, i int) box {
	if e.arguments[i].when == nil {
		return v.x[i]
	}
	return v.y[i]
}

// groupArguments puts every open argument to the open fact on which most hangs.
func (s *openMasses) groupArguments() {
	weight := make([]float64, len(s.e.facts))
	for i := range s.mass {
		for _, f := range s.factsBehind(i) {
			weight[f] += s.estimatePull(i)
		}
	}
	group := make([]int, len(s.e.facts)) // its number, from 1
	for i := range s.mass {
		at := -1
		for _, f := range s.factsBehind(i) {
			if s.in.fact[f] == stateUnknown && (at < 0 || weight[f] > weight[at]) {
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
	if s.mass[i].low == s.mass[i].high {
		return nil
	}
	return s.e.factsRead[i]
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
	width := s.mass[i].high - s.mass[i].low
	switch {
	case s.e.arguments[i].when != nil:
		return mul(s.e.lambda, width)
	case s.v.sumX > 0:
		return width / s.v.sumX
	}
	return width
}

// evaluateAnswers finds what each outlet of a fact makes of the group's arguments.
func (s *openMasses) evaluateAnswers(g *factGroup, v *evaluation) {
	e, in := s.e, v.in
	for _, piece := range e.listPossibleAnswers(g.fact) {
		in.fact[g.fact] = piece
		in.anyNeverKnown = s.in.anyNeverKnown || piece == stateNeverKnown
		o := possibleAnswer{mass: make([]box, len(g.arguments))}
		for k, i := range g.arguments {
			for _, m := range e.arguments[i].moderators {
				v.fired[m] = in.ruleTruth(e.moderators[m].when)
			}
			v.y[i] = box{} // what does not count is not filled in
			e.fillArgumentBoxes(v, i)
			o.mass[k] = v.argumentBox(e, i)
		}
		if e.decidesAvailability[g.fact] && !isAvailabilityKnown(s.availability) {
			o.availability = e.boundAvailability(in)
		}
		g.possibleAnswers = append(g.possibleAnswers, o)
	}
	in.fact[g.fact] = stateUnknown
}

// listPossibleAnswers is all that may become of an open fact: a value, "does not apply",
// or no answer for good.
func (e *Engine) listPossibleAnswers(f int) []int8 {
	out := []int8{stateNA, stateNeverKnown}
	for p := range e.facts[f].pieceCount() {
		out = append(out, int8(p))
	}
	return out
}
