package robust

import (
	"math/bits"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// FlipGroup says what it takes for a change of answers to come about.
type FlipGroup int

// The groups, the likeliest first: an answer to what is open, another answer where the
// owner is hardly or not quite sure, one that may come with time or by the owner, one
// that makes another case of it, and one that excludes what else is said.
const (
	AnswersOpen FlipGroup = iota
	CorrectsDoubted
	CorrectsUnsure
	MayChange
	MakesAnotherCase
	Contradicts
)

// Doubt says how sure the owner is of an answer.
type Doubt int8

// The owner is sure, or said nothing of it; not quite sure; not sure.
const (
	NoDoubt Doubt = iota
	SomeDoubt
	MuchDoubt
)

// groupChange finds the group of changes, which is that of the least likely of them.
// The changes are those that were
// tried last.
func (a *analysis) groupChange(changes []compiled.FactChange, doubts []Doubt) FlipGroup {
	if len(a.listNewExclusions()) > 0 {
		return Contradicts
	}
	group := AnswersOpen
	for _, c := range changes {
		group = max(group, a.groupAnswer(c, doubts[c.Fact]))
	}
	return group
}

// groupAnswer finds the group of another answer to one fact, whatever it excludes.
func (a *analysis) groupAnswer(c compiled.FactChange, doubt Doubt) FlipGroup {
	switch {
	case a.e.IsAnswer(a.in.Fact, c):
		return AnswersOpen
	case doubt == MuchDoubt:
		return CorrectsDoubted
	case doubt == SomeDoubt:
		return CorrectsUnsure
	case a.e.Facts[c.Fact].Def.Changes == rules.NeverChanges || c.Piece == compiled.StateNA: // what does not apply is not there
		return MakesAnotherCase
	}
	return MayChange
}

// listNewExclusions lists the exclusions of the pack that hold for what was tried last
// and not for the facts as stated.
func (a *analysis) listNewExclusions() []int {
	var out []int
	for i := range a.e.Exclusions {
		if x := &a.e.Exclusions[i]; x.HoldsFor(a.nominal.In.Fact) && !x.HoldsFor(a.in.Fact) {
			out = append(out, i)
		}
	}
	return out
}

// countSteps counts how far the changes lie from what is known: places on an ordered
// scale, members of a set, or one. What is open, or said not to apply, has no distance.
func (a *analysis) countSteps(changes []compiled.FactChange) int {
	steps := 0
	for _, c := range changes {
		f, now := &a.e.Facts[c.Fact], a.in.Fact[c.Fact]
		switch {
		case a.e.IsAnswer(a.in.Fact, c) || now < 0 && !f.IsSet():
		case c.Piece == compiled.StateNA:
			steps += max(f.Size, f.PieceCount())
		case f.IsSet():
			steps += bits.OnesCount32(c.Members.In ^ a.e.MembersIn(a.in.Fact, c.Fact).In)
		case f.Def.Type == rules.OrderedFact || f.Def.Type == rules.NumberFact:
			steps += max(int(c.Piece-now), int(now-c.Piece))
		default:
			steps++
		}
	}
	return steps
}
