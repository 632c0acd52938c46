package engine

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// finality says whether nothing that is still open can change the option. With
// one open fact its answers decide; with more, the bounds of differences do,
// which are safe but not always tight.
func (a *analysis) finality() {
	switch a.openFacts() {
	case 0:
		a.out.Final = true
	case 1:
		a.out.Final = !a.anyAnswer(func(v verdict) bool { return v != a.now })
	default:
		a.out.Final = a.safe()
	}
}

func (a *analysis) safe() bool {
	in, e := a.in, a.e
	for i := range e.facts {
		// An answer that was given before its guard may yet be switched off,
		// which no bound foresees.
		if g := e.facts[i].guard; g != nil && in.stated[i] && in.fact[i] != stateUnknown && g.eval(in.fact) == rules.Unknown {
			return false
		}
	}
	standings := e.standings(in, e.bites(in))
	if a.now.option < 0 {
		return a.now.stance == None && !slices.ContainsFunc(standings, func(s standing) bool { return s.possible != rules.False })
	}
	v := e.evaluate(in)
	lowY := 0.0
	for i := range v.y {
		lowY += v.y[i].lo
	}
	if standings[a.now.option].possible != rules.True || v.lowX == 0 && lowY == 0 {
		return false
	}
	for r := range e.options {
		if r != a.now.option && standings[r].possible != rules.False && !a.holds(v, standings, r) {
			return false
		}
	}
	return true
}

// holds says whether the recommended option stays ahead of a rival whatever
// the answers: within the margin of a wider class, not behind one of its own
// class, and ahead of a narrower one because some option that is certain to be
// available beats that one by more than the margin.
func (a *analysis) holds(v *evaluation, standings []standing, rival int) bool {
	e, o := a.e, a.now.option
	switch cmp.Compare(e.options[o].def.Class, e.options[rival].def.Class) {
	case -1:
		return a.least(v, o, rival) >= equal-e.margin
	case 0:
		return a.least(v, o, rival) > equal
	}
	for m := range e.options {
		if m != rival && standings[m].possible == rules.True && a.least(v, m, rival) > e.margin+equal {
			return true
		}
	}
	return false
}

// least is a lower bound of U_a - U_b over everything that open rules may turn
// out to be; -1 if there is none.
func (a *analysis) least(v *evaluation, m, r int) float64 {
	e := a.e
	t := target{of: make([]float64, len(e.arguments)), order: make([]int, len(e.arguments))}
	for i := range t.of {
		t.of[i], t.order[i] = e.options[m].capture.of[i]-e.options[r].capture.of[i], i
	}
	slices.SortStableFunc(t.order, func(i, j int) int { return cmp.Compare(t.of[j], t.of[i]) })
	low := e.bound(v, &t, -1)
	if math.IsNaN(low) {
		return -1
	}
	return low
}
