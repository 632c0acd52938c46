package monotone

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/rules"
)

// mostSituations bounds how many situations are looked through for one rule.
const mostSituations = 1 << 17

// The states of a value of a set, beside those of an answer.
const (
	inSet    = "yes"
	notInSet = "no"
	notKnown = "unknown"
	none     = "na"
)

// variable is what conditions read: a fact, or one value of a set.
type variable struct {
	fact   *rules.Fact
	member string // of a set
	states []string
	// kinds lists one state of each kind that the conditions tell apart, and kindOf
	// says of each state which kind it is of.
	kinds  []int
	kindOf []int
}

// space holds every situation that some conditions can tell apart.
type space struct {
	pack   *rules.Pack
	vars   []variable
	index  map[string]int
	leaves []leaf
	nodes  []node // one for each condition
}

// leaf is a comparison: the truth of each state of its variable.
type leaf struct {
	variable int
	truths   []rules.Truth
}

// node is a compiled condition.
type node struct {
	op   rules.Op
	of   []node
	leaf int
}

// newSpace compiles conditions; nil stands for what always holds.
func newSpace(p *rules.Pack, conditions []*rules.Condition) *space {
	s := &space{pack: p, index: map[string]int{}}
	for _, c := range conditions {
		if c == nil {
			c = &rules.Condition{Op: rules.All}
		}
		s.nodes = append(s.nodes, s.compile(c))
	}
	for i := range s.vars {
		s.sortStates(i)
	}
	return s
}

func (s *space) compile(c *rules.Condition) node {
	if c.Op == rules.Compare {
		return s.compileComparison(c)
	}
	n := node{op: c.Op}
	for i := range c.Of {
		n.of = append(n.of, s.compile(&c.Of[i]))
	}
	return n
}

func (s *space) compileComparison(c *rules.Condition) node {
	f := s.pack.Fact(c.Fact)
	if f.Type == rules.SetFact {
		return s.compileMembers(f, c)
	}
	v := s.addVariable(f, "")
	s.leaves = append(s.leaves, leaf{variable: v})
	l := &s.leaves[len(s.leaves)-1]
	for _, state := range s.vars[v].states {
		l.truths = append(l.truths, s.pack.ReadAnswers(map[string]string{f.ID: state}).Truth(c))
	}
	return node{op: rules.Compare, leaf: len(s.leaves) - 1}
}

// compileMembers takes a comparison of a set apart: each of its values is known or
// not by itself.
func (s *space) compileMembers(f *rules.Fact, c *rules.Condition) node {
	n := node{op: rules.All}
	if c.Test == rules.Is {
		n.op = rules.Any
	}
	for i := range f.Values {
		id := f.Values[i].ID
		named := slices.Contains(c.Values, id)
		if !named && c.Test != rules.IsOnly {
			continue
		}
		truths := []rules.Truth{rules.False, rules.True, rules.Unknown}
		if !named || c.Test == rules.IsNot {
			truths[0], truths[1] = rules.True, rules.False
		}
		s.leaves = append(s.leaves, leaf{s.addVariable(f, id), truths})
		n.of = append(n.of, node{op: rules.Compare, leaf: len(s.leaves) - 1})
	}
	return n
}

func (s *space) addVariable(f *rules.Fact, member string) int {
	key := f.ID + " " + member
	if i, ok := s.index[key]; ok {
		return i
	}
	v := variable{fact: f, member: member}
	switch {
	case member != "":
		v.states = []string{notInSet, inSet, notKnown}
	case f.Type == rules.NumberFact:
		v.states = append(s.cutNumber(f), notKnown, none)
	default:
		v.states = append(f.ValueIDs(), notKnown, none)
	}
	s.vars = append(s.vars, v)
	s.index[key] = len(s.vars) - 1
	return len(s.vars) - 1
}

// cutNumber gives a value on each number that the pack compares a fact with, and
// one on either side of it.
func (s *space) cutNumber(f *rules.Fact) []string {
	var out []string
	s.pack.EachComparison(func(c *rules.Condition) {
		if c.Fact != f.ID {
			return
		}
		for _, text := range c.Values {
			x, _ := strconv.ParseFloat(text, 64) // checked when the pack was
			for _, y := range []float64{x - 0.25, x, x + 0.25} {
				out = append(out, strconv.FormatFloat(y, 'g', -1, 64))
			}
		}
	})
	return out
}

// sortStates numbers the states of a variable by what the conditions tell apart.
func (s *space) sortStates(v int) {
	seen := map[string]int{}
	x := &s.vars[v]
	for i := range x.states {
		key := ""
		for _, l := range s.leaves {
			if l.variable == v {
				key += strconv.Itoa(int(l.truths[i]))
			}
		}
		if _, ok := seen[key]; !ok {
			seen[key] = len(x.kinds)
			x.kinds = append(x.kinds, i)
		}
		x.kindOf = append(x.kindOf, seen[key])
	}
}

// count says how many situations there are; more than mostSituations are not
// counted on.
func (s *space) count() int {
	n := 1
	for i := range s.vars {
		if n *= len(s.vars[i].kinds); n > mostSituations {
			break
		}
	}
	return n
}

// each calls f for every situation, with the state of each variable; but leaves
// one variable (-1: none) as it is.
func (s *space) each(but int, f func([]int)) {
	at := make([]int, len(s.vars)) // kinds
	states := make([]int, len(s.vars))
	for i := range states {
		states[i] = s.vars[i].kinds[0]
	}
	for {
		f(states)
		i := 0
		for ; i < len(at); i++ {
			if i == but {
				continue
			}
			if at[i]++; at[i] == len(s.vars[i].kinds) {
				at[i] = 0
			}
			states[i] = s.vars[i].kinds[at[i]]
			if at[i] > 0 {
				break
			}
		}
		if i == len(at) {
			return
		}
	}
}

// truth gives the truth of the n-th condition in a situation.
func (s *space) truth(n int, states []int) rules.Truth { return s.truthOf(&s.nodes[n], states) }

func (s *space) truthOf(n *node, states []int) rules.Truth {
	switch n.op {
	case rules.Compare:
		l := &s.leaves[n.leaf]
		return l.truths[states[l.variable]]
	case rules.Not:
		return rules.True - s.truthOf(&n.of[0], states)
	case rules.Any:
		t := rules.False
		for i := range n.of {
			t = max(t, s.truthOf(&n.of[i], states))
		}
		return t
	}
	t := rules.True
	for i := range n.of {
		t = min(t, s.truthOf(&n.of[i], states))
	}
	return t
}
