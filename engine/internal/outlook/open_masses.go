package outlook

import (
	"context"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// openMasses is what open facts leave open: a box for the mass of every argument,
// and what each value of a fact would make of the boxes that hang on it. It is taken from
// one profile to the next with take, which does again only what hangs on what changed.
type openMasses struct {
	e         *compiled.Rules
	isStopped func() bool // nobody waits any more: what is worked out is of no use
	bounds    *compiled.Bounds
	limits    []int // of the profile: per form, whether it is excluded

	weight  []int64 // those that the boxes were made with
	unrated []bool
	sum     int64
	lent    []evaluate.Box // per argument, by v
	lentNow []evaluate.Box // the same without unrated priorities
	isStale []bool         // per argument: its boxes are to be made again
	versions
	fired []rules.Truth // per moderator

	v    *evaluate.Evaluation
	mass []evaluate.Box // per argument, in the measure of its block, without what unrated priorities may lend

	availability  []rules.Truth // prospects of the forms
	raises        [][]rules.Truth
	openRaises    []openRaise
	ungrouped     []int // arguments in no group
	hasMass       []int // arguments that can have a mass, or that unrated priorities lend one
	groups        []*factGroup
	groupOf       []*factGroup // per fact, kept from profile to profile
	pull          []float64    // per fact: room
	unratedShares []unratedShare
	lowX, highX   float64 // bounds of the priorities' total
	isXOpen       bool    // the mass of some priority-driven argument is open
	bestCertain   int     // the best form that stays available, or -1; see findBestCertain
	isBestKnown   bool
	coefficients  []float64 // room
	inTheWay      int       // a rival that is likely to displace a form
	scale         float64   // by which situation-driven masses count in them
}

// versions counts the changes of what the boxes of arguments hang on.
type versions struct {
	ofArgument []int // per argument: of facts that it reads
	ofWeights  int
}

// openRaise is a raise that may yet hold.
type openRaise struct {
	form, place int
	*compiled.Raise
}

// factGroup is the arguments that are seen together with one open fact. An
// argument that hangs on several facts belongs to one of them.
type factGroup struct {
	fact      int
	arguments []int
	answers   []possibleAnswer

	// What the answers were made from; they stay as long as that does.
	madeFor   []int // arguments
	madeAt    []int // their versions
	ofWeights int
}

// possibleAnswer is one thing that may become of a fact.
type possibleAnswer struct {
	piece    int8
	mass     []evaluate.Box // of the arguments of the group
	raises   []settledRaise // open before the answer, on arguments of the group
	excluded bool           // it rules out the rival in hand
}

// settledRaise is what an answer makes of a raise.
type settledRaise struct {
	form, argument int
	by             float64
	holds          bool
}

func newOpenMasses(ctx context.Context, e *compiled.Rules) *openMasses {
	n := len(e.Arguments)
	boxes := make([]evaluate.Box, 6*n)
	s := &openMasses{
		e: e, isStopped: func() bool { return ctx.Err() != nil }, bounds: compiled.NewBounds(e), lent: boxes[:n], lentNow: boxes[n : 2*n], mass: boxes[2*n : 3*n],
		isStale: make([]bool, n), versions: versions{ofArgument: make([]int, n)}, fired: make([]rules.Truth, len(e.Moderators)),
		v:            &evaluate.Evaluation{Mu: boxes[3*n : 4*n], X: boxes[4*n : 5*n], Y: boxes[5*n:], Mass: make([]float64, n)},
		availability: make([]rules.Truth, len(e.Forms)), groupOf: make([]*factGroup, len(e.Facts)), pull: make([]float64, len(e.Facts)),
		coefficients: make([]float64, n),
	}
	for f := range e.Forms {
		s.raises = append(s.raises, make([]rules.Truth, len(e.Forms[f].Raises)))
	}
	for c := range s.bounds.Low {
		s.bounds.Changed = append(s.bounds.Changed, int32(c)) // nothing was made of them yet
	}
	return s
}

// take goes on to a profile with the same limits. Its facts are final: guards were applied.
func (s *openMasses) take(in *compiled.Profile) {
	for f, piece := range in.Fact {
		s.setFact(f, piece)
	}
	s.takeRest(in)
}

// takeUnguarded goes on to a profile of which some facts are unknown for good, and applies
// guards to it.
func (s *openMasses) takeUnguarded(in *compiled.Profile) {
	e, b := s.e, s.bounds
	for f, piece := range in.Fact {
		if !b.Table.IsGuarded[f] {
			s.setFact(f, piece)
		}
	}
	for k, i := range e.GuardOrder {
		guard := b.Table.Guards[k]
		for m := i; m < i+e.Facts[i].Size; m++ {
			s.setFact(m, guardedState(in.Fact[m], b.Low[guard], b.High[guard]))
		}
	}
	s.takeRest(in)
}

// setFact gives a fact another state.
func (s *openMasses) setFact(f int, piece int8) {
	if s.bounds.Facts[f] == piece {
		return
	}
	s.bounds.Set(f, piece)
	for _, i := range s.bounds.Table.ArgumentsBy[f] {
		s.ofArgument[i]++
	}
}

// takeRest takes over what is no fact, and works out what follows from all that changed.
func (s *openMasses) takeRest(in *compiled.Profile) {
	s.v.In = in
	s.limits = in.Limits
	s.takeWeights(in)
	s.readConditions()
	if s.isStopped() {
		return
	}
	for i, stale := range s.isStale {
		if stale {
			s.isStale[i] = false
			s.fillBoxes(i)
		}
	}
	if s.isStopped() {
		return
	}
	s.collectUnratedShares()
	s.listMasses()
	s.groupArguments()
	if s.isStopped() {
		return
	}
	s.boundPriorityMass()
	s.isBestKnown = false
}

// takeWeights takes over weights.
func (s *openMasses) takeWeights(in *compiled.Profile) {
	if s.weight != nil && s.sum == in.Sum && slices.Equal(s.weight, in.Weight) && slices.Equal(s.unrated, in.Unrated) {
		return
	}
	s.weight, s.unrated, s.sum = append(s.weight[:0], in.Weight...), append(s.unrated[:0], in.Unrated...), in.Sum
	s.ofWeights++
	rated := *in
	rated.Unrated, rated.Weight = nil, slices.Clone(in.Weight)
	for p, unrated := range in.Unrated {
		if unrated {
			rated.Weight[p] = 0
		}
	}
	for i := range s.lent {
		s.lent[i], s.lentNow[i] = evaluate.LentBox(s.e, in, i), evaluate.LentBox(s.e, &rated, i)
		s.isStale[i] = true
	}
}

// readConditions takes over the conditions of which a bound changed.
func (s *openMasses) readConditions() {
	t := s.bounds.Table
	availability, raises := false, false
	for _, c := range s.bounds.Changed {
		switch {
		case c < t.FirstAvailability:
			if int(c) < len(s.fired) {
				s.fired[c] = s.bounds.RuleTruth(c)
			}
			for _, i := range t.ArgumentsOn[c] {
				s.isStale[i] = true
			}
		case c < t.FirstOther:
			availability = true
		default:
			raises = true
		}
	}
	s.bounds.Changed = s.bounds.Changed[:0]
	if availability {
		s.boundForms()
	}
	if raises {
		s.readRaises()
	}
}

func (s *openMasses) boundForms() {
	for f := range s.availability {
		s.availability[f] = rules.False
		if s.limits[f] == 0 {
			s.availability[f] = s.bounds.FormTruth(s.e, f)
		}
	}
}

func (s *openMasses) readRaises() {
	s.openRaises = s.openRaises[:0]
	for f, list := range s.raises {
		for k := range list {
			list[k] = s.bounds.RuleTruth(s.bounds.Table.Raises[f][k])
			if list[k] == rules.Unknown {
				s.openRaises = append(s.openRaises, openRaise{f, k, &s.e.Forms[f].Raises[k]})
			}
		}
	}
}

// fillBoxes makes the boxes of an argument.
func (s *openMasses) fillBoxes(i int) {
	when := s.bounds.RuleTruth(s.bounds.Table.Arguments[i])
	s.v.Mu[i], s.v.X[i], s.v.Y[i] = evaluate.ArgumentBoxes(s.e, i, s.fired, when, s.lent[i])
	s.mass[i] = s.massBox(i)
}

// massBox is the box of the mass of an argument by the bounds at hand.
func (s *openMasses) massBox(i int) evaluate.Box {
	_, x, y := evaluate.ArgumentBoxes(s.e, i, s.fired, s.bounds.RuleTruth(s.bounds.Table.Arguments[i]), s.lentNow[i])
	if s.e.Arguments[i].When == nil {
		return x
	}
	return y
}

// unratedShare is what an unrated priority would lend to arguments at the greatest
// weight.
type unratedShare struct {
	arguments []int
	mass      []evaluate.Box
}

// collectUnratedShares gathers what unrated priorities may lend.
func (s *openMasses) collectUnratedShares() {
	s.unratedShares = s.unratedShares[:0]
	for p, unrated := range s.unrated {
		if !unrated {
			continue
		}
		var w unratedShare
		for i := range s.e.Arguments {
			a := &s.e.Arguments[i]
			for _, share := range a.Shares {
				if share.Priority == p && a.When == nil {
					lent := exact.Mul(evaluate.GreatestLentWeight(s.v.In, share), a.Def.Strength)
					w.arguments = append(w.arguments, i)
					w.mass = append(w.mass, evaluate.Box{Low: exact.Mul(lent, s.v.Mu[i].Low), High: exact.Mul(lent, s.v.Mu[i].High)})
				}
			}
		}
		s.unratedShares = append(s.unratedShares, w)
	}
}

// listMasses lists the arguments that count in some sum.
func (s *openMasses) listMasses() {
	s.hasMass, s.isXOpen = s.hasMass[:0], false
	sumX := 0.0
	for i := range s.mass {
		x := &s.v.X[i]
		sumX += x.Nominal
		s.isXOpen = s.isXOpen || x.Low != x.High
		if s.mass[i].High > 0 || x.High > 0 {
			s.hasMass = append(s.hasMass, i)
		}
	}
	s.v.SumX = sumX
}

// boundPriorityMass finds the bounds of X.
func (s *openMasses) boundPriorityMass() {
	fill := func(c float64) []float64 {
		clear(s.coefficients)
		for _, i := range s.hasMass {
			if s.e.Arguments[i].When == nil {
				s.coefficients[i] = c
			}
		}
		return s.coefficients
	}
	s.lowX = s.leastSum(fill(1), -1, -1)
	s.highX = -s.leastSum(fill(-1), -1, -1)
}

// findBestCertain gives the best form that stays available, or -1.
func (s *openMasses) findBestCertain() int {
	if s.isBestKnown {
		return s.bestCertain
	}
	s.bestCertain, s.isBestKnown = -1, true
	evaluate.Rescale(s.e, s.v)
	best := 0.0
	for f := range s.availability {
		if s.availability[f] != rules.True {
			continue
		}
		if value := s.e.Forms[f].Value(s.v.Mass, s.bounds.Facts); s.bestCertain < 0 || value > best {
			s.bestCertain, best = f, value
		}
	}
	return s.bestCertain
}
