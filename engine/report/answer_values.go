package report

import (
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// findFactValue gives the stated value of a fact as its own JSON type, nil if none.
func findFactValue(w *wording, fact string) Value {
	v, known := w.rec.Profile.Facts[fact].Known()
	if !known {
		return nil
	}
	switch w.pack.Fact(fact).Type {
	case rules.BoolFact:
		return v == "true"
	case rules.NumberFact:
		if x, err := strconv.ParseFloat(v, 64); err == nil {
			return x
		}
	}
	return v
}

func findFactValueOrState(w *wording, id string) Value {
	a, ok := w.rec.Profile.Facts[id]
	if _, known := a.Known(); ok && !known {
		return a.String()
	}
	return findFactValue(w, id)
}

func findWeightValue(p *engine.Profile, id string) Value {
	if w, ok := p.Weights[id]; ok {
		return w
	}
	return nil
}
