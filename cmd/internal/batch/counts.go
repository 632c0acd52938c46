package batch

// Counts says what a run came to.
type Counts struct {
	Profiles int // read, with those that have mistakes
	Mistaken int
	Ready    int
	Stances  Tally
	Forms    Tally
	Words    Tally // how settled the stance is, if that was worked out
}

// Tally counts by id. The zero Tally is empty.
type Tally map[string]int

func (t *Tally) add(id string) {
	if *t == nil {
		*t = Tally{}
	}
	(*t)[id]++
}

func (t *Tally) addAll(more Tally) {
	for id, n := range more {
		if *t == nil {
			*t = Tally{}
		}
		(*t)[id] += n
	}
}

func (c *Counts) add(v verdict) {
	c.Stances.add(string(v.stance))
	if v.form != "" {
		c.Forms.add(v.form)
	}
	if v.ready && v.form != "" {
		c.Ready++
	}
}

func (c *Counts) addAll(more *Counts) {
	c.Profiles += more.Profiles
	c.Mistaken += more.Mistaken
	c.Ready += more.Ready
	c.Stances.addAll(more.Stances)
	c.Forms.addAll(more.Forms)
	c.Words.addAll(more.Words)
}
