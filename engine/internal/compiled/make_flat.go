package compiled

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

// forGood holds if a bar rules out for good what it touches: it is in force, and every
// escape is known to be none.
func (b *Bar) forGood() *Condition {
	all := []*Condition{b.When}
	for _, escape := range b.Escapes {
		all = append(all, notOf(escape))
	}
	return allOf(all...)
}
