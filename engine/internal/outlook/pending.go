package outlook

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// Pending says what is known of answers to come, by index.
type Pending struct {
	// WontBeKnown are the facts that were asked about and that nobody will answer
	// any more: unknown, they change nothing.
	WontBeKnown []int
	// Unrated are priorities whose weights are still to be said. They may become
	// anything from 0 to 10, whatever the profile says of them.
	Unrated []int
}

// markPending marks what a profile leaves pending.
func markPending(e *compiled.Rules, in *compiled.Profile, pending Pending) {
	markNeverKnown(e, in, pending.WontBeKnown)
	for _, p := range pending.Unrated {
		if in.Unrated != nil && in.Unrated[p] {
			continue
		}
		if in.Unrated == nil {
			in.Unrated = make([]bool, len(e.Priorities))
		}
		in.Unrated[p] = true
		in.Sum += elicit.TopWeight*compiled.WeightUnit - max(0, in.Weight[p]) // only a scale
		in.Weight[p] = elicit.TopWeight * compiled.WeightUnit
	}
}

// markNeverKnown marks facts as unknown for good: those named, and those that will
// never be asked because their guard cannot become true.
func markNeverKnown(e *compiled.Rules, in *compiled.Profile, facts []int) {
	for _, i := range facts {
		for m := i; m < i+e.Facts[i].Size; m++ {
			if in.Fact[m] == compiled.StateUnknown {
				in.Fact[m], in.AnyNeverKnown = compiled.StateNeverKnown, true
			}
		}
	}
	if !in.AnyNeverKnown {
		return
	}
	for _, i := range e.GuardOrder {
		guard := e.Facts[i].Guard
		low, high := guard.TruthBounds(in.Fact)
		for m := i; m < i+e.Facts[i].Size; m++ {
			if in.Fact[m] == compiled.StateUnknown && high != rules.True {
				in.Fact[m] = compiled.StateNeverKnown
			}
			if in.Fact[m] == compiled.StateNeverKnown && low == rules.False {
				in.Fact[m] = compiled.StateNeverKnownOrNA
			}
		}
	}
}

// isAvailabilityKnown reports that it is known of every form whether it is available.
func isAvailabilityKnown(prospects []rules.Truth) bool {
	return !slices.Contains(prospects, rules.Unknown)
}

// guardedState is the state of a fact with a guard, by the bounds of that.
func guardedState(state int8, low, high rules.Truth) int8 {
	switch {
	case high == rules.False:
		return compiled.StateNA
	case state == compiled.StateNeverKnownOrNA && low != rules.False:
		return compiled.StateNeverKnown
	}
	return state
}
