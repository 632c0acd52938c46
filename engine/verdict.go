package engine

import "github.com/ajar-decision/ajar/rules"

// equal is how near two values must lie to count as the same.
const equal = 1e-12

// standing says whether an option can be taken: nominally, where open
// conditions count as not met and open vetoes as not applying; and possibly,
// where unknown stays unknown.
type standing struct {
	now      bool
	possible rules.Truth
	met      rules.Truth // what it requires, vetoes and limits aside
}

func (e *Engine) standings(in *input, bites []bite) []standing {
	out := make([]standing, len(e.options))
	for o := range e.options {
		met := e.met(in, o)
		s := standing{now: met == rules.True, possible: met, met: met}
		for _, b := range bites {
			if !e.vetoes[b.veto].blocks[o] {
				continue
			}
			s.now = s.now && b.blocks != rules.True
			s.possible = min(s.possible, rules.True-b.may)
		}
		if in.limits[o] > 0 {
			s.now, s.possible = false, rules.False
		}
		out[o] = s
	}
	return out
}

// met says whether what the option requires holds: its condition and, for a
// mixed option, a split.
func (e *Engine) met(in *input, o int) rules.Truth {
	opt := &e.options[o]
	t := rules.True
	if opt.requires != nil {
		t = in.truth(opt.requires)
	}
	if len(opt.splits) == 0 {
		return t
	}
	split := rules.False
	for i := range opt.splits {
		split = max(split, opt.splits[i].holds(in))
	}
	return min(t, split)
}

// holds says whether the facts allow the split and give a reason for it.
func (s *split) holds(in *input) rules.Truth {
	return min(in.truth(s.precondition), in.truth(s.trigger))
}

// bite is a veto that applies or may apply.
type bite struct {
	veto int
	// blocks says whether options are ruled out. Nominally True blocks.
	blocks rules.Truth
	// may is the same without precaution, where unknown stays unknown.
	may rules.Truth
	// duty says whether a part has to be removed, replaced or kept back.
	duty rules.Truth
	// precaution: it applies because an unknown fact counts as true.
	precaution bool
}

// bites lists the vetoes whose condition is not false, by id.
func (e *Engine) bites(in *input) []bite {
	out := make([]bite, 0, len(e.vetoes))
	for i := range e.vetoes {
		v := &e.vetoes[i]
		plain, when := v.when.eval(in.fact), v.when.prudent(in.fact)
		if when == rules.False {
			continue
		}
		b := bite{veto: i, blocks: when, may: plain, precaution: plain != when}
		if v.separable != nil {
			part := v.separable.eval(in.fact)
			b.blocks, b.may, b.duty = min(when, rules.True-part), min(plain, rules.True-part), min(when, part)
		}
		out = append(out, b)
	}
	return out
}

// pick chooses among the available options: within the margin of the best, the
// narrowest class; inside a class the greater value, then the lower step. It
// gives -1 if nothing is available, and in passed the option of greater value
// that the margin passed over, or -1.
func (e *Engine) pick(values []float64, standings []standing) (picked, passed int) {
	best := -1
	for o := range e.options {
		if standings[o].now && (best < 0 || values[o] > values[best]) {
			best = o
		}
	}
	if best < 0 {
		return -1, -1
	}
	picked = best
	for o := range e.options {
		if standings[o].now && values[best]-values[o] <= e.margin+equal && e.before(values, o, picked) {
			picked = o
		}
	}
	if values[best]-values[picked] > equal {
		return picked, best
	}
	return picked, -1
}

// before orders options inside the margin.
func (e *Engine) before(values []float64, a, b int) bool {
	if ca, cb := e.options[a].def.Class, e.options[b].def.Class; ca != cb {
		return ca < cb
	}
	if d := values[a] - values[b]; d > equal || d < -equal {
		return d > 0
	}
	return a < b
}
