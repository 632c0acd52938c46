package rules

import (
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// SheetQuestion is a question of the release sheet: what those who approve a release in a
// company ask before they sign. It changes no verdict and forbids nothing.
type SheetQuestion struct {
	At       diag.Pos
	ID       string `tree:"id"`
	By       Role   `tree:"by"` // who signs for it
	Title    Text   `tree:"title"`
	Question Text   `tree:"question"`
	// Facts answer it. What the rules make of them is held against the answer.
	Facts []SheetFact `tree:"facts,optional"`
	// Context lists facts that are told beside, since so many rules read them that these
	// would belong to no question.
	Context []string `tree:"context,optional"`
	// About lists bars, duties and steps that belong here whatever facts they read.
	About []string `tree:"about,optional"`
	// ByHand names what no fact says, such as a name or a sum: it is filled in by hand.
	ByHand Text     `tree:"by_hand,optional" json:",omitempty"`
	Source []string `tree:"source"`
}

// SheetFact is a fact that answers a question of the release sheet.
type SheetFact struct {
	At diag.Pos
	// ID is that of a fact, or PrioritiesID for the priorities that are stated.
	ID string `tree:"id"`
	// Good lists the values that leave nothing to clear; none: every known one does. Of a
	// set, all values that hold have to be among them.
	Good []string `tree:"good,optional" json:",omitempty"`
	// Blocks lists the values with which nothing is to be released.
	Blocks []string `tree:"blocks,optional" json:",omitempty"`
}

// SheetGrade says what an answer means for those who approve.
type SheetGrade string

// The grades of an answer, the best first.
const (
	GoodAnswer     SheetGrade = "good"
	ToClearAnswer  SheetGrade = "to_clear"
	BlockingAnswer SheetGrade = "blocks"
)

// Grade grades a value of a fact that is no set, or one that holds of a set.
func (f *SheetFact) Grade(value string) SheetGrade {
	switch {
	case slices.Contains(f.Blocks, value):
		return BlockingAnswer
	case len(f.Good) == 0 || slices.Contains(f.Good, value):
		return GoodAnswer
	}
	return ToClearAnswer
}

// FactIDs lists all facts that the question tells, in their order.
func (q *SheetQuestion) FactIDs() []string {
	ids := make([]string, 0, len(q.Facts)+len(q.Context))
	for i := range q.Facts {
		ids = append(ids, q.Facts[i].ID)
	}
	return append(ids, q.Context...)
}
