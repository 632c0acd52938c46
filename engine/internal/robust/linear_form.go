package robust

import (
	"math"

	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// linearForm gives the values of all forms at fixed facts as a function of the
// weights: U_o = Σ_p w_p c_po / Σ_p w_p z_p. With G_p the mass that a unit of
// weight brings, V_po the same counted by captures, λ times the fired strength
// Y_o and D, it has c_po = V_po + Y_o G_p and z_p = (1 + D) G_p. So the
// difference of two forms plus ε has the sign of a linear form in the raw
// weights, in which c_pA - c_pB + ε z_p belongs to priority p.
type linearForm struct {
	forms int
	c     []float64 // by priority, then form
	z     []float64 // by priority; 0 if its weight has no effect
	lean  []float64 // by priority: the same difference between the two poles
}

// makeLinearForm takes the facts as they were last tried.
func makeLinearForm(t *evaluate.Nominal) *linearForm {
	e := t.E
	n := len(e.Forms)
	f := &linearForm{
		forms: n, c: make([]float64, len(e.Priorities)*n),
		z: make([]float64, len(e.Priorities)), lean: make([]float64, len(e.Priorities)),
	}
	alone := make([]float64, n) // Y_o
	strength, balance := 0.0, 0.0
	for i := range e.Arguments {
		y := exact.Mul(e.Lambda, t.Y[i])
		strength += y
		balance += exact.Mul(y, e.Arguments[i].Sign)
		for o := range alone {
			alone[o] += exact.Mul(y, e.Forms[o].Capture.Value[i])
		}
		for _, s := range e.Arguments[i].Shares {
			g := exact.Mul(t.Mu[i]*e.Arguments[i].Def.Strength, s.Of)
			f.z[s.Priority] += g
			for o := range alone {
				f.c[s.Priority*n+o] += exact.Mul(g, e.Forms[o].Capture.Value[i])
			}
		}
	}
	for o := range alone {
		for i := range e.Forms[o].Raises {
			if r := &e.Forms[o].Raises[i]; r.When.PlainTruth(t.In.Fact) == rules.True {
				alone[o] += exact.Mul(exact.Mul(e.Lambda, t.Y[r.Argument]), r.By)
			}
		}
	}
	for p, g := range f.z {
		for o := range alone {
			f.c[p*n+o] += exact.Mul(alone[o], g)
		}
		f.z[p] = exact.Mul(1+strength, g)
		f.lean[p] = f.tieAtZero(p, exact.Mul(e.Priorities[p].Sign+balance, g))
	}
	return f
}

// tieAtZero gives a difference, 0 if it is a tie for values, so that rounding never parts
// two sides.
func (f *linearForm) tieAtZero(p int, difference float64) float64 {
	if math.Abs(difference) <= exact.Mul(evaluate.ValueTolerance, f.z[p]) {
		return 0
	}
	return difference
}

// priorityRow gives c_po of all forms for one priority.
func (f *linearForm) priorityRow(p int) []float64 { return f.c[p*f.forms : (p+1)*f.forms] }

// fillDifference fills d with the linear form of U_a - U_b + ε and returns it.
func (f *linearForm) fillDifference(d []float64, a, b int, margin float64) []float64 {
	for p := range d {
		row := f.priorityRow(p)
		d[p] = f.tieAtZero(p, row[a]-row[b]+exact.Mul(margin, f.z[p]))
	}
	return d
}

// fillTotals fills sums with Σ w_p c_po for each form and returns Σ w_p z_p.
func (f *linearForm) fillTotals(w, sums []float64) float64 {
	clear(sums)
	z := 0.0
	for p, x := range w {
		if x == 0 {
			continue
		}
		z += exact.Mul(x, f.z[p])
		for o, c := range f.priorityRow(p) {
			sums[o] += exact.Mul(x, c)
		}
	}
	return z
}
