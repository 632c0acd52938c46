package report

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// reasonChoice is why a dimension leans as it does, in several lengths: what is strongest
// on the side that it leans to, with the owner's wish behind it, and what speaks against
// that. Where there is too little room the least of this goes first.
type reasonChoice struct {
	texts  []string
	widths []int
	level  bool // both sides have to be told
}

// fit gives the first of the texts that takes about so many columns, else the last.
func (c *reasonChoice) fit(room int) string {
	if c.level {
		room = room * 3 / 2
	}
	for i, n := range c.widths {
		if n <= room {
			return c.texts[i]
		}
	}
	return c.texts[len(c.texts)-1]
}

// listReasons says why a dimension leans as it does, what says most first.
func listReasons(w *wording, d *engine.DimensionResult) reasonChoice {
	var c reasonChoice
	lead, other := listSide(d, leadingSide(d)), listSide(d, otherSide(leadingSide(d)))
	switch {
	case d.Importance <= 0:
		return reasonChoice{texts: []string{w.ReasonNone(describeWhyIdle(w, d))}}
	case len(lead) == 0:
		lead, other = other, nil
	}
	side := w.nameStance(lead[0].Pull)
	if math.Abs(d.Lean.Nominal) < slightFrom && len(other) > 0 {
		side, c.level = w.ReasonBalanced(), true
	}
	rich, bare, richer := sayReason(w, lead[0]), briefArgument(w, lead[0].ID), ""
	if len(lead) > 1 {
		richer = rich + w.Semicolon() + sayReason(w, lead[1])
	}
	if len(other) > 0 {
		against, briefly := sayReason(w, other[0]), briefArgument(w, other[0].ID)
		if richer != "" {
			c.texts = append(c.texts, w.ReasonAgainst(side, richer, against))
		}
		c.texts = append(c.texts, w.ReasonAgainst(side, rich, against), w.ReasonAgainst(side, rich, briefly), w.ReasonAgainst(side, bare, briefly))
	}
	if richer != "" {
		c.texts = append(c.texts, w.ReasonFor(side, richer))
	}
	c.texts = append(c.texts, w.ReasonFor(side, rich), w.ReasonFor(side, bare))
	for _, text := range c.texts {
		c.widths = append(c.widths, layout.TextWidth(text))
	}
	return c
}

// describeReasonIn says in about so many columns why a dimension leans as it does.
func describeReasonIn(w *wording, d *engine.DimensionResult, room int) string {
	c := listReasons(w, d)
	return c.fit(room)
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
