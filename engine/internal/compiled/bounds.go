package compiled

import "github.com/ajar-decision/ajar/rules"

// Bounds keeps, for facts that change one by one, the least and the greatest truth that each
// condition of a table may come to.
type Bounds struct {
	Table     *BoundTable
	Facts     []int8 // change them with Set
	Low, High []rules.Truth
	// Changed are the conditions of which a bound changed since it was emptied, some of
	// them more than once.
	Changed []int32
}

// NewBounds starts with facts of which nothing is known.
func NewBounds(e *Rules) *Bounds {
	t := e.BoundTable()
	b := &Bounds{Table: t, Facts: make([]int8, len(e.Facts)), Low: make([]rules.Truth, len(t.Conditions)), High: make([]rules.Truth, len(t.Conditions))}
	for i := range b.Facts {
		b.Facts[i] = StateUnknown
	}
	for c := range t.Conditions {
		b.Low[c], b.High[c] = t.Conditions[c].TruthBounds(b.Facts)
	}
	return b
}

// Set gives a fact another state, and reads again what hangs on it.
func (b *Bounds) Set(fact int, state int8) { b.SetFor(fact, state, 0, int32(len(b.Low))) }

// SetFor is Set for the conditions from one to before another, the others being read by
// nobody until the fact is as it was.
func (b *Bounds) SetFor(fact int, state int8, from, to int32) {
	if b.Facts[fact] == state {
		return
	}
	b.Facts[fact] = state
	for _, c := range b.Table.Readers[fact] {
		if c < from || c >= to {
			continue
		}
		low, high := b.Table.Conditions[c].TruthBounds(b.Facts)
		if low != b.Low[c] || high != b.High[c] {
			b.Low[c], b.High[c] = low, high
			b.Changed = append(b.Changed, c)
		}
	}
}

// TruthWith is RuleTruth while a fact has another state.
func (b *Bounds) TruthWith(c int32, fact int, state int8) rules.Truth {
	was := b.Facts[fact]
	b.Facts[fact] = state
	low, high := b.Table.Conditions[c].TruthBounds(b.Facts)
	b.Facts[fact] = was
	return TruthFromBounds(low, high)
}

// RuleTruth is the truth of a condition of a rule, as that of a profile.
func (b *Bounds) RuleTruth(c int32) rules.Truth { return TruthFromBounds(b.Low[c], b.High[c]) }

// FormTruth says of a form whether it will be available, limits aside: True for sure, False
// for never, Unknown if open facts decide.
func (b *Bounds) FormTruth(e *Rules, form int) rules.Truth {
	t := b.RuleTruth(b.Table.Requires[form])
	touches := b.Table.Touches[form]
	for k := range e.Forms[form].Meets {
		if t == rules.False {
			break
		}
		low, high := b.barTruths(e.Forms[form].Meets[k].Bar)
		if high == rules.False {
			continue // nothing more can come of it
		}
		low, high = min(low, b.Low[touches[k]]), min(high, b.High[touches[k]])
		t = min(t, rules.True-TruthFromBounds(low, high))
	}
	return t
}

// barTruths bounds whether a bar rules out for good what it touches.
func (b *Bounds) barTruths(bar int) (low, high rules.Truth) {
	t := b.Table
	low, high = b.Low[t.Bars[bar]], b.High[t.Bars[bar]]
	for _, c := range t.Escapes[t.EscapeEnds[bar]:t.EscapeEnds[bar+1]] {
		low, high = min(low, rules.True-b.High[c]), min(high, rules.True-b.Low[c])
	}
	return low, high
}
