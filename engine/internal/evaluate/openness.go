package evaluate

import (
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// maxOpenAnswers is how many answers are tried to say how open a bar is.
const maxOpenAnswers = 1024

// NewOpennessWalk starts from what is known.
func NewOpennessWalk(e *compiled.Rules, in *compiled.Profile) *OpennessWalk {
	n := len(in.Fact)
	room := make([]int8, 2*n)
	w := &OpennessWalk{e: e, in: *in, now: in.Fact, stated: in.StatedPieces, before: room[n:], open: make([]int, 0, n)}
	w.in.Fact, w.in.SwitchedOff = room[:n:n], make([]bool, n)
	return w
}

// Share is the share of what the open facts may turn out to be under which a bar
// binds a form: its condition holds, nothing that is found out lifts it, and the form
// does what it is about. Each answer to a fact is equally likely, each value of a set
// holds by itself (see [compiled.ChanceOfMember]), and a fact is answered only where it
// is asked. After maxOpenAnswers answers, what is not yet decided counts as half.
func (w *OpennessWalk) Share(bar int, touches *compiled.Condition) float64 {
	e, now := w.e, w.now
	w.Binding, w.left = compiled.FindBinding(e, bar, touches), maxOpenAnswers
	copy(w.in.Fact, now)
	for k := range w.Facts { // a guard that is still open may switch off what is stated
		i := w.Facts[k].Fact
		for m := i; e.Facts[i].Guard.PlainTruth(w.in.Fact) == rules.Unknown && m < i+e.Facts[i].Size; m++ {
			w.in.Fact[m] = compiled.StateUnknown
		}
	}
	copy(w.before, w.in.Fact)
	return w.shareFrom(0)
}

// OpennessWalk says how open bars are, each by answering the facts behind it one after
// the other.
type OpennessWalk struct {
	*compiled.Binding
	now    []int8
	e      *compiled.Rules
	in     compiled.Profile
	stated []int8
	before []int8 // what is known before the first answer, whatever the answers are
	open   []int  // room for comparisons
	left   int    // answers that may still be tried
}

// forget takes back what the walk answered of a fact.
func (w *OpennessWalk) forget(i int) {
	copy(w.in.Fact[i:i+w.e.Facts[i].Size], w.before[i:])
}

// shareFrom is the share of what the facts from the n-th on may turn out to be under
// which the bar binds. It leaves them forgotten.
func (w *OpennessWalk) shareFrom(n int) float64 {
	switch binds := w.binds(); {
	case binds == rules.True:
		return 1
	case binds == rules.False || n == len(w.Facts):
		return 0
	}
	i := w.Facts[n].Fact
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
	for _, a := range w.Facts[n].Classes {
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
func (w *OpennessWalk) shareOfSet(n int, m compiled.MemberSet, chance float64) float64 {
	i := w.Facts[n].Fact
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
func (w *OpennessWalk) mayTry() bool {
	w.left--
	return w.left >= 0
}

// findOpenMembers says which members of a fact may still matter, as bits; a fact that is
// no set is its only member.
func (w *OpennessWalk) findOpenMembers(i int) uint32 {
	w.open = compiled.AppendOpenComparisons(w.e, w.in.Fact, w.open[:0], w.Conditions...)
	var out uint32
	for _, f := range w.open {
		if f >= i && f < i+w.e.Facts[i].Size {
			out |= 1 << (f - i)
		}
	}
	return out
}

// binds says whether the bar binds the form, on the facts as far as they are known.
func (w *OpennessWalk) binds() rules.Truth {
	out := rules.True
	for _, c := range w.Holds {
		out = min(out, c.PlainTruth(w.in.Fact))
	}
	for _, c := range w.Lifts {
		out = min(out, rules.True-c.PlainTruth(w.in.Fact))
	}
	return out
}
