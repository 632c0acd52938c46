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
	pack                *rules.Pack
	lambda              float64
	cap                 float64
	margin              float64
	facts               []compiledFact     // by id
	guardOrder          []int              // guarded facts, each after the facts its guard reads
	priorities          []compiledPriority // by id
	arguments           []compiledArgument // by id, so that sums run in one order
	dimensions          [][]int            // the arguments of each dimension
	shareCount          int                // all shares of all arguments
	balance             argumentValues     // +1 and -1, for S
	moderators          []compiledModerator
	options             []compiledOption          // in the order of the ladder
	vetoes              []compiledVeto            // by id
	captureDifferences  func() [][]argumentValues // per pair of options: the captures of the first less those of the second
	factsRead           [][]int                   // per argument: the facts that its condition and its moderators read
	decidesAvailability []bool                    // per fact: whether an option may hang on it

	components     []compiledComponent     // by id
	licenceChoices []compiledLicenceChoice // by order
	nextSteps      []compiledStep          // by order
	standards      []*rules.Standard       // by id

	factIndex     map[string]int
	priorityIndex map[string]int
	optionIndex   map[string]int
}

type compiledPriority struct {
	def  *rules.Priority
	sign float64 // +1 pulls open, -1 closed
}

type compiledArgument struct {
	def        *rules.Argument
	dim        int
	sign       float64
	shares     []argumentShare    // priority-driven only: c_ap / C_p
	when       *compiledCondition // situation-driven only
	facts      []string           // that its condition reads
	moderators []int              // indexes of Engine.moderators
}

type argumentShare struct {
	priority int
	of       float64
}

type compiledModerator struct {
	def  *rules.Moderator
	when *compiledCondition
	dims []bool // dimensions on whose arguments it acts
}

type compiledOption struct {
	def      *rules.Option
	requires *compiledCondition
	splits   []compiledSplit
	facts    []string       // that its requirements read
	capture  argumentValues // κ of every argument
}

type compiledSplit struct {
	def                   *rules.Split
	precondition, trigger *compiledCondition
}

type compiledVeto struct {
	def       *rules.Veto
	when      *compiledCondition
	separable *compiledCondition
	facts     []string // that it reads
	blocks    []bool   // per option
}

// New compiles a copy of a pack, so that the pack may be changed afterwards. The
// error is that of [rules.Pack.Check].
func New(pack *rules.Pack) (*Engine, error) {
	if err := pack.Check(); err != nil {
		return nil, err
	}
	pack = pack.Clone()
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
	e.captureDifferences = sync.OnceValue(e.makeCaptureDifferences)
	for i := range pack.Vetoes {
		v := &pack.Vetoes[i]
		blocks := make([]bool, len(e.options))
		for _, id := range v.Blocks {
			blocks[e.optionIndex[id]] = true
		}
		e.vetoes = append(e.vetoes, compiledVeto{
			def: v, when: e.compileCondition(v.When), separable: e.compileCondition(v.SeparableIf),
			facts: sortStrings(v.SeparableIf.Facts(v.When.Facts(nil))), blocks: blocks,
		})
	}
	slices.SortFunc(e.vetoes, func(a, b compiledVeto) int { return strings.Compare(a.def.ID, b.def.ID) })
	e.indexFactsRead()
	e.addAdvice()
	pack.EachComparison(func(c *rules.Condition) { e.facts[e.factIndex[c.Fact]].isRead = true })
	return e, nil
}

// Pack gives a copy of the pack that the engine applies. It belongs to the
// caller: no change to it reaches the engine. A copy of the core pack takes about
// a millisecond, so keep it rather than ask again.
func (e *Engine) Pack() *rules.Pack { return e.pack.Clone() }

func (e *Engine) addFacts() {
	for i := range e.pack.Facts {
		e.facts = append(e.facts, compiledFact{def: &e.pack.Facts[i], values: e.pack.Facts[i].ValueIDs()})
	}
	slices.SortFunc(e.facts, func(a, b compiledFact) int { return strings.Compare(a.def.ID, b.def.ID) })
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
		f.guard = e.compileCondition(f.def.AskedIf)
		e.guardOrder = append(e.guardOrder, i)
	}
	for i := range e.facts {
		visit(i)
	}
}

func (e *Engine) addPriorities() {
	for i := range e.pack.Priorities {
		p := &e.pack.Priorities[i]
		e.priorities = append(e.priorities, compiledPriority{def: p, sign: signOf(p.Pull)})
	}
	slices.SortFunc(e.priorities, func(a, b compiledPriority) int { return strings.Compare(a.def.ID, b.def.ID) })
	for i := range e.priorities {
		e.priorityIndex[e.priorities[i].def.ID] = i
	}
}

func (e *Engine) addOptions() {
	for i := range e.pack.Options {
		o := &e.pack.Options[i]
		opt := compiledOption{def: o, requires: e.compileCondition(o.Requires), facts: o.Requires.Facts(nil)}
		for j := range o.Splits {
			s := &o.Splits[j]
			opt.splits = append(opt.splits, compiledSplit{def: s, precondition: e.compileCondition(s.Precondition), trigger: e.compileCondition(s.Trigger)})
			opt.facts = s.Trigger.Facts(s.Precondition.Facts(opt.facts))
		}
		slices.Sort(opt.facts)
		e.options = append(e.options, opt)
	}
	slices.SortStableFunc(e.options, func(a, b compiledOption) int {
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
			e.arguments = append(e.arguments, compiledArgument{
				def: a, dim: d, sign: signOf(a.Pull), when: e.compileCondition(a.When), facts: sortStrings(a.When.Facts(nil)),
			})
		}
		for i := range dim.Moderators {
			e.moderators = append(e.moderators, compiledModerator{
				def: &dim.Moderators[i], when: e.compileCondition(dim.Moderators[i].When), dims: make([]bool, len(e.pack.Dimensions)),
			})
		}
	}
	slices.SortFunc(e.arguments, func(a, b compiledArgument) int { return strings.Compare(a.def.ID, b.def.ID) })
	slices.SortFunc(e.moderators, func(a, b compiledModerator) int { return strings.Compare(a.def.ID, b.def.ID) })
	e.addShares()
	e.dimensions = make([][]int, len(e.pack.Dimensions))
	for i := range e.arguments {
		e.dimensions[e.arguments[i].dim] = append(e.dimensions[e.arguments[i].dim], i)
		e.shareCount += len(e.arguments[i].shares)
	}
	e.balance = e.newArgumentValues(func(a *compiledArgument) float64 { return a.sign })
	for o := range e.options {
		captures := &e.options[o].def.Captures
		e.options[o].capture = e.newArgumentValues(func(a *compiledArgument) float64 { return captures.Of(a.def) })
	}
}

// addShares gives every argument its shares c_ap / C_p and its moderators.
func (e *Engine) addShares() {
	total := make([]float64, len(e.priorities)) // C_p, over all arguments of the pack
	for i := range e.arguments {
		for id, c := range e.arguments[i].def.Shares {
			e.arguments[i].shares = append(e.arguments[i].shares, argumentShare{e.priorityIndex[id], c})
		}
		slices.SortFunc(e.arguments[i].shares, func(a, b argumentShare) int { return cmp.Compare(a.priority, b.priority) })
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
			if x, ok := parseNumber(v); ok {
				f.cuts = append(f.cuts, x)
			}
		}
	})
	for i := range e.facts {
		slices.Sort(e.facts[i].cuts)
		e.facts[i].cuts = slices.Compact(e.facts[i].cuts)
	}
}

func signOf(pull rules.Stance) float64 {
	if pull == rules.Open {
		return 1
	}
	return -1
}

// indexFactsRead notes what hangs on which fact.
func (e *Engine) indexFactsRead() {
	e.factsRead = make([][]int, len(e.arguments))
	for i := range e.arguments {
		e.factsRead[i] = e.arguments[i].when.appendFactsRead(nil)
		for _, m := range e.arguments[i].moderators {
			e.factsRead[i] = e.moderators[m].when.appendFactsRead(e.factsRead[i])
		}
		slices.Sort(e.factsRead[i])
		e.factsRead[i] = slices.Compact(e.factsRead[i])
	}
	e.decidesAvailability = make([]bool, len(e.facts))
	var all []int
	for o := range e.options {
		all = e.options[o].requires.appendFactsRead(all)
		for j := range e.options[o].splits {
			all = e.options[o].splits[j].trigger.appendFactsRead(e.options[o].splits[j].precondition.appendFactsRead(all))
		}
	}
	for i := range e.vetoes {
		all = e.vetoes[i].separable.appendFactsRead(e.vetoes[i].when.appendFactsRead(all))
	}
	for _, f := range all {
		e.decidesAvailability[f] = true
	}
}
