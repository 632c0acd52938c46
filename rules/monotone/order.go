package monotone

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// Disorder is a pair of forms that stand the wrong way round for an argument: the
// narrower secures more of one for openness, or the wider more of one for closure.
type Disorder struct {
	Argument        *rules.Argument
	Narrower, Wider string
	// The captures where they lie furthest apart, with all raises that hold then.
	NarrowerCapture, WiderCapture float64
}

// By says how far the captures lie apart.
func (d Disorder) By() float64 { return math.Abs(d.NarrowerCapture - d.WiderCapture) }

// ListDisorder lists every pair of forms out of order, among those that can both be
// possible where the argument counts, by argument in the order of the pack.
func ListDisorder(p *rules.Pack) []Disorder {
	forms := listForms(p)
	together := findPossiblePairs(p, forms)
	var out []Disorder
	for _, a := range listArguments(p) {
		fits := fitForms(p, forms, a)
		states := newArgumentSpace(p, forms, a).listStates()
		for n := range forms {
			for w := range forms {
				if forms[n].Class < forms[w].Class && together[n][w] && fits[n] && fits[w] {
					if d := findDisorder(a, states, n, w); d != nil {
						d.Narrower, d.Wider = forms[n].ID, forms[w].ID
						out = append(out, *d)
					}
				}
			}
		}
	}
	return out
}

// findDisorder gives the state in which two forms are furthest out of order, nil if
// they never are.
func findDisorder(a *rules.Argument, states []state, n, w int) *Disorder {
	var out *Disorder
	worst := 1e-12
	for i := range states {
		by := states[i].captures[n] - states[i].captures[w]
		if a.Pull == rules.Closed {
			by = -by
		}
		if by > worst {
			worst = by
			out = &Disorder{Argument: a, NarrowerCapture: states[i].captures[n], WiderCapture: states[i].captures[w]}
		}
	}
	return out
}

// listStates lists what the captures of an argument can be where it counts. Where
// there are too many situations, it is those with no raise, and with one at a time.
func (x *argumentSpace) listStates() []state {
	first := 1 + len(x.moderators)
	var out []state
	if x.count() > mostSituations {
		for i := -1; i < len(x.raises); i++ {
			out = append(out, state{1, capturesOf(x.forms, x.argument, x.raises, func(r int) bool { return r == i })})
		}
		return out
	}
	seen := map[string]bool{}
	x.each(-1, func(states []int) {
		key := x.key(states)
		if key == "" || seen[key[first:]] {
			return
		}
		seen[key[first:]] = true
		out = append(out, x.read(key))
	})
	return out
}

// findPossiblePairs says which forms can be possible at once.
func findPossiblePairs(p *rules.Pack, forms []Form) [][]bool {
	out := make([][]bool, len(forms))
	for i := range forms {
		out[i] = make([]bool, len(forms))
		for j := range forms {
			out[i][j] = canAllHold(p, append(slices.Clone(forms[i].Requires), forms[j].Requires...)...)
		}
	}
	return out
}

// fitForms says which forms can be possible where an argument counts.
func fitForms(p *rules.Pack, forms []Form, a *rules.Argument) []bool {
	out := make([]bool, len(forms))
	for i := range forms {
		out[i] = canAllHold(p, append(slices.Clone(forms[i].Requires), a.When)...)
	}
	return out
}

// canAllHold says whether some situation meets all conditions; too many situations
// to look through count as one.
func canAllHold(p *rules.Pack, conditions ...*rules.Condition) bool {
	s := newSpace(p, conditions)
	if s.count() > mostSituations {
		return true
	}
	found := false
	s.each(-1, func(states []int) {
		for i := range conditions {
			if found || s.truth(i, states) != rules.True {
				return
			}
		}
		found = true
	})
	return found
}
