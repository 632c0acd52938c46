package outlook

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
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
		if in.Fact[i] == compiled.StateUnknown {
			in.Fact[i], in.AnyNeverKnown = compiled.StateNeverKnown, true
		}
	}
	if !in.AnyNeverKnown {
		return
	}
	for _, i := range e.GuardOrder {
		guard := e.Facts[i].Guard
		if in.Fact[i] == compiled.StateUnknown && guard.TruthBound(in.Fact, true) != rules.True {
			in.Fact[i] = compiled.StateNeverKnown
		}
		if in.Fact[i] == compiled.StateNeverKnown && guard.TruthBound(in.Fact, false) == rules.False {
			in.Fact[i] = compiled.StateNeverKnownOrNA
		}
	}
}

// boundAvailability says of each option whether it will be available: True for sure,
// False for never, Unknown if open facts decide.
func boundAvailability(e *compiled.Rules, in *compiled.Profile) []rules.Truth {
	out := make([]rules.Truth, len(e.Options))
	if !in.AnyNeverKnown {
		for o, s := range evaluate.FindOptionStatuses(e, in, evaluate.FindVetoEffects(e, in)) {
			out[o] = s.Possible
		}
		return out
	}
	for o := range out {
		if in.Limits[o] == 0 {
			out[o] = evaluate.RequirementsTruth(e, in, o)
		}
	}
	for i := range e.Vetoes {
		v := &e.Vetoes[i]
		low, high := v.When.TruthBound(in.Fact, false), v.When.TruthBound(in.Fact, true)
		if v.Separable != nil {
			low = min(low, rules.True-v.Separable.TruthBound(in.Fact, true))
			high = min(high, rules.True-v.Separable.TruthBound(in.Fact, false))
		}
		for o, blocked := range v.Blocks {
			if blocked {
				out[o] = min(out[o], rules.True-compiled.TruthFromBounds(low, high))
			}
		}
	}
	return out
}

// isAvailabilityKnown reports that it is known of every option whether it is available.
func isAvailabilityKnown(standings []rules.Truth) bool {
	return !slices.Contains(standings, rules.Unknown)
}
