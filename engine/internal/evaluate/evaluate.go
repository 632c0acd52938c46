package evaluate

import (
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// Box is a mass that lies between lo and hi; at is its nominal value.
type Box struct{ Low, Nominal, High float64 }

// Evaluation is the state of one evaluation. Everything that depends on facts alone comes
// before what depends on weights, so that other weights can be tried cheaply.
type Evaluation struct {
	In             *compiled.Profile
	Fired          []rules.Truth // per moderator
	Mu             []Box         // per argument: product of its moderators
	X              []Box         // per argument: priority-driven mass before scaling
	Y              []Box         // per argument: situation-driven mass before scaling
	Mass           []float64     // per argument: m_a, summing to 1 (or all 0)
	SumX           float64
	sumY           float64
	LowX           float64 // least sum of x
	SituationShare float64 // share of the situation
	AnyOpen        bool    // some open rule can change a mass

	low, high compiled.ArgumentValues // room for captures with raises
}

// Evaluate gives every argument its mass.
func Evaluate(e *compiled.Rules, in *compiled.Profile) *Evaluation {
	n := len(e.Arguments)
	boxes := make([]Box, 3*n)
	v := &Evaluation{
		In: in, Fired: make([]rules.Truth, len(e.Moderators)),
		Mu: boxes[:n], X: boxes[n : 2*n], Y: boxes[2*n:], Mass: make([]float64, n),
	}
	for i := range e.Moderators {
		v.Fired[i] = in.RuleTruth(e.Moderators[i].When)
	}
	for i := range e.Arguments {
		FillArgumentBoxes(e, v, i)
	}
	scaleMasses(e, v)
	return v
}

// FillArgumentBoxes fills the boxes of one argument: its moderators, then the mass
// that the weights or its condition give it.
func FillArgumentBoxes(e *compiled.Rules, v *Evaluation, i int) {
	a := &e.Arguments[i]
	mu, lent, when := boundModeration(e, v.Fired, a), Box{}, rules.True
	if a.When == nil {
		lent = lentWeightBox(v.In, a)
	} else {
		when = v.In.RuleTruth(a.When)
	}
	v.AnyOpen = v.AnyOpen || mu.Low != mu.High || lent.Low != lent.High || when == rules.Unknown
	v.Mu[i] = mu
	v.X[i], v.Y[i] = makeBoxes(a, mu, lent, when)
	v.SumX += v.X[i].Nominal
	v.LowX += v.X[i].Low
	v.sumY += v.Y[i].Nominal
}

// makeBoxes gives the mass of an argument, from what moderators make of it, the weight that
// priorities lend it, and the truth of its condition.
func makeBoxes(a *compiled.Argument, mu, lent Box, when rules.Truth) (x, y Box) {
	s := a.Def.Strength
	switch {
	case a.When == nil:
		x = Box{exact.Mul(mu.Low*s, lent.Low), exact.Mul(mu.Nominal*s, lent.Nominal), exact.Mul(mu.High*s, lent.High)}
	case when == rules.True:
		y = Box{exact.Mul(mu.Low, s), exact.Mul(mu.Nominal, s), exact.Mul(mu.High, s)}
	case when == rules.Unknown:
		y = Box{0, 0, exact.Mul(mu.High, s)}
	}
	return x, y
}

// LentWeight is Σ_p ŵ_p · c_ap / C_p, the weight that priorities lend an
// argument. ŵ is one rounded quotient of whole numbers.
func LentWeight(in *compiled.Profile, a *compiled.Argument) float64 {
	if in.Sum == 0 {
		return 0
	}
	w := 0.0
	for _, s := range a.Shares {
		if in.Weight[s.Priority] > 0 {
			w += exact.Mul(float64(in.Weight[s.Priority])/float64(in.Sum), s.Of)
		}
	}
	return w
}

// lentWeightBox is LentWeight with the bounds that unrated priorities leave open. The
// sum is not 0 if there are any.
func lentWeightBox(in *compiled.Profile, a *compiled.Argument) Box {
	w := LentWeight(in, a)
	out := Box{w, w, w}
	if in.Unrated == nil {
		return out
	}
	out.Low, out.High = 0, 0
	for _, s := range a.Shares {
		most := exact.Mul(float64(max(0, in.Weight[s.Priority]))/float64(in.Sum), s.Of)
		if in.Unrated[s.Priority] {
			most = GreatestLentWeight(in, s)
		} else {
			out.Low += most
		}
		out.High += most
	}
	return out
}

// GreatestLentWeight is what a priority lends through a share at the greatest weight.
func GreatestLentWeight(in *compiled.Profile, s compiled.Share) float64 {
	return exact.Mul(elicit.TopWeight*compiled.WeightUnit/float64(in.Sum), s.Of)
}

// boundModeration is the product of the moderators of an argument, with the pack's
// cap: nominal with the fired ones, and the widest that open ones allow.
func boundModeration(e *compiled.Rules, fired []rules.Truth, a *compiled.Argument) Box {
	mu := Box{1, 1, 1}
	for _, m := range a.Moderators {
		f := e.Moderators[m].Def.Factor
		switch fired[m] {
		case rules.True:
			mu = Box{exact.Mul(mu.Low, f), exact.Mul(mu.Nominal, f), exact.Mul(mu.High, f)}
		case rules.Unknown:
			mu.Low = exact.Mul(mu.Low, min(1, f))
			mu.High = exact.Mul(mu.High, max(1, f))
		}
	}
	return Box{min(mu.Low, e.Cap), min(mu.Nominal, e.Cap), min(mu.High, e.Cap)}
}

// scaleMasses turns the boxes into masses: the situation takes the share b.
func scaleMasses(e *compiled.Rules, v *Evaluation) {
	switch {
	case v.sumY == 0:
		v.SituationShare = 0
	case v.SumX == 0:
		v.SituationShare = 1
	default:
		l := exact.Mul(e.Lambda, v.sumY)
		v.SituationShare = l / (1 + l)
	}
	for i := range v.Mass {
		if v.SumX > 0 {
			v.Mass[i] = (1 - v.SituationShare) * v.X[i].Nominal / v.SumX
		}
		if v.sumY > 0 && v.SituationShare > 0 {
			v.Mass[i] += v.SituationShare * v.Y[i].Nominal / v.sumY
		}
	}
}

// HasBasis reports whether anything counts at all.
func (v *Evaluation) HasBasis() bool { return v.SumX > 0 || v.sumY > 0 && v.SituationShare > 0 }

// FormValues gives U of every form, the share of what counts that it secures.
func FormValues(e *compiled.Rules, v *Evaluation) []float64 {
	out := make([]float64, len(e.Forms))
	for f := range e.Forms {
		out[f] = e.Forms[f].Value(v.Mass, v.In.Fact)
	}
	return out
}
