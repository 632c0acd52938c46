package compiled

import (
	"maps"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Profile is a profile in the engine's own numbering.
type Profile struct {
	Weight []int64 // per priority, in units; -1: not stated
	Sum    int64
	// Low and High are the ends of each weight: those of a range, whose middle is
	// Weight, and Weight itself where one weight is stated. Nil if there is no range.
	Low, High     []int64
	Fact          []int8 // per fact: piece, or answerUnknown, answerNA
	Stated        []bool // per fact: an answer is there
	StatedPieces  []int8 // per fact: as stated, before guards
	SwitchedOff   []bool // per fact: stated, but its guard is false
	Limits        []int  // per form: index+1 of the limit that excludes it
	AnyNeverKnown bool   // some facts are unknown for good: see comparisonBound
	// unrated: per priority, its weight may still be anything; nil if none.
	Unrated []bool
}

// IndexProfile checks what a profile says against the pack. All mistakes come together.
func (e *Rules) IndexProfile(p *Statement) (*Profile, error) {
	var list diag.List
	in := &Profile{
		Weight: make([]int64, len(e.Priorities)), Fact: make([]int8, len(e.Facts)),
		Stated: make([]bool, len(e.Facts)), SwitchedOff: make([]bool, len(e.Facts)), Limits: make([]int, len(e.Forms)),
	}
	for i := range e.Priorities {
		in.Weight[i] = -1
	}
	for id, w := range p.Weights {
		e.indexWeight(in, id, w, &list)
	}
	if p.Spans != nil {
		indexSpans(e, in, p, &list)
	}
	for i := range e.Facts {
		in.Fact[i] = StateUnknown
	}
	for id, a := range p.Answers {
		e.indexAnswer(in, id, a, &list)
	}
	for i, exclude := range p.Limits {
		e.indexLimit(in, i, exclude, &list)
	}
	if len(list) > 0 {
		slices.SortFunc(list, func(a, b diag.Diagnostic) int { return strings.Compare(a.Error(), b.Error()) })
		return nil, list
	}
	in.StatedPieces = slices.Clone(in.Fact)
	e.ApplyGuards(in)
	return in, nil
}

func (e *Rules) indexLimit(in *Profile, limit int, exclude []string, list *diag.List) {
	for _, id := range exclude {
		forms := e.listFormsOf(id)
		if forms == nil {
			list.Add(diag.UndefinedOption(diag.Pos{}, id).OneOf(id, slices.Sorted(maps.Keys(e.OptionIndex))))
		}
		for _, f := range forms {
			if in.Limits[f] == 0 {
				in.Limits[f] = limit + 1
			}
		}
	}
}

// listFormsOf lists the forms that an id means: all forms of an option, or else one form.
func (e *Rules) listFormsOf(id string) []int {
	if o, ok := e.OptionIndex[id]; ok {
		return e.Options[o].Forms
	}
	if f, ok := e.FormIndex[id]; ok {
		return []int{f}
	}
	return nil
}

func (e *Rules) indexAnswer(in *Profile, id string, a Answer, list *diag.List) {
	i, ok := e.FactIndex[id]
	if !ok {
		list.Add(diag.UndefinedFactOrPriority(diag.Pos{}, id).OneOf(id, slices.Sorted(maps.Keys(e.FactIndex))))
		return
	}
	f := &e.Facts[i]
	for m := range f.Size {
		in.Stated[i+m] = true
		if a.State == StateNA {
			in.Fact[i+m] = StateNA
		}
	}
	switch {
	case a.State != 0:
	case f.IsSet():
		members, mistakes := f.parseMembers(a.Value)
		list.Add(mistakes...)
		e.putMembers(in.Fact, i, members)
	default:
		piece, ok := f.pieceOf(a.Value)
		if !ok {
			list.Add(diag.UndefinedValue(diag.Pos{}, a.Value, id).OneOf(a.Value, f.Def.ValueIDs()))
			return
		}
		in.Fact[i] = int8(piece)
	}
}

// ApplyGuards applies guards, each after the facts it reads. A fact whose guard is
// false does not apply; a value stated while the guard is unknown stands, and
// so settles the guard. What is not known and follows from other answers is known.
func (e *Rules) ApplyGuards(in *Profile) {
	for _, i := range e.GuardOrder {
		ApplyGuard(e, in, i)
	}
}

// ApplyGuard applies the guard of one fact, after those of the facts that it reads.
func ApplyGuard(e *Rules, in *Profile, i int) {
	if e.Facts[i].Guard.PlainTruth(in.Fact) != rules.False {
		e.applyFollowing(in, i)
		return
	}
	for m := i; m < i+e.Facts[i].Size; m++ {
		in.SwitchedOff[m] = in.Stated[m] && in.Fact[m] >= 0
		in.Fact[m] = StateNA
	}
}

func (e *Rules) applyFollowing(in *Profile, i int) {
	for _, f := range e.Facts[i].follows {
		if in.Fact[i] == StateUnknown && f.when.PlainTruth(in.Fact) == rules.True {
			in.Fact[i] = f.piece
		}
	}
}

// RuleTruth is the truth of a condition of a rule: once facts are final, True if
// the rule will count whatever the open facts are, False if it will not count,
// Unknown if it may.
func (in *Profile) RuleTruth(c *Condition) rules.Truth {
	if !in.AnyNeverKnown {
		return c.PlainTruth(in.Fact)
	}
	return TruthFromBounds(c.TruthBounds(in.Fact))
}

// TruthFromBounds reads the least and the greatest truth that a condition may come to.
func TruthFromBounds(low, high rules.Truth) rules.Truth {
	switch {
	case low == rules.True:
		return rules.True
	case high != rules.True:
		return rules.False
	}
	return rules.Unknown
}

// CanBeAnswered says whether a person could give the answer: "does not apply" where
// the pack says what that means.
func (e *Rules) CanBeAnswered(c FactChange) bool {
	return c.Piece != StateNA || !e.Facts[c.Fact].Def.NA.IsEmpty()
}

// ListGrounds names the facts whose answers make the conditions hold, by id.
func (e *Rules) ListGrounds(in *Profile, conditions ...*Condition) []string {
	var room [64]int
	found := room[:0]
	for _, c := range conditions {
		found = c.appendGrounds(in.Fact, found)
	}
	slices.Sort(found)
	for k, i := range found {
		found[k] = e.WholeFact(i)
	}
	found = slices.Compact(found)
	if len(found) == 0 {
		return nil
	}
	ids := make([]string, len(found))
	for k, i := range found {
		ids[k] = e.Facts[i].Def.ID
	}
	return ids
}

// HasOpenRaise reports a raise that may yet hold.
func (e *Rules) HasOpenRaise(in *Profile) bool {
	for f := range e.Forms {
		for i := range e.Forms[f].Raises {
			if in.RuleTruth(e.Forms[f].Raises[i].When) == rules.Unknown {
				return true
			}
		}
	}
	return false
}

func (e *Rules) indexWeight(in *Profile, id string, w float64, list *diag.List) {
	i, ok := e.PriorityIndex[id]
	switch {
	case !ok:
		list.Add(undefinedPriority(e, id))
	case !isWeight(w):
		list.Add(diag.ProfileWeightOutOfRange(diag.Pos{}, id, plain.Number(w)))
	default:
		in.Weight[i] = toUnits(w)
		in.Sum += in.Weight[i]
	}
}

func undefinedPriority(e *Rules, id string) diag.Diagnostic {
	return diag.UndefinedFactOrPriority(diag.Pos{}, id).OneOf(id, slices.Sorted(maps.Keys(e.PriorityIndex)))
}

// indexSpans reads the ranges. A range whose ends are one weight is that weight.
func indexSpans(e *Rules, in *Profile, p *Statement, list *diag.List) {
	wide := map[int]WeightSpan{}
	for id, s := range p.Spans {
		i, ok := e.PriorityIndex[id]
		mistakes := len(*list)
		_, both := p.Weights[id]
		switch {
		case both:
			list.Add(diag.InvalidWeightRangeBoth(diag.Pos{}, id))
		case !ok:
			list.Add(undefinedPriority(e, id))
		default:
			list.Add(s.listMistakes(id)...)
		}
		if len(*list) > mistakes {
			continue
		}
		in.Weight[i] = s.Middle()
		in.Sum += in.Weight[i]
		if toUnits(s.Low) < toUnits(s.High) {
			wide[i] = s
		}
	}
	if len(wide) == 0 {
		return
	}
	in.Low, in.High = slices.Clone(in.Weight), slices.Clone(in.Weight)
	for i, s := range wide {
		in.Low[i], in.High[i] = toUnits(s.Low), toUnits(s.High)
	}
}
