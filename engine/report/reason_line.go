package report

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// describeReasonIn says in about so many columns why a dimension leans as it does: what is
// strongest on the side that it leans to, with the owner's wish behind it, and what speaks
// against that. Where there is too little room the least of this goes first.
func describeReasonIn(w *wording, d *engine.DimensionResult, room int) string {
	lead, other := listSide(d, leadingSide(d)), listSide(d, otherSide(leadingSide(d)))
	switch {
	case d.Importance <= 0:
		return w.ReasonNone(describeWhyIdle(w, d))
	case len(lead) == 0:
		lead, other = other, nil
	}
	side := w.nameStance(lead[0].Pull)
	if math.Abs(d.Lean.Nominal) < slightFrom && len(other) > 0 {
		side, room = w.ReasonBalanced(), room*3/2 // both sides have to be told
	}
	rich, bare := sayReason(w, lead[0]), briefArgument(w, lead[0].ID)
	var choices []string
	if len(lead) > 1 && len(other) > 0 {
		choices = append(choices, w.ReasonAgainst(side, rich+w.Semicolon()+sayReason(w, lead[1]), sayReason(w, other[0])))
	}
	if len(other) > 0 {
		choices = append(choices, w.ReasonAgainst(side, rich, sayReason(w, other[0])), w.ReasonAgainst(side, rich, briefArgument(w, other[0].ID)),
			w.ReasonAgainst(side, bare, briefArgument(w, other[0].ID)))
	}
	if len(lead) > 1 {
		choices = append(choices, w.ReasonFor(side, rich+w.Semicolon()+sayReason(w, lead[1])))
	}
	choices = append(choices, w.ReasonFor(side, rich), w.ReasonFor(side, bare))
	for _, text := range choices {
		if layout.TextWidth(text) <= room {
			return text
		}
	}
	return choices[len(choices)-1]
}

// leadingSide is the side that a dimension leans to, openness where it leans to none.
func leadingSide(d *engine.DimensionResult) rules.Stance {
	if d.Contribution < 0 {
		return rules.Closed
	}
	return rules.Open
}

func otherSide(s rules.Stance) rules.Stance {
	if s == rules.Open {
		return rules.Closed
	}
	return rules.Open
}

// listSide lists the arguments of one side of a dimension, the heaviest first.
func listSide(d *engine.DimensionResult, pull rules.Stance) []*engine.ArgumentResult {
	var out []*engine.ArgumentResult
	for i := range d.Arguments {
		if d.Arguments[i].Pull == pull {
			out = append(out, &d.Arguments[i])
		}
	}
	return out
}

// weighSides gives what counts on a dimension for each side, in hundredths of all that
// counts, with a decimal where a whole number would say nothing.
func weighSides(d *engine.DimensionResult) (lead, other string) {
	l, o := sumMass(listSide(d, leadingSide(d))), sumMass(listSide(d, otherSide(leadingSide(d))))
	if math.Round(100*l) == math.Round(100*o) || math.Round(100*l) == 0 {
		return plain.Fixed(100*l, 1), plain.Fixed(100*o, 1)
	}
	return plain.Hundredths(l), plain.Hundredths(o)
}

func sumMass(list []*engine.ArgumentResult) float64 {
	sum := 0.0
	for _, a := range list {
		sum += a.Mass
	}
	return sum
}

// describeWhyIdle says why nothing counts on a dimension: the fact that takes its claims
// out, or that nothing was said that it serves.
func describeWhyIdle(w *wording, d *engine.DimensionResult) string {
	for _, m := range d.Moderators {
		if m.Factor == 0 {
			return briefModerator(w, m.ID)
		}
	}
	return w.ReasonUnstated()
}

// listArguments lists the arguments of a side that count, the heaviest first.
func listArguments(w *wording, pull rules.Stance) []*engine.ArgumentResult {
	var out []*engine.ArgumentResult
	for i := range w.rec.Dimensions {
		for j := range w.rec.Dimensions[i].Arguments {
			if a := &w.rec.Dimensions[i].Arguments[j]; a.Pull == pull {
				out = append(out, a)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *engine.ArgumentResult) int {
		switch {
		case a.Mass > b.Mass:
			return -1
		case a.Mass < b.Mass:
			return 1
		}
		return 0
	})
	return out
}

// sayReason says an argument in a few words, with the wish that gave it most.
func sayReason(w *wording, a *engine.ArgumentResult) string {
	text := briefArgument(w, a.ID)
	if p := findStrongestWish(a); p != nil {
		return w.ReasonWish(text, briefPriority(w, p.ID), plain.Decimal(p.Weight))
	}
	return text
}

// findStrongestWish gives the priority that gave most to an argument, nil if none did.
func findStrongestWish(a *engine.ArgumentResult) *engine.PriorityShare {
	var best *engine.PriorityShare
	for i := range a.Priorities {
		if p := &a.Priorities[i]; p.Weight > 0 && (best == nil || p.Share > best.Share) {
			best = p
		}
	}
	return best
}
