package engine

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// use is a question with what makes it useful.
type use struct {
	Question
	stances, options float64 // share of the answers that change the stance, the option
}

// ask lists the open facts whose answers change or narrow something, and after
// them, as far as they are as useful, answers of which the owner is not sure.
func (a *analysis) ask() {
	before := a.width(a.in)
	var list []use
	for start := 0; start < len(a.changes); {
		end := start
		for end < len(a.changes) && a.changes[end].fact == a.changes[start].fact {
			end++
		}
		if q, ok := a.question(a.changes[start:end], before); ok {
			list = append(list, q)
		}
		start = end
	}
	slices.SortStableFunc(list, func(x, y use) int {
		return cmp.Or(cmp.Compare(y.stances, x.stances), cmp.Compare(y.options, x.options), cmp.Compare(y.NarrowsBy, x.NarrowsBy))
	})
	for _, u := range list {
		a.out.Questions = append(a.out.Questions, u.Question)
	}
}

// question weighs up the answers to one fact; ok is false if it is not open,
// cannot be asked yet, or no answer does anything.
func (a *analysis) question(outcomes []outcome, before float64) (use, bool) {
	i := outcomes[0].fact
	f := &a.e.facts[i]
	u := use{Question: Question{Fact: f.def.ID}}
	u.Confirm = a.trial.raw[i] != stateUnknown
	if u.Confirm && a.r.Profile.Notes[f.def.ID].Sure != "low" || f.guard != nil && f.guard.eval(a.in.fact) != rules.True {
		return u, false
	}
	var to []verdict
	width, n := 0.0, 0.0
	for _, o := range outcomes {
		if !a.e.means(o.change) {
			continue
		}
		n++
		if o.stance != a.now.stance {
			u.stances++
		}
		if o.verdict != a.now {
			u.options++
			to = append(to, o.verdict)
		}
		if !u.Confirm {
			a.trial.apply([]change{o.change})
			width += a.width(&a.trial.in)
		}
	}
	u.stances, u.options = u.stances/n, u.options/n
	u.CouldChangeTo = a.e.named(to)
	if !u.Confirm {
		u.NarrowsBy = max(0, before-width/n)
	}
	return u, u.options > 0 || u.NarrowsBy > equal
}

// named gives the options of verdicts along the ladder, each once, then the
// results without an option.
func (e *Engine) named(verdicts []verdict) []string {
	slices.SortFunc(verdicts, func(x, y verdict) int {
		place := func(v verdict) int {
			if v.option < 0 {
				return len(e.options)
			}
			return v.option
		}
		return cmp.Or(cmp.Compare(place(x), place(y)), cmp.Compare(x.stance, y.stance))
	})
	var out []string
	for _, v := range slices.Compact(verdicts) {
		if v.option < 0 {
			out = append(out, string(v.stance))
			continue
		}
		out = append(out, e.id(v.option))
	}
	return out
}

// width is how wide the interval of the score is; 0 if no answer gives a basis.
func (a *analysis) width(in *input) float64 {
	v := a.e.evaluate(in)
	if !v.open {
		return 0
	}
	w := a.e.bound(v, &a.e.balance, 1) - a.e.bound(v, &a.e.balance, -1)
	if math.IsNaN(w) {
		return 0
	}
	return w
}

// openFacts counts the facts that a rule reads and nobody has answered.
func (a *analysis) openFacts() int {
	n := 0
	for i := range a.e.facts {
		if a.e.facts[i].read && a.in.fact[i] == stateUnknown {
			n++
		}
	}
	return n
}

// anyAnswer reports whether an answer to a single open fact leads to a
// verdict for which differs holds.
func (a *analysis) anyAnswer(differs func(verdict) bool) bool {
	return slices.ContainsFunc(a.changes, func(o outcome) bool {
		return a.in.fact[o.fact] == stateUnknown && differs(o.verdict)
	})
}
