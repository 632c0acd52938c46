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

// NewFlat lays out the rules as they are.
func NewFlat(e *Rules) *Flat {
	f := &Flat{
		Readers: make([][]int32, len(e.Facts)), Arguments: make([]FlatArgument, len(e.Arguments)),
		Captures: make([]float64, 0, len(e.Arguments)*len(e.Forms)),
	}
	for _, i := range e.GuardOrder {
		f.Guards = append(f.Guards, f.makeGuard(&e.Facts[i], i))
	}
	for i := range e.Moderators {
		f.Factors = append(f.Factors, e.Moderators[i].Def.Factor)
		f.addCached(e.Moderators[i].When)
	}
	for i := range e.Forms {
		f.Required = append(f.Required, f.addCached(e.Forms[i].Requires))
	}
	for i := range e.Bars {
		f.ForGood = append(f.ForGood, f.addCached(e.Bars[i].forGood()))
	}
	for i := range e.Arguments {
		a := &e.Arguments[i]
		f.Arguments[i] = FlatArgument{Strength: a.Def.Strength, Condition: -1, Moderators: a.Moderators, Shares: a.Shares}
		if a.When != nil {
			f.Arguments[i].Condition = f.addCached(a.When)
		}
		for form := range e.Forms {
			f.Captures = append(f.Captures, e.Forms[form].Capture.Value[i])
		}
	}
	for form := range e.Forms {
		for _, r := range e.Forms[form].Raises {
			a := &f.Arguments[r.Argument]
			a.Raises = append(a.Raises, FlatRaise{r.By, int32(form), f.Probes.addTrue(r.When)})
		}
	}
	return f
}

func (f *Flat) addCached(c *Condition) int32 {
	at := int32(len(f.Cached))
	f.Cached = append(f.Cached, f.Probes.addTrue(c))
	for _, fact := range c.AppendFactsRead(nil) {
		if r := f.Readers[fact]; len(r) == 0 || r[len(r)-1] != at {
			f.Readers[fact] = append(r, at)
		}
	}
	return at
}

func (f *Flat) makeGuard(fact *Fact, i int) FlatGuard {
	g := FlatGuard{Fact: int32(i), Size: int32(fact.Size), IsFalse: f.Probes.addFalse(fact.Guard)}
	for _, x := range fact.follows {
		g.Follows = append(g.Follows, flatFollowing{f.Probes.addTrue(x.when), x.piece})
	}
	return g
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

// forGood holds if a bar rules out for good what it touches: it is in force, and every
// escape is known to be none.
func (b *Bar) forGood() *Condition {
	all := []*Condition{b.When}
	for _, escape := range b.Escapes {
		all = append(all, notOf(escape))
	}
	return allOf(all...)
}
