package evaluate

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// The stances of results without an option: nothing is available, or nothing counts.
const (
	NoOption rules.Stance = "none"
	NoBasis  rules.Stance = "no_basis"
)

// Verdict is what a profile comes out as, in indexes, which are -1 for NoOption and
// NoBasis.
type Verdict struct {
	Form, Option int
	Stance       rules.Stance
}

// IsSameOption reports whether two verdicts come out as one option, whatever its form.
func (v Verdict) IsSameOption(other Verdict) bool {
	return v.Option == other.Option && v.Stance == other.Stance
}

// VerdictOf is the verdict that advises a form.
func VerdictOf(e *compiled.Rules, form int) Verdict {
	o := e.Forms[form].Option
	return Verdict{form, o, e.Options[o].Def.Stance}
}

// Nominal gives the nominal verdict for one set of weights and facts after the
// other. Its sums run in the order of evaluate, so that its values are those of
// Recommend, bit for bit.
type Nominal struct {
	E           *compiled.Rules
	In          compiled.Profile
	lentWeights []float64 // per argument: weight that the priorities lend it

	fired        []bool
	Mu, x, Y     []float64
	mass         []float64
	Values       []float64 // per form
	FormStatuses []FormStatus
	sumX         float64
	sumY         float64
	PassedOver   int // form passed over by the margin, or -1
}

// NewNominal starts from a profile as it is. It never changes the profile.
func NewNominal(e *compiled.Rules, in *compiled.Profile) *Nominal {
	n := len(e.Arguments)
	space := make([]float64, 5*n)
	t := &Nominal{
		E: e, In: *in, fired: make([]bool, len(e.Moderators)),
		lentWeights: space[:n], Mu: space[n : 2*n], x: space[2*n : 3*n], Y: space[3*n : 4*n], mass: space[4*n:],
		Values: make([]float64, len(e.Forms)),
	}
	t.In.Weight, t.In.Fact, t.In.SwitchedOff = slices.Clone(in.Weight), slices.Clone(in.Fact), slices.Clone(in.SwitchedOff)
	t.updateLentWeights()
	return t
}

// updateLentWeights takes over changed weights.
func (t *Nominal) updateLentWeights() {
	for i := range t.E.Arguments {
		if t.E.Arguments[i].When == nil {
			t.lentWeights[i] = LentWeight(&t.In, &t.E.Arguments[i])
		}
	}
}

// VerdictWithWeight gives the verdict with another weight, in units, for one priority.
func (t *Nominal) VerdictWithWeight(p int, units int64) Verdict {
	old := t.In.Weight[p]
	set := func(w int64) {
		t.In.Sum += max(w, 0) - max(t.In.Weight[p], 0)
		t.In.Weight[p] = w
		t.updateLentWeights()
	}
	set(units)
	v := t.ComputeVerdict()
	set(old)
	return v
}

// VerdictWith gives the verdict with other answers to some facts.
func (t *Nominal) VerdictWith(set ...compiled.FactChange) Verdict {
	t.ApplyChanges(set)
	return t.ComputeVerdict()
}

// VerdictByArguments gives the verdict with other answers to some facts while the bars
// stay as they were read: what arguments and requirements alone make of the answers.
func (t *Nominal) VerdictByArguments(readings []BarReading, set ...compiled.FactChange) Verdict {
	t.ApplyChanges(set)
	return t.computeVerdictUnder(readings)
}

// ApplyChanges takes the facts as stated, but for the changes.
func (t *Nominal) ApplyChanges(set []compiled.FactChange) {
	copy(t.In.Fact, t.In.StatedPieces)
	for _, c := range set {
		t.E.Apply(t.In.Fact, c)
	}
	t.E.ApplyGuards(&t.In)
}

// Masses gives the masses of all arguments as last evaluated, in room that the next
// evaluation uses again.
func (t *Nominal) Masses() []float64 { return t.mass }

// ComputeVerdict evaluates what is set.
func (t *Nominal) ComputeVerdict() Verdict {
	return t.computeVerdictUnder(ReadBars(t.E, &t.In))
}

func (t *Nominal) computeVerdictUnder(readings []BarReading) Verdict {
	e := t.E
	for i := range e.Moderators {
		t.fired[i] = e.Moderators[i].When.PlainTruth(t.In.Fact) == rules.True
	}
	t.computeMasses()
	t.FormStatuses = FindFormStatuses(e, &t.In, readings)
	for f := range t.Values {
		t.Values[f] = e.Forms[f].Value(t.mass, t.In.Fact)
	}
	picked, passed := PickForm(e, t.Values, t.FormStatuses)
	t.PassedOver = passed
	switch {
	case picked < 0:
		return Verdict{-1, -1, NoOption}
	case t.sumX == 0 && t.sumY == 0:
		return Verdict{-1, -1, NoBasis}
	}
	return VerdictOf(e, picked)
}

func (t *Nominal) computeMasses() {
	e := t.E
	t.sumX, t.sumY = 0, 0
	for i := range e.Arguments {
		a := &e.Arguments[i]
		mu := 1.0
		for _, m := range a.Moderators {
			if t.fired[m] {
				mu = exact.Mul(mu, e.Moderators[m].Def.Factor)
			}
		}
		t.Mu[i] = min(mu, e.Cap)
		t.x[i], t.Y[i] = 0, 0
		switch {
		case a.When == nil:
			t.x[i] = exact.Mul(t.Mu[i]*a.Def.Strength, t.lentWeights[i])
			t.sumX += t.x[i]
		case a.When.PlainTruth(t.In.Fact) == rules.True:
			t.Y[i] = exact.Mul(t.Mu[i], a.Def.Strength)
			t.sumY += t.Y[i]
		}
	}
	t.scaleMasses()
}

func (t *Nominal) scaleMasses() {
	b := 1.0
	if t.sumX > 0 {
		l := exact.Mul(t.E.Lambda, t.sumY)
		b = l / (1 + l)
	}
	for i := range t.mass {
		t.mass[i] = 0
		if t.sumX > 0 {
			t.mass[i] = (1 - b) * t.x[i] / t.sumX
		}
		if t.sumY > 0 && b > 0 {
			t.mass[i] += b * t.Y[i] / t.sumY
		}
	}
}
