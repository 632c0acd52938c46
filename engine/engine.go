package engine

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/ajar-decision/ajar/rules"
)

// Engine applies one pack. Make it with New; it never changes afterwards and
// may be used by any number of goroutines.
type Engine struct {
	pack       *rules.Pack
	lambda     float64
	cap        float64
	margin     float64
	facts      []fact     // by id
	guardOrder []int      // guarded facts, each after the facts its guard reads
	priorities []priority // by id
	arguments  []argument // by id, so that sums run in one order
	dimensions [][]int    // the arguments of each dimension
	links      int        // all shares of all arguments
	balance    target     // +1 and -1, for S
	moderators []moderator
	options    []option          // in the order of the ladder
	vetoes     []veto            // by id
	gaps       func() [][]target // per pair of options: the captures of the first less those of the second
	reads      [][]int           // per argument: the facts that its condition and its moderators read
	bars       []bool            // per fact: whether an option may hang on it

	parts     []part            // by id
	choices   []choice          // by order
	steps     []step            // by order
	standards []*rules.Standard // by id

	factIndex     map[string]int
	priorityIndex map[string]int
	optionIndex   map[string]int
}

type priority struct {
	def  *rules.Priority
	sign float64 // +1 pulls open, -1 closed
}

type argument struct {
	def        *rules.Argument
	dim        int
	sign       float64
	shares     []share  // priority-driven only: c_ap / C_p
	when       *cond    // situation-driven only
	facts      []string // that its condition reads
	moderators []int    // indexes of Engine.moderators
}

type share struct {
	priority int
	of       float64
}

type moderator struct {
	def  *rules.Moderator
	when *cond
	dims []bool // dimensions on whose arguments it acts
}

type option struct {
	def      *rules.Option
	requires *cond
	splits   []split
	facts    []string // that its requirements read
	capture  target   // κ of every argument
}

type split struct {
	def                   *rules.Split
	precondition, trigger *cond
}

type veto struct {
	def       *rules.Veto
	when      *cond
	separable *cond
	facts     []string // that it reads
	blocks    []bool   // per option
}

// New compiles a pack. The error is that of [rules.Pack.Check].
func New(pack *rules.Pack) (*Engine, error) {
	if err := pack.Check(); err != nil {
		return nil, err
	}
	k := &pack.Constants
	e := &Engine{
		pack: pack, cap: k.Cap.Value, margin: k.Margin.Value,
		lambda:    k.Beta.Value / ((1 - k.Beta.Value) * k.K.Value),
		factIndex: map[string]int{}, priorityIndex: map[string]int{}, optionIndex: map[string]int{},
	}
	e.addFacts()
	e.addPriorities()
	e.addOptions()
	e.addArguments()
	e.gaps = sync.OnceValue(e.makeGaps)
	for i := range pack.Vetoes {
		v := &pack.Vetoes[i]
		blocks := make([]bool, len(e.options))
		for _, id := range v.Blocks {
			blocks[e.optionIndex[id]] = true
		}
		e.vetoes = append(e.vetoes, veto{
			def: v, when: e.compile(v.When), separable: e.compile(v.SeparableIf),
			facts: sorted(v.SeparableIf.Facts(v.When.Facts(nil))), blocks: blocks,
		})
	}
	slices.SortFunc(e.vetoes, func(a, b veto) int { return strings.Compare(a.def.ID, b.def.ID) })
	e.addReads()
	e.addAdvice()
	pack.EachComparison(func(c *rules.Condition) { e.facts[e.factIndex[c.Fact]].read = true })
	return e, nil
}

// Pack gives the pack that the engine applies.
func (e *Engine) Pack() *rules.Pack { return e.pack }

func (e *Engine) addFacts() {
	for i := range e.pack.Facts {
		e.facts = append(e.facts, fact{def: &e.pack.Facts[i], values: e.pack.Facts[i].ValueIDs()})
	}
	slices.SortFunc(e.facts, func(a, b fact) int { return strings.Compare(a.def.ID, b.def.ID) })
	for i := range e.facts {
		e.factIndex[e.facts[i].def.ID] = i
	}
	e.cutNumbers()
	done := make([]bool, len(e.facts))
	var visit func(i int)
	visit = func(i int) {
		f := &e.facts[i]
		if done[i] {
			return
		}
		done[i] = true
		if f.def.AskedIf == nil {
			return
		}
		for _, id := range f.def.AskedIf.Facts(nil) {
			visit(e.factIndex[id])
		}
		f.guard = e.compile(f.def.AskedIf)
		e.guardOrder = append(e.guardOrder, i)
	}
	for i := range e.facts {
		visit(i)
	}
}

func (e *Engine) addPriorities() {
	for i := range e.pack.Priorities {
		p := &e.pack.Priorities[i]
		e.priorities = append(e.priorities, priority{def: p, sign: sign(p.Pull)})
	}
	slices.SortFunc(e.priorities, func(a, b priority) int { return strings.Compare(a.def.ID, b.def.ID) })
	for i := range e.priorities {
		e.priorityIndex[e.priorities[i].def.ID] = i
	}
}

func (e *Engine) addOptions() {
	for i := range e.pack.Options {
		o := &e.pack.Options[i]
		opt := option{def: o, requires: e.compile(o.Requires), facts: o.Requires.Facts(nil)}
		for j := range o.Splits {
			s := &o.Splits[j]
			opt.splits = append(opt.splits, split{def: s, precondition: e.compile(s.Precondition), trigger: e.compile(s.Trigger)})
			opt.facts = s.Trigger.Facts(s.Precondition.Facts(opt.facts))
		}
		slices.Sort(opt.facts)
		e.options = append(e.options, opt)
	}
	slices.SortStableFunc(e.options, func(a, b option) int {
		return cmp.Or(cmp.Compare(a.def.Step, b.def.Step), strings.Compare(a.def.ID, b.def.ID))
	})
	for i := range e.options {
		e.optionIndex[e.options[i].def.ID] = i
	}
}

func (e *Engine) addArguments() {
	for d := range e.pack.Dimensions {
		dim := &e.pack.Dimensions[d]
		for i := range dim.Arguments {
			a := &dim.Arguments[i]
			e.arguments = append(e.arguments, argument{
				def: a, dim: d, sign: sign(a.Pull), when: e.compile(a.When), facts: sorted(a.When.Facts(nil)),
			})
		}
		for i := range dim.Moderators {
			e.moderators = append(e.moderators, moderator{
				def: &dim.Moderators[i], when: e.compile(dim.Moderators[i].When), dims: make([]bool, len(e.pack.Dimensions)),
			})
		}
	}
	slices.SortFunc(e.arguments, func(a, b argument) int { return strings.Compare(a.def.ID, b.def.ID) })
	slices.SortFunc(e.moderators, func(a, b moderator) int { return strings.Compare(a.def.ID, b.def.ID) })
	e.addShares()
	e.dimensions = make([][]int, len(e.pack.Dimensions))
	for i := range e.arguments {
		e.dimensions[e.arguments[i].dim] = append(e.dimensions[e.arguments[i].dim], i)
		e.links += len(e.arguments[i].shares)
	}
	e.balance = e.target(func(a *argument) float64 { return a.sign })
	for o := range e.options {
		captures := &e.options[o].def.Captures
		e.options[o].capture = e.target(func(a *argument) float64 { return captures.Of(a.def) })
	}
}

// addShares gives every argument its shares c_ap / C_p and its moderators.
func (e *Engine) addShares() {
	total := make([]float64, len(e.priorities)) // C_p, over all arguments of the pack
	for i := range e.arguments {
		for id, c := range e.arguments[i].def.Shares {
			e.arguments[i].shares = append(e.arguments[i].shares, share{e.priorityIndex[id], c})
		}
		slices.SortFunc(e.arguments[i].shares, func(a, b share) int { return cmp.Compare(a.priority, b.priority) })
		for _, s := range e.arguments[i].shares {
			total[s.priority] += s.of
		}
		for m := range e.moderators {
			if slices.Contains(e.moderators[m].def.On, e.arguments[i].def.ID) {
				e.arguments[i].moderators = append(e.arguments[i].moderators, m)
				e.moderators[m].dims[e.arguments[i].dim] = true
			}
		}
	}
	for i := range e.arguments {
		for j := range e.arguments[i].shares {
			s := &e.arguments[i].shares[j]
			s.of /= total[s.priority]
		}
	}
}

// cutNumbers gathers the thresholds that any condition compares a number with.
func (e *Engine) cutNumbers() {
	e.pack.EachComparison(func(c *rules.Condition) {
		f := &e.facts[e.factIndex[c.Fact]]
		if f.def.Type != rules.NumberFact {
			return
		}
		for _, v := range c.Values {
			if x, ok := parse(v); ok {
				f.cuts = append(f.cuts, x)
			}
		}
	})
	for i := range e.facts {
		slices.Sort(e.facts[i].cuts)
		e.facts[i].cuts = slices.Compact(e.facts[i].cuts)
	}
}

func sign(pull rules.Stance) float64 {
	if pull == rules.Open {
		return 1
	}
	return -1
}

// addReads notes what hangs on which fact.
func (e *Engine) addReads() {
	e.reads = make([][]int, len(e.arguments))
	for i := range e.arguments {
		e.reads[i] = e.arguments[i].when.reads(nil)
		for _, m := range e.arguments[i].moderators {
			e.reads[i] = e.moderators[m].when.reads(e.reads[i])
		}
		slices.Sort(e.reads[i])
		e.reads[i] = slices.Compact(e.reads[i])
	}
	e.bars = make([]bool, len(e.facts))
	var all []int
	for o := range e.options {
		all = e.options[o].requires.reads(all)
		for j := range e.options[o].splits {
			all = e.options[o].splits[j].trigger.reads(e.options[o].splits[j].precondition.reads(all))
		}
	}
	for i := range e.vetoes {
		all = e.vetoes[i].separable.reads(e.vetoes[i].when.reads(all))
	}
	for _, f := range all {
		e.bars[f] = true
	}
}
