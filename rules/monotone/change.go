package monotone

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// Change is a change of one answer that takes arguments away from one side or adds
// some to the other, and none the other way round.
type Change struct {
	Fact string
	// Member is the value of a set fact that goes in or out, "" for other facts.
	Member string
	// From and To are values, or "unknown"; of a member "yes", "no" or "unknown".
	From, To string
	// Toward is the side that the change speaks for: Closed if it takes arguments
	// for openness away or adds some for closure.
	Toward rules.Stance
	// Decides: a bar, a guard or what makes a form possible tells the two answers
	// apart, so that they do more than speak.
	Decides bool
	// Arguments are those that it changes.
	Arguments []string
	// Breaks are pairs of forms by which it works against its own side all the
	// same, since their captures are out of order. None: it can never do so.
	Breaks []Break
}

// Break is a pair of forms whose captures turn a change against its own side.
type Break struct {
	Argument        string
	Narrower, Wider string
}

// ListChanges lists all changes of one answer that speak for one side alone, by
// the fact in the order of the pack. Those that decide more are among them. What follows
// for other values of a set, where one of them stands alone, is a part of the change.
func ListChanges(p *rules.Pack) []Change {
	effects := collectEffects(p)
	other := collectElse(p)
	var out []Change
	for i := range p.Facts {
		f := &p.Facts[i]
		for _, member := range membersOf(f) {
			out = append(out, changesOf(f, member, effects, other)...)
		}
	}
	return out
}

func membersOf(f *rules.Fact) []string {
	if f.Type == rules.SetFact {
		return f.ValueIDs()
	}
	return []string{""}
}

// answersOf lists what can be said of a fact, or of one value of a set.
func answersOf(f *rules.Fact, member string) []string {
	if member != "" {
		return []string{notInSet, inSet, notKnown}
	}
	return append(f.ValueIDs(), notKnown)
}

func changesOf(f *rules.Fact, member string, effects []effect, other *space) []Change {
	var out []Change
	for _, from := range answersOf(f, member) {
		for _, to := range answersOf(f, member) {
			if from == to {
				continue
			}
			c := Change{Fact: f.ID, Member: member, From: from, To: to}
			turns := append([]turn{{member, from, to}}, listFollowing(f, member, to)...)
			opens, closes, unclear := false, false, false
			for i := range effects {
				speaks := false
				for _, t := range turns {
					if e := effects[i].of(f.ID, t); e != nil {
						opens, closes, unclear = opens || e.opens, closes || e.closes, unclear || e.unclear
						speaks = speaks || e.opens || e.closes
					}
				}
				if speaks {
					c.Arguments = append(c.Arguments, effects[i].argument.ID)
				}
			}
			if unclear || opens == closes {
				continue
			}
			c.Toward = rules.Closed
			if opens {
				c.Toward = rules.Open
			}
			for _, t := range turns {
				c.Decides = c.Decides || other.tells(f, t)
				c.addBreaks(effects, t)
			}
			out = append(out, c)
		}
	}
	return out
}

// turn is that one value of a set goes in or out, or that another fact is answered otherwise.
type turn struct{ member, from, to string }

// listFollowing lists what may follow for other values of a set: where one that stands alone
// is in it the others are not, and where another is in it that one is not.
func listFollowing(f *rules.Fact, member, to string) []turn {
	if member == "" || to != inSet {
		return nil
	}
	var out []turn
	for i := range f.Values {
		if v := &f.Values[i]; v.ID != member && (v.Alone || f.Value(member).Alone) {
			out = append(out, turn{v.ID, notKnown, notInSet})
		}
	}
	return out
}

func (c *Change) addBreaks(effects []effect, t turn) {
	for i := range effects {
		if e := effects[i].of(c.Fact, t); e != nil {
			for _, b := range e.listBreaks(&effects[i], c.Toward) {
				if !slices.Contains(c.Breaks, b) {
					c.Breaks = append(c.Breaks, b)
				}
			}
		}
	}
}

// collectElse compiles what does more than speak for a side: bars, forms and
// guards, which say what can be done and what is asked.
func collectElse(p *rules.Pack) *space {
	var conditions []*rules.Condition
	for i := range p.Facts {
		for _, f := range p.Facts[i].Follows { // what an answer implies is an answer more
			conditions = append(conditions, f.When)
		}
	}
	for r := range p.Rules() {
		switch r.Kind {
		case rules.BarRule: // whom it can concern changes nothing but what is told
			bar := p.Bar(r.ID)
			conditions = append(conditions, slices.DeleteFunc(r.Conditions, func(c *rules.Condition) bool { return c == bar.Concerns })...)
		case rules.FactRule, rules.OptionRule, rules.ActRule, rules.PartKindRule:
			conditions = append(conditions, r.Conditions...)
		}
	}
	for _, f := range listForms(p) { // a rule of a form has its reasons too
		conditions = append(conditions, f.def.Requires)
		for i := range f.def.ActsIf {
			conditions = append(conditions, f.def.ActsIf[i].When)
		}
	}
	return newSpace(p, conditions)
}

// tells reports whether any of the conditions tells two answers apart.
func (s *space) tells(f *rules.Fact, t turn) bool {
	i, ok := s.index[f.ID+" "+t.member]
	if !ok {
		return false
	}
	v := &s.vars[i]
	return v.kindOf[slices.Index(v.states, t.from)] != v.kindOf[slices.Index(v.states, t.to)]
}

// effect says what each change of one answer makes of one argument.
type effect struct {
	argument *rules.Argument
	forms    []Form
	steps    map[stepKey]*step
	// unclear names the facts of which that is not known, since there are too many
	// situations to look through.
	unclear []string
}

type stepKey struct {
	fact string
	turn
}

// step is what a change of one answer makes of an argument, over all situations.
type step struct {
	opens, closes bool // by the pull alone
	unclear       bool
	moves         []move
}

// move is one thing that a change may do: the mass of the argument and what each
// form secures of it, before and after.
type move struct{ before, after state }

type state struct {
	mass     float64
	captures []float64
}

func (e *effect) of(fact string, t turn) *step {
	if slices.Contains(e.unclear, fact) {
		return &step{unclear: true}
	}
	return e.steps[stepKey{fact, t}]
}

// listBreaks lists the pairs of forms that let a move work against the side that
// the change speaks for.
func (s *step) listBreaks(e *effect, toward rules.Stance) []Break {
	var out []Break
	for n := range e.forms {
		for w := range e.forms {
			if e.forms[n].Class >= e.forms[w].Class {
				continue
			}
			for _, m := range s.moves {
				gain := float64(m.after.mass*(m.after.captures[w]-m.after.captures[n])) - float64(m.before.mass*(m.before.captures[w]-m.before.captures[n]))
				if toward == rules.Open {
					gain = -gain
				}
				if gain > 1e-12 {
					out = append(out, Break{e.argument.ID, e.forms[n].ID, e.forms[w].ID})
					break
				}
			}
		}
	}
	return out
}

// collectEffects looks at every argument.
func collectEffects(p *rules.Pack) []effect {
	forms := listForms(p)
	var out []effect
	for _, a := range listArguments(p) {
		out = append(out, findEffect(p, forms, a))
	}
	return out
}

// argumentSpace is what decides the mass of an argument and the captures of it.
type argumentSpace struct {
	*space
	pack       *rules.Pack
	argument   *rules.Argument
	forms      []Form
	moderators []*rules.Moderator
	raises     []raise
}

func newArgumentSpace(p *rules.Pack, forms []Form, a *rules.Argument) *argumentSpace {
	x := &argumentSpace{pack: p, argument: a, forms: forms, moderators: listModerators(p, a.ID), raises: listRaises(forms, a)}
	conditions := []*rules.Condition{a.When}
	for _, m := range x.moderators {
		conditions = append(conditions, m.When)
	}
	for _, r := range x.raises {
		conditions = append(conditions, r.when)
	}
	x.space = newSpace(p, conditions)
	return x
}

// key tells the states of an argument apart: it is "" where the argument has no mass.
func (x *argumentSpace) key(states []int) string {
	if x.truth(0, states) != rules.True {
		return ""
	}
	key := []byte(strings.Repeat("0", len(x.nodes)))
	for i := range key {
		if x.truth(i, states) == rules.True {
			key[i] = '1'
		}
	}
	return string(key)
}

// read gives the state that a key stands for.
func (x *argumentSpace) read(key string) state {
	holds := func(i int) bool { return key != "" && key[i] == '1' }
	mass := 0.0
	if key != "" {
		mass = 1
	}
	for i, m := range x.moderators {
		if holds(1 + i) {
			mass *= m.Factor
		}
	}
	mass = math.Min(mass, x.pack.Constants.Cap.Value)
	return state{mass, capturesOf(x.forms, x.argument, x.raises, func(i int) bool { return holds(1 + len(x.moderators) + i) })}
}

func findEffect(p *rules.Pack, forms []Form, a *rules.Argument) effect {
	x := newArgumentSpace(p, forms, a)
	out := effect{argument: a, forms: forms, steps: map[stepKey]*step{}}
	if x.count() > mostSituations {
		for i := range x.vars {
			out.unclear = append(out.unclear, x.vars[i].fact.ID)
		}
		return out
	}
	for v := range x.vars {
		x.addSteps(&out, v)
	}
	return out
}

// addSteps adds what changes of one variable do.
func (x *argumentSpace) addSteps(out *effect, v int) {
	kinds := x.vars[v].kinds
	seen := map[string]bool{}
	moves := map[[2]int][][2]string{}
	x.each(v, func(states []int) {
		keys := make([]string, len(kinds))
		for k, s := range kinds {
			states[v] = s
			keys[k] = x.key(states)
		}
		states[v] = kinds[0]
		row := fmt.Sprint(keys)
		if seen[row] {
			return
		}
		seen[row] = true
		for i := range kinds {
			for j := range kinds {
				if pair := [2]string{keys[i], keys[j]}; pair[0] != pair[1] && !slices.Contains(moves[[2]int{i, j}], pair) {
					moves[[2]int{i, j}] = append(moves[[2]int{i, j}], pair)
				}
			}
		}
	})
	steps := map[[2]int]*step{}
	for at, pairs := range moves {
		steps[at] = x.makeStep(pairs)
	}
	f := x.vars[v].fact
	for i, from := range x.vars[v].states {
		for j, to := range x.vars[v].states {
			if s := steps[[2]int{x.vars[v].kindOf[i], x.vars[v].kindOf[j]}]; s != nil {
				out.steps[stepKey{f.ID, turn{x.vars[v].member, from, to}}] = s
			}
		}
	}
}

func (x *argumentSpace) makeStep(pairs [][2]string) *step {
	out := &step{}
	open := x.argument.Pull == rules.Open
	for _, pair := range pairs {
		m := move{x.read(pair[0]), x.read(pair[1])}
		more, less := m.after.mass > m.before.mass, m.after.mass < m.before.mass
		out.opens = out.opens || more && open || less && !open
		out.closes = out.closes || less && open || more && !open
		out.moves = append(out.moves, m)
	}
	return out
}
