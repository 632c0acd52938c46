package engine

import (
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// scene is what open facts leave open: a box for the mass of every argument,
// and what each value of a fact would make of the boxes that hang on it.
type scene struct {
	e           *Engine
	in          *input
	v           *evaluation
	can         []rules.Truth // prospects of the options
	mass        []box         // per argument, in the measure of its block, without wishes
	loose       []int         // arguments in no group
	groups      []group
	wishes      []wish
	lowX, highX float64   // bounds of the priorities' total
	best        int       // the best option that stays available, or -1
	room        []float64 // for coefficients
}

// group is the arguments that are seen together with one open fact. An
// argument that hangs on several facts belongs to one of them.
type group struct {
	fact      int
	arguments []int
	values    []outlet
}

// outlet is one thing that may become of a fact.
type outlet struct {
	mass []box         // of the arguments of the group
	can  []rules.Truth // prospects then; nil: as in the scene
}

func (e *Engine) scene(in *input) *scene {
	n := len(e.arguments)
	s := &scene{e: e, in: in, v: e.evaluate(in), can: e.prospects(in), mass: make([]box, n), room: make([]float64, n)}
	rated := s.v
	trial := *in
	trial.fact = slices.Clone(in.fact)
	if in.unrated != nil {
		trial.weight, trial.unrated = s.wish(), nil
		rated = e.evaluate(&trial)
	}
	for i := range s.mass {
		s.mass[i] = rated.box(e, i)
	}
	s.gather()
	boxes := make([]box, 3*n)
	v := &evaluation{in: &trial, fired: make([]rules.Truth, len(e.moderators)), mu: boxes[:n], x: boxes[n : 2*n], y: boxes[2*n:]}
	for g := range s.groups {
		s.try(&s.groups[g], v)
	}
	s.extent()
	return s
}

// wish is what an unrated priority would lend to arguments at the greatest
// weight.
type wish struct {
	arguments []int
	mass      []box
}

// wish gathers what unrated priorities may lend, and gives the weights of the
// others.
func (s *scene) wish() []int64 {
	weight := slices.Clone(s.in.weight)
	for p, unrated := range s.in.unrated {
		if !unrated {
			continue
		}
		weight[p] = 0
		var w wish
		for i := range s.e.arguments {
			a := &s.e.arguments[i]
			for _, share := range a.shares {
				if share.priority == p && a.when == nil {
					lent := float64(s.in.utmost(share) * a.def.Strength)
					w.arguments = append(w.arguments, i)
					w.mass = append(w.mass, box{lo: float64(lent * s.v.mu[i].lo), hi: float64(lent * s.v.mu[i].hi)})
				}
			}
		}
		s.wishes = append(s.wishes, w)
	}
	return weight
}

// box is the box of an argument, before scaling.
func (v *evaluation) box(e *Engine, i int) box {
	if e.arguments[i].when == nil {
		return v.x[i]
	}
	return v.y[i]
}

// gather puts every open argument to the open fact on which most hangs.
func (s *scene) gather() {
	weight := make([]float64, len(s.e.facts))
	for i := range s.mass {
		for _, f := range s.hangsOn(i) {
			weight[f] += s.pull(i)
		}
	}
	group := make([]int, len(s.e.facts)) // its number, from 1
	for i := range s.mass {
		at := -1
		for _, f := range s.hangsOn(i) {
			if s.in.fact[f] == stateUnknown && (at < 0 || weight[f] > weight[at]) {
				at = f
			}
		}
		if at < 0 {
			s.loose = append(s.loose, i)
			continue
		}
		s.join(group, at, i)
	}
}

// hangsOn lists the facts that an open argument reads.
func (s *scene) hangsOn(i int) []int {
	if s.mass[i].lo == s.mass[i].hi {
		return nil
	}
	return s.e.reads[i]
}

// join puts an argument to the group of a fact.
func (s *scene) join(groups []int, fact, argument int) {
	if groups[fact] == 0 {
		s.groups = append(s.groups, group{fact: fact})
		groups[fact] = len(s.groups)
	}
	g := &s.groups[groups[fact]-1]
	g.arguments = append(g.arguments, argument)
}

// pull is about how much an open argument may move the values.
func (s *scene) pull(i int) float64 {
	width := s.mass[i].hi - s.mass[i].lo
	switch {
	case s.e.arguments[i].when != nil:
		return float64(s.e.lambda * width)
	case s.v.sumX > 0:
		return width / s.v.sumX
	}
	return width
}

// try finds what each outlet of a fact makes of the group's arguments.
func (s *scene) try(g *group, v *evaluation) {
	e, in := s.e, v.in
	for _, piece := range e.outlets(g.fact) {
		in.fact[g.fact] = piece
		in.final = s.in.final || piece == stateFinal
		o := outlet{mass: make([]box, len(g.arguments))}
		for k, i := range g.arguments {
			for _, m := range e.arguments[i].moderators {
				v.fired[m] = in.truth(e.moderators[m].when)
			}
			v.y[i] = box{} // what does not count is not filled in
			e.argumentMass(v, i)
			o.mass[k] = v.box(e, i)
		}
		if e.bars[g.fact] && !definite(s.can) {
			o.can = e.prospects(in)
		}
		g.values = append(g.values, o)
	}
	in.fact[g.fact] = stateUnknown
}

// outlets is all that may become of an open fact: a value, "does not apply",
// or no answer for good.
func (e *Engine) outlets(f int) []int8 {
	out := []int8{stateNA, stateFinal}
	for p := range e.facts[f].pieces() {
		out = append(out, int8(p))
	}
	return out
}
