package evaluate

import (
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// ValueTolerance is how near two values must lie to count as the same.
const ValueTolerance = 1e-12

// OptionStatus says whether an option can be taken: nominally, where open
// conditions count as not met and open vetoes as not applying; and possibly,
// where unknown stays unknown.
type OptionStatus struct {
	Nominal      bool
	Possible     rules.Truth
	Requirements rules.Truth // what it requires, vetoes and limits aside
}

// FindOptionStatuses says of each option whether it can be taken.
func FindOptionStatuses(e *compiled.Rules, in *compiled.Profile, bites []VetoEffect) []OptionStatus {
	out := make([]OptionStatus, len(e.Options))
	for o := range e.Options {
		met := RequirementsTruth(e, in, o)
		s := OptionStatus{Nominal: met == rules.True, Possible: met, Requirements: met}
		for _, b := range bites {
			if !e.Vetoes[b.Veto].Blocks[o] {
				continue
			}
			s.Nominal = s.Nominal && b.Blocks != rules.True
			s.Possible = min(s.Possible, rules.True-b.blocksForSure)
		}
		if in.Limits[o] > 0 {
			s.Nominal, s.Possible = false, rules.False
		}
		out[o] = s
	}
	return out
}

// RequirementsTruth says whether what the option requires holds: its condition and, for a
// mixed option, a split.
func RequirementsTruth(e *compiled.Rules, in *compiled.Profile, o int) rules.Truth {
	opt := &e.Options[o]
	t := rules.True
	if opt.Requires != nil {
		t = in.RuleTruth(opt.Requires)
	}
	if len(opt.Splits) == 0 {
		return t
	}
	split := rules.False
	for i := range opt.Splits {
		split = max(split, SplitTruth(&opt.Splits[i], in))
	}
	return min(t, split)
}

// SplitTruth says whether the facts allow the split and give a reason for it.
func SplitTruth(s *compiled.Split, in *compiled.Profile) rules.Truth {
	return min(in.RuleTruth(s.Precondition), in.RuleTruth(s.Trigger))
}

// VetoEffect is a veto that applies or may apply.
type VetoEffect struct {
	Veto int
	// blocks says whether options are ruled out. Nominally True blocks.
	Blocks rules.Truth
	// blocksForSure is the same without precaution, where unknown stays unknown.
	blocksForSure rules.Truth
	// duty says whether a part has to be removed, replaced or kept back.
	Duty rules.Truth
	// precaution: it applies because an unknown fact counts as true.
	Precaution bool
}

// FindVetoEffects lists the vetoes whose condition is not false, by id.
func FindVetoEffects(e *compiled.Rules, in *compiled.Profile) []VetoEffect {
	out := make([]VetoEffect, 0, len(e.Vetoes))
	for i := range e.Vetoes {
		v := &e.Vetoes[i]
		plain, when := v.When.PlainTruth(in.Fact), v.When.PrudentTruth(in.Fact)
		if when == rules.False {
			continue
		}
		b := VetoEffect{Veto: i, Blocks: when, blocksForSure: plain, Precaution: plain != when}
		if v.Separable != nil {
			part := v.Separable.PlainTruth(in.Fact)
			b.Blocks, b.blocksForSure, b.Duty = min(when, rules.True-part), min(plain, rules.True-part), min(when, part)
		}
		out = append(out, b)
	}
	return out
}

// PickOption chooses among the available options: within the margin of the best, the
// narrowest class; inside a class the greater value, then the lower step. It
// gives -1 if nothing is available, and in passed the option of greater value
// that the margin passed over, or -1.
func PickOption(e *compiled.Rules, values []float64, standings []OptionStatus) (picked, passed int) {
	best := -1
	for o := range e.Options {
		if standings[o].Nominal && (best < 0 || values[o] > values[best]) {
			best = o
		}
	}
	if best < 0 {
		return -1, -1
	}
	picked = best
	for o := range e.Options {
		if standings[o].Nominal && values[best]-values[o] <= e.Margin+ValueTolerance && isPreferred(e, values, o, picked) {
			picked = o
		}
	}
	if values[best]-values[picked] > ValueTolerance {
		return picked, best
	}
	return picked, -1
}

// isPreferred orders options inside the margin.
func isPreferred(e *compiled.Rules, values []float64, a, b int) bool {
	if ca, cb := e.Options[a].Def.Class, e.Options[b].Def.Class; ca != cb {
		return ca < cb
	}
	if d := values[a] - values[b]; d > ValueTolerance || d < -ValueTolerance {
		return d > 0
	}
	return a < b
}
