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
// Recommend, bit for bit. Of what hangs on facts it does again only what changed.
type Nominal struct {
	E  *compiled.Rules
	In compiled.Profile

	flat   *compiled.Flat
	facts  []int8 // as they were when the cached conditions were read
	holds  []bool // per cached condition
	ratios []float64
	sumX   float64
	sumY   float64

	Mu, Y   []float64 // per argument
	x, mass []float64
	massive []int32 // arguments with a mass, rising

	Values     []float64 // per form
	Available  []bool    // per form
	PassedOver int       // form passed over by the margin, or -1

	changed             []int32 // facts, as last read
	candidates, forGood []int   // room
}

// NewNominal starts from a profile as it is. It never changes the profile.
func NewNominal(e *compiled.Rules, in *compiled.Profile) *Nominal {
	t := newNominal(e)
	t.In = *in
	t.In.Weight, t.In.Fact = slices.Clone(in.Weight), slices.Clone(in.Fact)
	return t
}

func newNominal(e *compiled.Rules) *Nominal {
	n, flat := len(e.Arguments), e.Flat()
	space := make([]float64, 4*n+len(e.Priorities)+len(e.Forms))
	take := func(n int) []float64 {
		out := space[:n:n]
		space = space[n:]
		return out
	}
	t := &Nominal{
		E: e, flat: flat, facts: make([]int8, len(e.Facts)), holds: make([]bool, len(flat.Cached)),
		Mu: take(n), x: take(n), Y: take(n), mass: take(n), ratios: take(len(e.Priorities)), Values: take(len(e.Forms)),
		massive: make([]int32, 0, n), Available: make([]bool, len(e.Forms)), candidates: make([]int, 0, len(e.Forms)),
		changed: make([]int32, 0, len(e.Facts)),
	}
	for i := range t.facts {
		t.facts[i] = compiled.StateUnknown
	}
	for c, at := range flat.Cached {
		t.holds[c] = flat.Probes.Holds(at, t.facts)
	}
	t.applyConditions()
	return t
}

// VerdictWithWeight gives the verdict with another weight, in units, for one priority.
func (t *Nominal) VerdictWithWeight(p int, units int64) Verdict {
	old := t.In.Weight[p]
	set := func(w int64) {
		t.In.Sum += max(w, 0) - max(t.In.Weight[p], 0)
		t.In.Weight[p] = w
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
	t.readFacts()
	t.forGood = t.forGood[:0]
	for i := range readings {
		if readings[i].ForGood == rules.True {
			t.forGood = append(t.forGood, readings[i].Bar)
		}
	}
	return t.computeVerdictUnder()
}

// ApplyChanges takes the facts as stated, but for the changes.
func (t *Nominal) ApplyChanges(set []compiled.FactChange) {
	copy(t.In.Fact, t.In.StatedPieces)
	for _, c := range set {
		t.E.Apply(t.In.Fact, c)
	}
	t.flat.ApplyGuards(t.In.Fact)
}

// Masses gives the masses of all arguments as last evaluated, in room that the next
// evaluation uses again.
func (t *Nominal) Masses() []float64 { return t.mass }

// ComputeVerdict evaluates what is set.
func (t *Nominal) ComputeVerdict() Verdict {
	t.readFacts()
	t.forGood = t.forGood[:0]
	for b, c := range t.flat.ForGood {
		if t.holds[c] {
			t.forGood = append(t.forGood, b)
		}
	}
	return t.computeVerdictUnder()
}

// readAllFrom is how many facts may change before it is cheaper to read every cached
// condition again than those that read these facts.
const readAllFrom = 6

// readFacts reads the cached conditions again that a changed fact may have turned.
func (t *Nominal) readFacts() {
	t.changed = t.changed[:0]
	for i, piece := range t.In.Fact {
		if piece != t.facts[i] {
			t.facts[i] = piece
			t.changed = append(t.changed, int32(i))
		}
	}
	turned := false
	if len(t.changed) >= readAllFrom {
		for c := range t.holds {
			turned = t.readCondition(int32(c)) || turned
		}
	} else {
		for _, i := range t.changed {
			for _, c := range t.flat.Readers[i] {
				turned = t.readCondition(c) || turned
			}
		}
	}
	if turned {
		t.applyConditions()
	}
}

// readCondition reads a cached condition again and reports whether it turned.
func (t *Nominal) readCondition(c int32) bool {
	now := t.flat.Probes.Holds(t.flat.Cached[c], t.facts)
	turned := now != t.holds[c]
	t.holds[c] = now
	return turned
}

// applyConditions gives arguments what moderators and conditions make of them.
func (t *Nominal) applyConditions() {
	t.sumY = 0
	for i := range t.flat.Arguments {
		a := &t.flat.Arguments[i]
		mu := 1.0
		for _, m := range a.Moderators {
			if t.holds[m] {
				mu = exact.Mul(mu, t.flat.Factors[m])
			}
		}
		t.Mu[i], t.Y[i] = min(mu, t.E.Cap), 0
		if a.Condition >= 0 && t.holds[a.Condition] {
			t.Y[i] = exact.Mul(t.Mu[i], a.Strength)
			t.sumY += t.Y[i]
		}
	}
}

// computeVerdictUnder gives the verdict while some bars rule out for good.
func (t *Nominal) computeVerdictUnder() Verdict {
	t.computeMasses()
	t.computeValues()
	t.findAvailable()
	picked, passed := PickAmong(t.E, t.Values, t.candidates, t.E.Margin)
	t.PassedOver = passed
	switch {
	case picked < 0:
		return Verdict{-1, -1, NoOption}
	case !t.HasBasis():
		return Verdict{-1, -1, NoBasis}
	}
	return VerdictOf(t.E, picked)
}

// HasBasis reports whether anything counted at all in the last evaluation.
func (t *Nominal) HasBasis() bool { return t.sumX > 0 || t.sumY > 0 }

// Scale is one plus what the situation weighs, by which values are linear in its masses;
// 0 if no priority counted in the last evaluation, so that they are not.
func (t *Nominal) Scale() float64 {
	if t.sumX == 0 {
		return 0
	}
	return 1 + exact.Mul(t.E.Lambda, t.sumY)
}

func (t *Nominal) computeMasses() {
	for p, w := range t.In.Weight {
		t.ratios[p] = 0
		if w > 0 {
			t.ratios[p] = float64(w) / float64(t.In.Sum)
		}
	}
	t.sumX = 0
	for i := range t.flat.Arguments {
		a := &t.flat.Arguments[i]
		t.x[i] = 0
		if a.Condition >= 0 {
			continue
		}
		lent := 0.0
		for _, s := range a.Shares {
			lent += exact.Mul(t.ratios[s.Priority], s.Of)
		}
		t.x[i] = exact.Mul(t.Mu[i]*a.Strength, lent)
		t.sumX += t.x[i]
	}
	t.scaleMasses()
}

func (t *Nominal) scaleMasses() {
	b := 1.0
	if t.sumX > 0 {
		l := exact.Mul(t.E.Lambda, t.sumY)
		b = l / (1 + l)
	}
	t.massive = t.massive[:0]
	for i := range t.mass {
		t.mass[i] = 0
		if t.x[i] > 0 {
			t.mass[i] = (1 - b) * t.x[i] / t.sumX
		}
		if t.Y[i] > 0 && b > 0 {
			t.mass[i] += b * t.Y[i] / t.sumY
		}
		if t.mass[i] > 0 {
			t.massive = append(t.massive, int32(i))
		}
	}
}

// computeValues gives every form its value: what it secures of each mass, then what
// raises add, both by argument.
func (t *Nominal) computeValues() {
	clear(t.Values)
	n := len(t.Values)
	for _, i := range t.massive {
		m, row := t.mass[i], t.flat.Captures[int(i)*n:int(i)*n+n]
		for f, capture := range row {
			t.Values[f] += exact.Mul(m, capture)
		}
	}
	for _, i := range t.massive {
		raises := t.flat.Arguments[i].Raises
		for k := range raises {
			if r := &raises[k]; t.flat.Probes.Holds(r.When, t.In.Fact) {
				t.Values[r.Form] += exact.Mul(t.mass[i], r.By)
			}
		}
	}
}

// findAvailable finds the forms whose requirements are met and that no limit and no bar
// rules out.
func (t *Nominal) findAvailable() {
	t.candidates = t.candidates[:0]
	for f, c := range t.flat.Required {
		t.Available[f] = t.holds[c] && t.In.Limits[f] == 0 && !t.isRuledOut(f)
		if t.Available[f] {
			t.candidates = append(t.candidates, f)
		}
	}
}

func (t *Nominal) isRuledOut(form int) bool {
	for _, bar := range t.forGood {
		if m := FindMeeting(t.E, form, bar); m != nil && m.Touches.PlainTruth(t.In.Fact) == rules.True {
			return true
		}
	}
	return false
}
