package compiled

// Flat is what decides a verdict, laid out so that it is gone through in one pass:
// numbers side by side, and conditions as [Probes]. What is cached are the conditions
// of moderators, of arguments, of what forms require and of bars that rule out for good;
// each has a place among them.
type Flat struct {
	Probes Probes
	Guards []FlatGuard // in the order of Rules.GuardOrder

	Cached    []int32   // the first probe of each cached condition
	Readers   [][]int32 // per fact: the cached conditions that read it
	Arguments []FlatArgument
	Factors   []float64 // of moderators; the condition of moderator m is cached at m
	ForGood   []int32   // per bar: its cached condition
	Required  []int32   // per form: the cached condition

	// Captures has a row for each argument with a number for each form.
	Captures []float64
}

// FlatArgument is what gives an argument its mass and what forms secure of it.
type FlatArgument struct {
	Strength   float64
	Condition  int32 // cached; -1: driven by priorities
	Moderators []int // of Rules.Moderators
	Shares     []Share
	Raises     []FlatRaise // by form
}

// FlatRaise adds to the capture of an argument while the condition at When holds.
type FlatRaise struct {
	By         float64
	Form, When int32
}

// FlatGuard is the guard of a fact, and what follows for it from other answers.
type FlatGuard struct {
	Fact, Size int32
	IsFalse    int32 // holds if the guard is false
	Follows    []flatFollowing
}

type flatFollowing struct {
	when  int32
	piece int8
}

// ApplyGuards is [Rules.ApplyGuards] without telling what was switched off.
func (f *Flat) ApplyGuards(facts []int8) {
	for i := range f.Guards {
		g := &f.Guards[i]
		if f.Probes.Holds(g.IsFalse, facts) {
			for m := g.Fact; m < g.Fact+g.Size; m++ {
				facts[m] = StateNA
			}
			continue
		}
		for _, x := range g.Follows {
			if facts[g.Fact] == StateUnknown && f.Probes.Holds(x.when, facts) {
				facts[g.Fact] = x.piece
			}
		}
	}
}
