package report

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// whatIf compares two recommendations.
type whatIf struct{ before, after *wording }

// listAnswerChanges lists the answers that differ, priorities first, by id.
func (c *whatIf) listAnswerChanges() []AnswerChange {
	out := []AnswerChange{}
	was, now := &c.before.rec.Profile, &c.after.rec.Profile
	for _, id := range unionOfKeys(was.StatedWeights(), now.StatedWeights()) {
		x, y := findWeightValue(was, id), findWeightValue(now, id)
		if x != y {
			out = append(out, AnswerChange{id, PriorityKind, x, y})
		}
	}
	for _, id := range unionOfKeys(was.Facts, now.Facts) {
		x, stated := was.Facts[id]
		if y, still := now.Facts[id]; x != y || stated != still {
			out = append(out, AnswerChange{id, FactKind, findFactValueOrState(c.before, id), findFactValueOrState(c.after, id)})
		}
	}
	return out
}

// listNewBars lists the bars and limits that apply by the second writer and not
// by the first, each once.
func (c *whatIf) listNewBars(without, with *wording) []*engine.BarResult {
	var out []*engine.BarResult
	old := collectBars(without, rules.BarredForGood)
	for _, b := range collectBars(with, rules.BarredForGood) {
		same := func(o barWithOptions) bool {
			return o.ID == b.ID && (b.Limit == nil || o.Limit != nil && o.Limit.Because == b.Limit.Because)
		}
		if !slices.ContainsFunc(old, same) {
			out = append(out, b.BarResult)
		}
	}
	return out
}

// listNewConditions lists what holds the release back by the second writer and not by
// the first.
func listNewConditions(without, with *wording) []*engine.BarResult {
	var out []*engine.BarResult
	for i := range with.rec.Conditions {
		if b := &with.rec.Conditions[i]; !isCondition(without, b.ID) {
			out = append(out, b)
		}
	}
	return out
}

const minMove = 0.01 // one part of 100

// listArgumentChanges lists what moved by one part of 100 or more, the most first.
func (c *whatIf) listArgumentChanges() []ArgumentChange {
	byRule := map[string]*ArgumentChange{}
	note := func(w *wording, to func(*ArgumentChange) *float64) {
		for i := range w.rec.Dimensions {
			for _, a := range w.rec.Dimensions[i].Arguments {
				x := byRule[a.ID]
				if x == nil {
					x = &ArgumentChange{ID: a.ID, Dimension: w.rec.Dimensions[i].ID, Pull: a.Pull}
					byRule[a.ID] = x
				}
				*to(x) = a.Mass
			}
		}
	}
	note(c.before, func(x *ArgumentChange) *float64 { return &x.Before })
	note(c.after, func(x *ArgumentChange) *float64 { return &x.After })
	out := []ArgumentChange{}
	for _, id := range slices.Sorted(maps.Keys(byRule)) {
		if x := byRule[id]; math.Abs(x.After-x.Before) >= minMove {
			out = append(out, *x)
		}
	}
	slices.SortStableFunc(out, func(a, b ArgumentChange) int {
		return cmp.Compare(math.Abs(b.After-b.Before), math.Abs(a.After-a.Before))
	})
	return out
}
