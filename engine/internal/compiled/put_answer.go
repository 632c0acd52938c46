package compiled

// PutAnswer sets what is known of the fact i; false, with nothing set, if the answer is
// none to it.
func PutAnswer(e *Rules, facts []int8, i int, a Answer) bool {
	switch f := &e.Facts[i]; {
	case a.State != 0:
		for m := range f.Size {
			facts[i+m] = a.State
		}
	case f.IsSet():
		members, mistakes := f.parseMembers(a.Value)
		if len(mistakes) > 0 {
			return false
		}
		e.putMembers(facts, i, members)
	default:
		piece, ok := f.pieceOf(a.Value)
		if !ok {
			return false
		}
		facts[i] = int8(piece)
	}
	return true
}

// CountValues is how many values the fact i can be chosen from; none for a number.
func CountValues(e *Rules, i int) int {
	f := &e.Facts[i]
	if f.IsSet() {
		return f.Size
	}
	return len(f.values)
}

// PutValue sets the fact i to a value, by its place; a set to that value alone.
func PutValue(e *Rules, facts []int8, i, value int) {
	if e.Facts[i].IsSet() {
		e.putMembers(facts, i, MemberSet{In: 1 << value})
		return
	}
	facts[i] = int8(value)
}
