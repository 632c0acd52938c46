package compiled

import (
	"math"

	"github.com/ajar-decision/ajar/rules"
)

// Meeting is a bar that a form may run into.
type Meeting struct {
	Bar int
	// Touches says whether the form does what the bar is about; nil is always.
	Touches *Condition
	// Holds is the same without the acts that an unanswered escape does not
	// hold back; nil is always.
	Holds *Condition
}

// DoneAct is an act that a form does with a kind of part, by their places in the pack.
type DoneAct struct {
	Act, Kind int
	When      *Condition // nil: always
	If        *Condition // of When, what makes it an act beside that there is such a part; nil: nothing
}

// Bar is a bar with its escapes.
type Bar struct {
	Def     *rules.Bar
	When    *Condition
	Escapes []*Condition // as Def.Escapes
	// Concerns says whom it can concern while it is open; nil is everyone.
	Concerns *Condition
	Facts    []string // that it reads
	// Forbidden are the acts that it forbids and Kinds the kinds of part that it is
	// about: a bit for each place in the pack.
	Forbidden, Kinds uint64
}

// Forbids reports whether the bar forbids an act with a kind of part.
func (b *Bar) Forbids(act, kind int) bool {
	return b.Forbidden>>uint(act)&1 == 1 && CoversKind(b.Kinds, kind)
}

func (b *Bar) appendFactsRead(to []int) []int {
	to = b.When.AppendFactsRead(to)
	for _, c := range b.Escapes {
		to = c.AppendFactsRead(to)
	}
	return to
}

// Duty is a duty with its condition.
type Duty struct {
	Def         *rules.Duty
	When        *Condition
	Facts       []string // that it reads
	Acts, Kinds uint64   // as those of a bar
}

// Follows reports whether the duty follows from an act with a kind of part.
func (d *Duty) Follows(act, kind int) bool {
	return d.Acts>>uint(act)&1 == 1 && CoversKind(d.Kinds, kind)
}

// CoversKind reports whether a mask of kinds of part covers one. What is of no kind
// (-1) is covered by what is about all kinds.
func CoversKind(mask uint64, kind int) bool {
	if kind < 0 {
		return mask == math.MaxUint64
	}
	return mask>>uint(kind)&1 == 1
}
