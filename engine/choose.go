package engine

import "github.com/ajar-decision/ajar/rules"

// valueTolerance is how near two values must lie to count as the same.
const valueTolerance = 1e-12

// optionStatus says whether an option can be taken: nominally, where open
// conditions count as not met and open vetoes as not applying; and possibly,
// where unknown stays unknown.
type optionStatus struct {
	nominal      bool
	possible     rules.Truth
	requirements rules.Truth // what it requires, vetoes and limits aside
}

func (e *Engine) findOptionStatuses(in *indexedProfile, bites []vetoEffect) []optionStatus {
	out := make([]optionStatus, len(e.options))
	for o := range e.options {
		met := e.requirementsTruth(in, o)
		s := optionStatus{nominal: met == rules.True, possible: met, requirements: met}
		for _, b := range bites {
			if !e.vetoes[b.veto].blocks[o] {
				continue
			}
			s.nominal = s.nominal && b.blocks != rules.True
			s.possible = min(s.possible, rules.True-b.blocksForSure)
		}
		if in.limits[o] > 0 {
			s.nominal, s.possible = false, rules.False
		}
		out[o] = s
	}
	return out
}

// requirementsTruth says whether what the option requires holds: its condition and, for a
// mixed option, a split.
func (e *Engine) requirementsTruth(in *indexedProfile, o int) rules.Truth {
	opt := &e.options[o]
	t := rules.True
	if opt.requires != nil {
		t = in.ruleTruth(opt.requires)
	}
	if len(opt.splits) == 0 {
		return t
	}
	split := rules.False
	for i := range opt.splits {
		split = max(split, opt.splits[i].splitTruth(in))
	}
	return min(t, split)
}

// splitTruth says whether the facts allow the split and give a reason for it.
func (s *compiledSplit) splitTruth(in *indexedProfile) rules.Truth {
	return min(in.ruleTruth(s.precondition), in.ruleTruth(s.trigger))
}

// vetoEffect is a veto that applies or may apply.
type vetoEffect struct {
	veto int
	// blocks says whether options are ruled out. Nominally True blocks.
	blocks rules.Truth
	// blocksForSure is the same without precaution, where unknown stays unknown.
	blocksForSure rules.Truth
	// duty says whether a part has to be removed, replaced or kept back.
	duty rules.Truth
	// precaution: it applies because an unknown fact counts as true.
	precaution bool
}

// findVetoEffects lists the vetoes whose condition is not false, by id.
func (e *Engine) findVetoEffects(in *indexedProfile) []vetoEffect {
	out := make([]vetoEffect, 0, len(e.vetoes))
	for i := range e.vetoes {
		v := &e.vetoes[i]
		plain, when := v.when.plainTruth(in.fact), v.when.prudentTruth(in.fact)
		if when == rules.False {
			continue
		}
		b := vetoEffect{veto: i, blocks: when, blocksForSure: plain, precaution: plain != when}
		if v.separable != nil {
			part := v.separable.plainTruth(in.fact)
			b.blocks, b.blocksForSure, b.duty = min(when, rules.True-part), min(plain, rules.True-part), min(when, part)
		}
		out = append(out, b)
	}
	return out
}

// pickOption chooses among the available options: within the margin of the best, the
// narrowest class; inside a class the greater value, then the lower step. It
// gives -1 if nothing is available, and in passed the option of greater value
// that the margin passed over, or -1.
func (e *Engine) pickOption(values []float64, standings []optionStatus) (picked, passed int) {
	best := -1
	for o := range e.options {
		if standings[o].nominal && (best < 0 || values[o] > values[best]) {
			best = o
		}
	}
	if best < 0 {
		return -1, -1
	}
	picked = best
	for o := range e.options {
		if standings[o].nominal && values[best]-values[o] <= e.margin+valueTolerance && e.isPreferred(values, o, picked) {
			picked = o
		}
	}
	if values[best]-values[picked] > valueTolerance {
		return picked, best
	}
	return picked, -1
}

// isPreferred orders options inside the margin.
func (e *Engine) isPreferred(values []float64, a, b int) bool {
	if ca, cb := e.options[a].def.Class, e.options[b].def.Class; ca != cb {
		return ca < cb
	}
	if d := values[a] - values[b]; d > valueTolerance || d < -valueTolerance {
		return d > 0
	}
	return a < b
}
