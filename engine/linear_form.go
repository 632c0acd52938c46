package engine

import "math"

// linearForm gives the values of all options at fixed facts as a function of the
// weights: U_o = Σ_p w_p c_po / Σ_p w_p z_p. With G_p the mass that a unit of
// weight brings, V_po the same counted by captures, λ times the fired strength
// Y_o and D, it has c_po = V_po + Y_o G_p and z_p = (1 + D) G_p. So the
// difference of two options plus ε has the sign of a linear form in the raw
// weights, in which c_pA - c_pB + ε z_p belongs to priority p.
type linearForm struct {
	options int
	c       []float64 // by priority, then option
	z       []float64 // by priority; 0 if its weight has no effect
	lean    []float64 // by priority: the same difference between the two poles
}

// makeLinearForm takes the facts as the trial last saw them.
func (t *nominalEvaluation) makeLinearForm() *linearForm {
	e := t.e
	n := len(e.options)
	f := &linearForm{
		options: n, c: make([]float64, len(e.priorities)*n),
		z: make([]float64, len(e.priorities)), lean: make([]float64, len(e.priorities)),
	}
	alone := make([]float64, n) // Y_o
	strength, balance := 0.0, 0.0
	for i := range e.arguments {
		y := mul(e.lambda, t.y[i])
		strength += y
		balance += mul(y, e.arguments[i].sign)
		for o := range alone {
			alone[o] += mul(y, e.options[o].capture.value[i])
		}
		for _, s := range e.arguments[i].shares {
			g := mul(t.mu[i]*e.arguments[i].def.Strength, s.of)
			f.z[s.priority] += g
			for o := range alone {
				f.c[s.priority*n+o] += mul(g, e.options[o].capture.value[i])
			}
		}
	}
	for p, g := range f.z {
		for o := range alone {
			f.c[p*n+o] += mul(alone[o], g)
		}
		f.z[p] = mul(1+strength, g)
		f.lean[p] = mul(e.priorities[p].sign+balance, g)
	}
	return f
}

// priorityRow gives c_po of all options for one priority.
func (f *linearForm) priorityRow(p int) []float64 { return f.c[p*f.options : (p+1)*f.options] }

// fillDifference fills d with the linear form of U_a - U_b + ε and returns it.
// What is a tie for values is 0 here, so that rounding never parts two options.
func (f *linearForm) fillDifference(d []float64, a, b int, margin float64) []float64 {
	for p := range d {
		row := f.priorityRow(p)
		d[p] = row[a] - row[b] + mul(margin, f.z[p])
		if math.Abs(d[p]) <= mul(valueTolerance, f.z[p]) {
			d[p] = 0
		}
	}
	return d
}

// fillTotals fills sums with Σ w_p c_po for each option and returns Σ w_p z_p.
func (f *linearForm) fillTotals(w, sums []float64) float64 {
	clear(sums)
	z := 0.0
	for p, x := range w {
		if x == 0 {
			continue
		}
		z += mul(x, f.z[p])
		for o, c := range f.priorityRow(p) {
			sums[o] += mul(x, c)
		}
	}
	return z
}

// makeSamplingTable packs what sampling needs: a row for each of the priorities, with its
// z and the c of each of the options.
func (f *linearForm) makeSamplingTable(options, priorities []int) []float64 {
	out := make([]float64, 0, len(priorities)*(len(options)+1))
	for _, p := range priorities {
		out = append(out, f.z[p])
		for _, o := range options {
			out = append(out, f.priorityRow(p)[o])
		}
	}
	return out
}
