package compiled

import (
	"encoding/binary"
	"slices"
)

// NewBoundTable numbers the conditions of the rules.
func NewBoundTable(e *Rules) *BoundTable {
	t := &BoundTable{Readers: make([][]int32, len(e.Facts)), ArgumentsBy: make([][]int, len(e.Facts))}
	for m := range e.Moderators {
		t.add(e.Moderators[m].When)
	}
	for i := range e.Arguments {
		t.Arguments = append(t.Arguments, t.add(e.Arguments[i].When))
	}
	t.ArgumentsOn = make([][]int, len(t.Conditions))
	for i := range e.Arguments {
		t.ArgumentsOn[t.Arguments[i]] = append(t.ArgumentsOn[t.Arguments[i]], i)
		for _, m := range e.Arguments[i].Moderators {
			t.ArgumentsOn[m] = append(t.ArgumentsOn[m], i)
		}
		for _, f := range e.FactsRead[i] {
			t.ArgumentsBy[f] = append(t.ArgumentsBy[f], i)
		}
	}
	t.FirstAvailability = int32(len(t.Conditions))
	t.addAvailability(e)
	t.FirstOther = int32(len(t.Conditions))
	for f := range e.Forms {
		var list []int32
		for k := range e.Forms[f].Raises {
			list = append(list, t.add(e.Forms[f].Raises[k].When))
		}
		t.Raises = append(t.Raises, list)
	}
	t.IsGuarded = make([]bool, len(e.Facts))
	for _, i := range e.GuardOrder {
		t.Guards = append(t.Guards, t.add(e.Facts[i].Guard))
		for m := i; m < i+e.Facts[i].Size; m++ {
			t.IsGuarded[m] = true
		}
	}
	return t
}

// addAvailability numbers what decides which forms are available.
func (t *BoundTable) addAvailability(e *Rules) {
	t.numbered = map[string]int32{}
	defer func() { t.numbered = nil }()
	t.EscapeEnds = append(t.EscapeEnds, 0)
	for b := range e.Bars {
		t.Bars = append(t.Bars, t.add(e.Bars[b].When))
		for _, c := range e.Bars[b].Escapes {
			t.Escapes = append(t.Escapes, t.add(c))
		}
		t.EscapeEnds = append(t.EscapeEnds, int32(len(t.Escapes)))
	}
	for f := range e.Forms {
		form := &e.Forms[f]
		t.Requires = append(t.Requires, t.add(form.Requires))
		var list []int32
		reads := form.Requires.AppendFactsRead(nil)
		for k := range form.Meets {
			m := &form.Meets[k]
			list = append(list, t.add(m.Touches))
			reads = e.Bars[m.Bar].appendFactsRead(m.Touches.AppendFactsRead(reads))
		}
		t.Touches = append(t.Touches, list)
		decides := make([]bool, len(e.Facts))
		for _, i := range reads {
			decides[i] = true
		}
		t.DecidesForm = append(t.DecidesForm, decides)
	}
}

// add numbers a condition. Within a section those that say the same have one number: what
// forms do is said of many of them in the same words.
func (t *BoundTable) add(c *Condition) int32 {
	at := int32(len(t.Conditions))
	if t.numbered != nil {
		key := string(c.appendKey(nil))
		if was, ok := t.numbered[key]; ok {
			return was
		}
		t.numbered[key] = at
	}
	t.Conditions = append(t.Conditions, c)
	facts := c.AppendFactsRead(nil)
	slices.Sort(facts)
	for _, f := range slices.Compact(facts) {
		t.Readers[f] = append(t.Readers[f], at)
	}
	return at
}

// appendKey adds what a condition says, precaution aside.
func (c *Condition) appendKey(to []byte) []byte {
	if c == nil {
		return to
	}
	for _, x := range [...]uint64{uint64(c.op), uint64(len(c.of)), uint64(c.fact), c.mask} {
		to = binary.AppendUvarint(to, x)
	}
	for i := range c.of {
		to = c.of[i].appendKey(to)
	}
	return to
}
