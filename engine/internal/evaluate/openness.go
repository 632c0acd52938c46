package evaluate

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// maxOpenAnswers is how many answers are tried to say how open a bar is.
const maxOpenAnswers = 1024

// Openness is the share of what the open facts may turn out to be under which a bar
// binds a form: its condition holds, nothing that is found out lifts it, and the form
// does what it is about. Each answer to a fact is equally likely, each value of a set
// holds by itself (see [compiled.ChanceOfMember]), and a fact is answered only where it
// is asked. After maxOpenAnswers answers, what is not yet decided counts as half.
func Openness(e *compiled.Rules, in *compiled.Profile, bar int, touches *compiled.Condition) float64 {
	b := &e.Bars[bar]
	w := opennessWalk{e: e, in: *in, stated: in.StatedPieces, holds: []*compiled.Condition{b.When, touches}, left: maxOpenAnswers}
	for j, c := range b.Escapes {
		if b.Def.Escapes[j].FindOut != nil {
			w.lifts = append(w.lifts, c)
		}
	}
	w.conditions = slices.Concat(w.holds, w.lifts)
	w.facts = compiled.ListFactsBehind(e, w.conditions...)
	w.in.Fact, w.in.SwitchedOff = slices.Clone(in.Fact), slices.Clone(in.SwitchedOff)
	for k := range w.facts { // a guard that is still open may switch off what is stated
		i := w.facts[k].Fact
		for m := i; e.Facts[i].Guard.PlainTruth(in.Fact) == rules.Unknown && m < i+e.Facts[i].Size; m++ {
			w.in.Fact[m] = compiled.StateUnknown
		}
	}
	w.before = slices.Clone(w.in.Fact)
	return w.shareFrom(0)
}

// opennessWalk answers the facts behind a bar one after the other.
type opennessWalk struct {
	e            *compiled.Rules
	in           compiled.Profile
	stated       []int8
	before       []int8                // what is known before the first answer, whatever the answers are
	holds, lifts []*compiled.Condition // all have to hold, and none may
	conditions   []*compiled.Condition // all of these
	facts        []compiled.OpenFact
	open         []int // room for comparisons
	left         int   // answers that may still be tried
}

// forget takes back what the walk answered of a fact.
func (w *opennessWalk) forget(i int) {
	copy(w.in.Fact[i:i+w.e.Facts[i].Size], w.before[i:])
}

// shareFrom is the share of what the facts from the n-th on may turn out to be under
// which the bar binds. It leaves them forgotten.
func (w *opennessWalk) shareFrom(n int) float64 {
	switch binds := w.binds(); {
	case binds == rules.True:
		return 1
	case binds == rules.False || n == len(w.facts):
		return 0
	}
	i := w.facts[n].Fact
	if w.findOpenMembers(i) == 0 {
		return w.shareFrom(n + 1)
	}
	defer w.forget(i)
	copy(w.in.Fact[i:i+w.e.Facts[i].Size], w.stated[i:])
	compiled.ApplyGuard(w.e, &w.in, i)
	if !w.e.IsAnyUnknown(w.in.Fact, i) {
		return w.shareFrom(n + 1)
	}
	if w.e.Facts[i].IsSet() {
		m := w.e.MembersIn(w.in.Fact, i)
		return w.shareOfSet(n, m, compiled.ChanceOfMember(m))
	}
	sum, all := 0.0, 0.0
	for _, a := range w.facts[n].Classes {
		if !w.mayTry() {
			return 0.5
		}
		w.e.Apply(w.in.Fact, a.Answer)
		sum += exact.Mul(a.Count, w.shareFrom(n+1))
		all += a.Count
	}
	return sum / all
}

// shareOfSet is the share with what is known of the n-th fact, which is a set.
func (w *opennessWalk) shareOfSet(n int, m compiled.MemberSet, chance float64) float64 {
	i := w.facts[n].Fact
	w.e.Apply(w.in.Fact, compiled.FactChange{Fact: i, Members: m})
	switch w.binds() {
	case rules.True:
		return 1
	case rules.False:
		return 0
	}
	split, ok := compiled.SplitSet(w.e, i, m, w.findOpenMembers(i), chance)
	if !ok {
		w.e.Apply(w.in.Fact, compiled.FactChange{Fact: i, Members: split.With})
		return w.shareFrom(n + 1)
	}
	if !w.mayTry() {
		return 0.5
	}
	share := exact.Mul(split.Chance, w.shareOfSet(n, split.With, chance))
	return share + exact.Mul(1-split.Chance, w.shareOfSet(n, split.Without, chance))
}

// mayTry counts an answer that is tried; false once there were enough.
func (w *opennessWalk) mayTry() bool {
	w.left--
	return w.left >= 0
}

// findOpenMembers says which members of a fact may still matter, as bits; a fact that is
// no set is its only member.
func (w *opennessWalk) findOpenMembers(i int) uint32 {
	w.open = compiled.AppendOpenComparisons(w.e, w.in.Fact, w.open[:0], w.conditions...)
	var out uint32
	for _, f := range w.open {
		if f >= i && f < i+w.e.Facts[i].Size {
			out |= 1 << (f - i)
		}
	}
	return out
}

// binds says whether the bar binds the form, on the facts as far as they are known.
func (w *opennessWalk) binds() rules.Truth {
	out := rules.True
	for _, c := range w.holds {
		out = min(out, c.PlainTruth(w.in.Fact))
	}
	for _, c := range w.lifts {
		out = min(out, rules.True-c.PlainTruth(w.in.Fact))
	}
	return out
}
