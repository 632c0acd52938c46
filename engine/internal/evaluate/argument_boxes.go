package evaluate

import (
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// ArgumentBoxes gives what moderators make of an argument and its mass before scaling,
// driven by priorities or by the situation, from truths that are known: of each moderator
// and of the condition of the argument. The weight that priorities lend it is 0 for one
// that has a condition.
func ArgumentBoxes(e *compiled.Rules, i int, fired []rules.Truth, when rules.Truth, lent Box) (mu, x, y Box) {
	a := &e.Arguments[i]
	mu = boundModeration(e, fired, a)
	x, y = makeBoxes(a, mu, lent, when)
	return mu, x, y
}

// LentBox is the weight that priorities lend an argument, with the bounds that unrated
// priorities leave open; 0 for one that has a condition.
func LentBox(e *compiled.Rules, in *compiled.Profile, i int) Box {
	if e.Arguments[i].When != nil {
		return Box{}
	}
	return lentWeightBox(in, &e.Arguments[i])
}

// Rescale adds up changed boxes and works out the masses again.
func Rescale(e *compiled.Rules, v *Evaluation) {
	v.SumX, v.sumY, v.LowX = 0, 0, 0
	for i := range v.X {
		v.SumX += v.X[i].Nominal
		v.LowX += v.X[i].Low
		v.sumY += v.Y[i].Nominal
	}
	clear(v.Mass)
	scaleMasses(e, v)
}
