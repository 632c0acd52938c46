package compiled

// BoundTable numbers the conditions on which masses, availability and guards hang, so that
// only those are read again that a changed fact touches. A nil condition has a number too.
type BoundTable struct {
	Conditions  []*Condition
	Readers     [][]int32 // per fact: the conditions that read it
	ArgumentsOn [][]int   // per condition: the arguments whose mass hangs on it
	ArgumentsBy [][]int   // per fact: the arguments whose mass hangs on it

	Arguments, Requires []int32   // per argument, per form; that of a moderator is its own number
	Bars, Escapes       []int32   // the escapes of bar b are those from EscapeEnds[b] to EscapeEnds[b+1]
	EscapeEnds          []int32   //
	Touches, Raises     [][]int32 // per form, as Meets and Raises
	Guards              []int32   // per place in GuardOrder
	IsGuarded           []bool    // per fact: it stands in GuardOrder
	FirstAvailability   int32     // from here to FirstOther conditions decide which forms are available
	FirstOther          int32
	DecidesForm         [][]bool // per form and fact: whether its availability hangs on the fact

	numbered map[string]int32 // those of the section in hand, by what they say
}
