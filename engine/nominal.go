package engine

import (
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// indexedVerdict is what a profile comes out as, in indexes. option is -1 for None and NoBasis.
type indexedVerdict struct {
	option int
	stance Stance
}

// nominalEvaluation gives the nominal verdict for one set of weights and facts after the
// other. Its sums run in the order of evaluate, so that its values are those of
// Recommend, bit for bit.
type nominalEvaluation struct {
	e            *Engine
	in           indexedProfile
	statedPieces []int8    // facts as stated, before guards
	lentWeights  []float64 // per argument: weight that the priorities lend it

	fired          []bool
	mu, x, y       []float64
	mass           []float64
	values         []float64
	optionStatuses []optionStatus
	sumX           float64
	sumY           float64
	passedOver     int // option passed over by the margin, or -1
}

func (e *Engine) newNominalEvaluation(in *indexedProfile, p *Profile) *nominalEvaluation {
	n := len(e.arguments)
	space := make([]float64, 5*n)
	t := &nominalEvaluation{
		e: e, in: *in, statedPieces: make([]int8, len(e.facts)), fired: make([]bool, len(e.moderators)),
		lentWeights: space[:n], mu: space[n : 2*n], x: space[2*n : 3*n], y: space[3*n : 4*n], mass: space[4*n:],
		values: make([]float64, len(e.options)),
	}
	t.in.weight, t.in.fact, t.in.switchedOff = slices.Clone(in.weight), slices.Clone(in.fact), slices.Clone(in.switchedOff)
	for i := range t.statedPieces {
		t.statedPieces[i] = stateUnknown
	}
	for id, a := range p.Facts {
		i := e.factIndex[id]
		switch a.state {
		case notApplicable:
			t.statedPieces[i] = stateNA
		case known:
			piece, _ := e.facts[i].pieceOf(a.value)
			t.statedPieces[i] = int8(piece)
		}
	}
	t.updateLentWeights()
	return t
}

// updateLentWeights takes over changed weights.
func (t *nominalEvaluation) updateLentWeights() {
	for i := range t.e.arguments {
		if t.e.arguments[i].when == nil {
			t.lentWeights[i] = t.e.lentWeight(&t.in, &t.e.arguments[i])
		}
	}
}

// verdictWithWeight gives the verdict with another weight, in units, for one priority.
func (t *nominalEvaluation) verdictWithWeight(p int, units int64) indexedVerdict {
	old := t.in.weight[p]
	set := func(w int64) {
		t.in.sum += max(w, 0) - max(t.in.weight[p], 0)
		t.in.weight[p] = w
		t.updateLentWeights()
	}
	set(units)
	v := t.computeVerdict()
	set(old)
	return v
}

// verdictWith gives the verdict with other answers to some facts.
func (t *nominalEvaluation) verdictWith(set ...factChange) indexedVerdict {
	t.applyChanges(set)
	return t.computeVerdict()
}

// factChange is another answer to a fact.
type factChange struct {
	fact  int
	piece int8 // or answerNA
}

func (t *nominalEvaluation) applyChanges(set []factChange) {
	copy(t.in.fact, t.statedPieces)
	for _, c := range set {
		t.in.fact[c.fact] = c.piece
	}
	t.e.applyGuards(&t.in)
}

// computeVerdict evaluates what is set.
func (t *nominalEvaluation) computeVerdict() indexedVerdict {
	e := t.e
	for i := range e.moderators {
		t.fired[i] = e.moderators[i].when.plainTruth(t.in.fact) == rules.True
	}
	t.computeMasses()
	t.optionStatuses = e.findOptionStatuses(&t.in, e.findVetoEffects(&t.in))
	for o := range t.values {
		t.values[o] = e.options[o].capture.weightedMean(t.mass)
	}
	picked, passed := e.pickOption(t.values, t.optionStatuses)
	t.passedOver = passed
	switch {
	case picked < 0:
		return indexedVerdict{-1, None}
	case t.sumX == 0 && t.sumY == 0:
		return indexedVerdict{-1, NoBasis}
	}
	return indexedVerdict{picked, e.options[picked].def.Stance}
}

func (t *nominalEvaluation) computeMasses() {
	e := t.e
	t.sumX, t.sumY = 0, 0
	for i := range e.arguments {
		a := &e.arguments[i]
		mu := 1.0
		for _, m := range a.moderators {
			if t.fired[m] {
				mu = mul(mu, e.moderators[m].def.Factor)
			}
		}
		t.mu[i] = min(mu, e.cap)
		t.x[i], t.y[i] = 0, 0
		switch {
		case a.when == nil:
			t.x[i] = mul(t.mu[i]*a.def.Strength, t.lentWeights[i])
			t.sumX += t.x[i]
		case a.when.plainTruth(t.in.fact) == rules.True:
			t.y[i] = mul(t.mu[i], a.def.Strength)
			t.sumY += t.y[i]
		}
	}
	t.scaleMasses()
}

func (t *nominalEvaluation) scaleMasses() {
	b := 1.0
	if t.sumX > 0 {
		l := mul(t.e.lambda, t.sumY)
		b = l / (1 + l)
	}
	for i := range t.mass {
		t.mass[i] = 0
		if t.sumX > 0 {
			t.mass[i] = (1 - b) * t.x[i] / t.sumX
		}
		if t.sumY > 0 && b > 0 {
			t.mass[i] += b * t.y[i] / t.sumY
		}
	}
}
