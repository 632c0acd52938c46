package compiled

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/ajar-decision/ajar/rules"
)

// New compiles a pack that was checked. It keeps the pack, so nobody else
// may change it.
func New(pack *rules.Pack) *Rules {
	k := &pack.Constants
	e := &Rules{
		Pack: pack, Cap: k.Cap.Value, Margin: k.Margin.Value,
		Lambda:    k.Beta.Value / ((1 - k.Beta.Value) * k.K.Value),
		FactIndex: map[string]int{}, PriorityIndex: map[string]int{}, OptionIndex: map[string]int{}, FormIndex: map[string]int{},
	}
	e.addFacts()
	e.addPriorities()
	e.addOptions()
	e.addArguments()
	e.addForms()
	e.Numbers = sync.OnceValue(func() *Numbers { return makeNumbers(e) })
	e.Flat = sync.OnceValue(func() *Flat { return NewFlat(e) })
	e.BoundTable = sync.OnceValue(func() *BoundTable { return NewBoundTable(e) })
	e.addLaw()
	e.indexFactsRead()
	e.addAdvice()
	e.addExclusions()
	e.markFactsRead()
	return e
}

func (e *Rules) addPriorities() {
	for i := range e.Pack.Priorities {
		p := &e.Pack.Priorities[i]
		e.Priorities = append(e.Priorities, Priority{Def: p, Sign: signOf(p.Pull)})
	}
	slices.SortFunc(e.Priorities, func(a, b Priority) int { return strings.Compare(a.Def.ID, b.Def.ID) })
	for i := range e.Priorities {
		e.PriorityIndex[e.Priorities[i].Def.ID] = i
	}
	for i := range e.Pack.Priorities {
		e.PriorityPlaces = append(e.PriorityPlaces, e.PriorityIndex[e.Pack.Priorities[i].ID])
	}
}

func (e *Rules) addOptions() {
	for i := range e.Pack.Options {
		e.Options = append(e.Options, Option{Def: &e.Pack.Options[i]})
	}
	slices.SortStableFunc(e.Options, func(a, b Option) int {
		return cmp.Compare(a.Def.Step, b.Def.Step) // no two stand on one
	})
	for i := range e.Options {
		e.OptionIndex[e.Options[i].Def.ID] = i
	}
}

func (e *Rules) addArguments() {
	for d := range e.Pack.Dimensions {
		dim := &e.Pack.Dimensions[d]
		for i := range dim.Arguments {
			a := &dim.Arguments[i]
			e.Arguments = append(e.Arguments, Argument{
				Def: a, Dim: d, Sign: signOf(a.Pull), When: e.compileCondition(a.When), Facts: sortStrings(a.When.Facts(nil)),
			})
		}
		for i := range dim.Moderators {
			e.Moderators = append(e.Moderators, Moderator{
				Def: &dim.Moderators[i], When: e.compileCondition(dim.Moderators[i].When), Dims: make([]bool, len(e.Pack.Dimensions)),
			})
		}
	}
	slices.SortFunc(e.Arguments, func(a, b Argument) int { return strings.Compare(a.Def.ID, b.Def.ID) })
	slices.SortFunc(e.Moderators, func(a, b Moderator) int { return strings.Compare(a.Def.ID, b.Def.ID) })
	e.addShares()
	addModerators(e)
	e.Dimensions, e.Balance = make([][]int, len(e.Pack.Dimensions)), &ArgumentValues{}
	for i := range e.Arguments {
		e.Dimensions[e.Arguments[i].Dim] = append(e.Dimensions[e.Arguments[i].Dim], i)
		e.ShareCount += len(e.Arguments[i].Shares)
		e.Balance.Value = append(e.Balance.Value, e.Arguments[i].Sign)
	}
}

// addShares gives every argument its shares c_ap / C_p.
func (e *Rules) addShares() {
	total := make([]float64, len(e.Priorities)) // C_p, over all arguments of the pack
	for i := range e.Arguments {
		for id, c := range e.Arguments[i].Def.Shares.All() {
			e.Arguments[i].Shares = append(e.Arguments[i].Shares, Share{e.PriorityIndex[id], c})
		}
		slices.SortFunc(e.Arguments[i].Shares, func(a, b Share) int { return cmp.Compare(a.Priority, b.Priority) })
		for _, s := range e.Arguments[i].Shares {
			total[s.Priority] += s.Of
		}
	}
	for i := range e.Arguments {
		for j := range e.Arguments[i].Shares {
			s := &e.Arguments[i].Shares[j]
			s.Of /= total[s.Priority]
		}
	}
}

// addModerators gives every argument its moderators.
func addModerators(e *Rules) {
	for m := range e.Moderators {
		for _, id := range e.Moderators[m].Def.On {
			i, ok := findArgument(e, id)
			if !ok {
				continue
			}
			a := &e.Arguments[i]
			if n := len(a.Moderators); n > 0 && a.Moderators[n-1] == m {
				continue // named twice
			}
			a.Moderators = append(a.Moderators, m)
			e.Moderators[m].Dims[a.Dim] = true
		}
	}
}

func signOf(pull rules.Stance) float64 {
	if pull == rules.Open {
		return 1
	}
	return -1
}

// indexFactsRead notes what hangs on which fact.
func (e *Rules) indexFactsRead() {
	e.FactsRead = make([][]int, len(e.Arguments))
	for i := range e.Arguments {
		e.FactsRead[i] = e.Arguments[i].When.AppendFactsRead(nil)
		for _, m := range e.Arguments[i].Moderators {
			e.FactsRead[i] = e.Moderators[m].When.AppendFactsRead(e.FactsRead[i])
		}
		slices.Sort(e.FactsRead[i])
		e.FactsRead[i] = slices.Compact(e.FactsRead[i])
	}
	e.DecidesAvailability = make([]bool, len(e.Facts))
	var all []int
	for i := range e.Bars {
		all = e.Bars[i].appendFactsRead(all)
	}
	for i := range e.Forms {
		all = e.Forms[i].Requires.AppendFactsRead(all)
		for _, m := range e.Forms[i].Meets {
			all = m.Touches.AppendFactsRead(all)
		}
	}
	for _, f := range all {
		e.DecidesAvailability[f] = true
	}
}

func sortStrings(list []string) []string {
	slices.Sort(list)
	return list
}

func (e *Rules) addExclusions() {
	for i := range e.Pack.Exclusions {
		x := &e.Pack.Exclusions[i]
		e.Exclusions = append(e.Exclusions, Exclusion{e.compileAdvice(x.When), x})
	}
	slices.SortFunc(e.Exclusions, func(a, b Exclusion) int { return strings.Compare(a.Def.ID, b.Def.ID) })
}
