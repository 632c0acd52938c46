package compiled

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/rules"
)

// Fact is a fact with its values cut into pieces: one a value, and for a
// number the thresholds that the pack compares with and the stretches between
// them (2i+1 is the i-th threshold, 2i the stretch below it). A member of a set is a
// fact of its own, with the Def and Guard of the set.
type Fact struct {
	Def     *rules.Fact
	Guard   *Condition // nil: always asked
	follows []following
	first   int       // index of the first member of the set, its own for a fact that is none
	Size    int       // how many members the set has, 1 for a fact that is none
	values  []string  // none for numbers
	cuts    []float64 // numbers only, rising
	IsRead  bool      // some rule reads it
}

// following is a piece that follows from other answers.
type following struct {
	when  *Condition
	piece int8
}

// pieceOf finds the piece of a value.
func (f *Fact) pieceOf(value string) (int, bool) {
	if f.Def.Type != rules.NumberFact {
		i := slices.Index(f.values, value)
		return i, i >= 0
	}
	x, err := strconv.ParseFloat(value, 64)
	if err != nil || !(x >= f.Def.Min && x <= f.Def.Max) {
		return 0, false
	}
	i, exact := slices.BinarySearch(f.cuts, x)
	if exact {
		return 2*i + 1, true
	}
	return 2 * i, true
}

// PieceCount is how many pieces the fact has.
func (f *Fact) PieceCount() int {
	if f.Def.Type == rules.NumberFact {
		return 2*len(f.cuts) + 1
	}
	return len(f.values)
}

// maskFor sets the bit of every piece for which the comparison holds.
func (f *Fact) maskFor(c *rules.Condition) uint64 {
	var given []int
	for _, v := range c.Values {
		if p, ok := f.pieceOf(v); ok {
			given = append(given, p)
		}
	}
	var mask uint64
	for p := range f.PieceCount() {
		var holds bool
		switch c.Test {
		case rules.Is:
			holds = slices.Contains(given, p)
		case rules.IsNot:
			holds = !slices.Contains(given, p)
		case rules.AtLeast:
			holds = p >= given[0]
		case rules.AtMost:
			holds = p <= given[0]
		}
		if holds {
			mask |= 1 << uint(p)
		}
	}
	return mask
}
