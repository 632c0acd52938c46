package robust

import (
	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// valueTable gives the values of some forms for weightings of some priorities.
type valueTable struct {
	forms []int
	rows  [][]float64 // z, the lean, then c of every form, by priority
	sums  []float64
}

func newValueTable(a *analysis, priorities, forms []int) *valueTable {
	f, n := a.linearForm, len(priorities)
	v := &valueTable{forms: forms, rows: make([][]float64, len(forms)+2), sums: make([]float64, len(forms)+2)}
	space := make([]float64, n*len(v.rows))
	for k := range v.rows {
		v.rows[k] = space[k*n : (k+1)*n]
		for i, p := range priorities {
			switch k {
			case 0:
				v.rows[k][i] = f.z[p]
			case 1:
				v.rows[k][i] = f.lean[p]
			default:
				v.rows[k][i] = f.priorityRow(p)[forms[k-2]]
			}
		}
	}
	return v
}

// fillValues works out the values under a weighting, and what has the sign of S. Where no
// weight has an effect the facts alone decide, and the values stay as they are.
func (v *valueTable) fillValues(w, values []float64) (lean float64) {
	for k, row := range v.rows {
		sum := 0.0
		row = row[:len(w)]
		for i, x := range w {
			sum += exact.Mul(x, row[i])
		}
		v.sums[k] = sum
	}
	if z := v.sums[0]; z > 0 {
		for k, f := range v.forms {
			values[f] = v.sums[k+2] / z
		}
		return v.sums[1] / z
	}
	return v.sums[1]
}
