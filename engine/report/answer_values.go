package report

import (
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// findFactValue gives the stated value of a fact as its own JSON type, nil if none.
func findFactValue(w *wording, fact string) Value {
	a := w.rec.Profile.Facts[fact]
	if _, known := a.Known(); !known {
		return nil
	}
	return typeAnswer(w.pack.Fact(fact), a)
}

// typeAnswer gives an answer the type that a profile takes: of a set always a list, or
// a map from values to whether they hold if not all is known.
func typeAnswer(f *rules.Fact, a engine.Answer) Value {
	v, known := a.Known()
	switch {
	case !known:
		return a.String()
	case f.Type == rules.BoolFact:
		return v == "true"
	case f.Type == rules.NumberFact:
		if x, err := strconv.ParseFloat(v, 64); err == nil {
			return x
		}
	case f.Type == rules.SetFact:
		if members, _ := a.Members(); members.IsWhole() {
			return members.Values()
		}
		return a // writes itself as a map
	}
	return v
}

func findFactValueOrState(w *wording, id string) Value {
	if a, ok := w.rec.Profile.Facts[id]; ok {
		return typeAnswer(w.pack.Fact(id), a)
	}
	return nil
}

func findWeightValue(p *engine.Profile, id string) Value {
	if r, ok := p.Ranges[id]; ok && r.IsWide() {
		return r // writes itself as a list
	}
	if w, ok := p.StatedWeight(id); ok {
		return w
	}
	return nil
}

// findRange gives the range of a priority, nil if one weight is stated or none.
func findRange(p *engine.Profile, id string) *engine.WeightRange {
	if r, ok := p.Ranges[id]; ok && r.IsWide() {
		return &r
	}
	return nil
}
