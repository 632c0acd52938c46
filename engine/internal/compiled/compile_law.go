package compiled

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// listActs lists what a form does, each act under what makes it one: that the work
// has such a part, and the condition of the act.
func (e *Rules) listActs(o *rules.Option, f *rules.Form, kinds map[string]*Condition) []DoneAct {
	var out []DoneAct
	for i := range e.Pack.PartKinds {
		kind := e.Pack.PartKinds[i].ID
		for _, act := range o.ActsWith(f, kind) {
			out = append(out, DoneAct{Act: e.placeOfAct(act), Kind: i, When: kinds[kind]})
		}
	}
	for _, x := range o.ConditionalActsWith(f) {
		when := e.compileCondition(x.When)
		for _, kind := range x.On {
			both := allOf(kinds[kind], when)
			for _, act := range x.Acts {
				out = append(out, DoneAct{e.placeOfAct(act), e.PlaceOfKind(kind), both, when})
			}
		}
	}
	return out
}

// addLaw compiles bars and duties, and finds which forms run into which bars.
func (e *Rules) addLaw() {
	for i := range e.Pack.Duties {
		d := &e.Pack.Duties[i]
		e.Duties = append(e.Duties, Duty{
			Def: d, When: e.compileCondition(d.When), Facts: slices.Sorted(slices.Values(d.When.Facts(nil))), Acts: e.maskActs(d.Acts), Kinds: e.maskKinds(d.On),
		})
	}
	slices.SortFunc(e.Duties, func(a, b Duty) int { return strings.Compare(a.Def.ID, b.Def.ID) })
	for i := range e.Pack.Bars {
		def := &e.Pack.Bars[i]
		b := Bar{Def: def, When: e.compileCondition(def.When), Concerns: e.compileCondition(def.Concerns), Facts: def.When.Facts(nil), Forbidden: e.maskActs(def.Forbids), Kinds: e.maskKinds(def.On)}
		for j := range def.Escapes {
			x := &def.Escapes[j]
			b.Facts = x.Do.Facts(x.FindOut.Facts(b.Facts))
			b.Escapes = append(b.Escapes, e.compileCondition(cmp.Or(x.FindOut, x.Do)))
		}
		slices.Sort(b.Facts)
		e.Bars = append(e.Bars, b)
	}
	for i := range e.Pack.Acts {
		e.ActIDs = append(e.ActIDs, e.Pack.Acts[i].ID)
	}
	for i := range e.Pack.PartKinds {
		e.KindIDs = append(e.KindIDs, e.Pack.PartKinds[i].ID)
	}
	e.Decisions = map[rules.Advice]uint64{}
	for _, advice := range rules.Advices() {
		e.Decisions[advice] = e.maskActs(e.Pack.Decisions.Get(string(advice)))
	}
	slices.SortFunc(e.Bars, func(a, b Bar) int {
		return cmp.Or(cmp.Compare(a.Def.Order, b.Def.Order), strings.Compare(a.Def.ID, b.Def.ID))
	})
	for f := range e.Forms {
		for b := range e.Bars {
			if m, ok := e.meet(&e.Forms[f], b); ok {
				e.Forms[f].Meets = append(e.Forms[f].Meets, m)
			}
		}
	}
}

// meet says how a form runs into a bar; ok is false if it cannot.
func (e *Rules) meet(f *Form, bar int) (m Meeting, ok bool) {
	def := e.Bars[bar].Def
	if len(def.Demands) > 0 {
		misses := e.missDemands(f, def)
		return Meeting{Bar: bar, Touches: misses, Holds: misses}, misses == nil || !misses.isNever()
	}
	var room [64]*Condition
	touches, holds, anyTold := room[:0:32], room[32:32], false
	for _, a := range f.Acts {
		if !e.Bars[bar].Forbids(a.Act, a.Kind) {
			continue
		}
		touches = append(touches, a.When)
		if told := e.Pack.Acts[a.Act].ToldOnlyIf; told != nil {
			anyTold = true
			holds = append(holds, allOf(a.When, notOf(e.compileCondition(told))))
		} else {
			holds = append(holds, a.When)
		}
	}
	m = Meeting{Bar: bar, Touches: anyOf(touches)}
	if m.Holds = m.Touches; anyTold {
		m.Holds = anyOf(holds)
	}
	return m, len(touches) > 0
}

// missDemands says when a form leaves out what a bar demands: with a kind of part
// that the bar names, or with every kind if it names none.
func (e *Rules) missDemands(f *Form, def *rules.Bar) *Condition {
	var does, misses []*Condition
	for i := range e.Pack.PartKinds {
		kind := &e.Pack.PartKinds[i]
		done := e.doesAll(f, def.Demands, i)
		if done == nil || !done.isNever() {
			does = append(does, done)
		}
		if slices.Contains(def.On, kind.ID) && done != nil {
			misses = append(misses, allOf(e.compileCondition(kind.Applies), notOf(done)))
		}
	}
	if len(def.On) == 0 {
		if does == nil {
			return nil
		}
		return notOf(anyOf(does))
	}
	if misses == nil {
		return never()
	}
	return anyOf(misses)
}

// doesAll says when a form does all the acts with a kind of part; nil is always.
func (e *Rules) doesAll(f *Form, acts []string, kind int) *Condition {
	var all []*Condition
	for _, act := range acts {
		var some []*Condition
		for _, a := range f.Acts {
			if a.Act == e.placeOfAct(act) && a.Kind == kind {
				some = append(some, a.When)
			}
		}
		if some == nil {
			return never()
		}
		all = append(all, anyOf(some))
	}
	return allOf(all...)
}

// notOf holds if the condition does not; nil, which is always, gives never.
func notOf(c *Condition) *Condition {
	if c == nil {
		return never()
	}
	return &Condition{op: rules.Not, of: []Condition{*c}}
}

// placeOfAct is the place of an act in the pack; it is there, since the pack was checked.
func (e *Rules) placeOfAct(id string) int {
	return slices.IndexFunc(e.Pack.Acts, func(a rules.Act) bool { return a.ID == id })
}

// PlaceOfKind is the place of a kind of part in the pack, -1 for none.
func (e *Rules) PlaceOfKind(id string) int {
	return slices.IndexFunc(e.Pack.PartKinds, func(k rules.PartKind) bool { return k.ID == id })
}

// maskActs sets a bit for each act.
func (e *Rules) maskActs(ids []string) (mask uint64) {
	for _, id := range ids {
		mask |= 1 << uint(e.placeOfAct(id))
	}
	return mask
}

// maskKinds sets a bit for each kind of part; none given means all.
func (e *Rules) maskKinds(ids []string) (mask uint64) {
	if len(ids) == 0 {
		return math.MaxUint64
	}
	for _, id := range ids {
		mask |= 1 << uint(e.PlaceOfKind(id))
	}
	return mask
}

// neverHolds is what never gives.
var neverHolds = Condition{op: rules.Any}

// never is a condition that never holds.
func never() *Condition { return &neverHolds }

func (c *Condition) isNever() bool { return c.op == rules.Any && len(c.of) == 0 }

// allOf holds if all conditions do; nil is always.
func allOf(conditions ...*Condition) *Condition {
	n := 0
	var last *Condition
	for _, c := range conditions {
		if c != nil {
			n, last = n+1, c
		}
	}
	if n < 2 {
		return last
	}
	out := &Condition{op: rules.All, of: make([]Condition, 0, n)}
	for _, c := range conditions {
		if c != nil {
			out.of = append(out.of, *c)
		}
	}
	return out
}

// anyOf holds if one of the conditions does; nil is always, and so is no
// condition at all. Many acts of a form have one condition, which is taken once.
func anyOf(conditions []*Condition) *Condition {
	var room [16]*Condition
	different := room[:0]
	for _, c := range conditions {
		if c == nil {
			return nil
		}
		if !slices.Contains(different, c) {
			different = append(different, c)
		}
	}
	switch len(different) {
	case 0:
		return nil
	case 1:
		return different[0]
	}
	out := &Condition{op: rules.Any, of: make([]Condition, len(different))}
	for i, c := range different {
		out.of[i] = *c
	}
	return out
}
