package engine

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// ratedQuestion is a question with what makes it useful.
type ratedQuestion struct {
	FactQuestion
	stances, options float64 // share of the answers that change the stance, the option
}

// listQuestions lists the open facts whose answers change or narrow something, and after
// them, as far as they are as useful, answers of which the owner is not sure.
func (a *analysis) listQuestions() {
	before := a.scoreWidth(a.in)
	var list []ratedQuestion
	for start := 0; start < len(a.changeOutcomes); {
		end := start
		for end < len(a.changeOutcomes) && a.changeOutcomes[end].fact == a.changeOutcomes[start].fact {
			end++
		}
		if q, ok := a.rateQuestion(a.changeOutcomes[start:end], before); ok {
			list = append(list, q)
		}
		start = end
	}
	slices.SortStableFunc(list, func(x, y ratedQuestion) int {
		return cmp.Or(cmp.Compare(y.stances, x.stances), cmp.Compare(y.options, x.options), cmp.Compare(y.NarrowsBy, x.NarrowsBy))
	})
	for _, u := range list {
		a.out.Questions = append(a.out.Questions, u.FactQuestion)
	}
}

// rateQuestion weighs up the answers to one fact; ok is false if it is not open,
// cannot be asked yet, or no answer does anything.
func (a *analysis) rateQuestion(outcomes []changeOutcome, before float64) (ratedQuestion, bool) {
	i := outcomes[0].fact
	f := &a.e.facts[i]
	u := ratedQuestion{FactQuestion: FactQuestion{Fact: f.def.ID}}
	u.Confirm = a.nominal.statedPieces[i] != stateUnknown
	if u.Confirm && a.r.Profile.Notes[f.def.ID].Sure != LowSureness || f.guard != nil && f.guard.plainTruth(a.in.fact) != rules.True {
		return u, false
	}
	var to []indexedVerdict
	width, n := 0.0, 0.0
	for _, o := range outcomes {
		if !a.e.canBeAnswered(o.factChange) {
			continue
		}
		n++
		if o.stance != a.recommended.stance {
			u.stances++
		}
		if o.indexedVerdict != a.recommended {
			u.options++
			to = append(to, o.indexedVerdict)
		}
		if !u.Confirm {
			a.nominal.applyChanges([]factChange{o.factChange})
			width += a.scoreWidth(&a.nominal.in)
		}
	}
	u.stances, u.options = u.stances/n, u.options/n
	u.CouldChangeTo = a.e.nameVerdicts(to)
	if !u.Confirm {
		u.NarrowsBy = max(0, before-width/n)
	}
	return u, u.options > 0 || u.NarrowsBy > valueTolerance
}

// nameVerdicts gives the options of verdicts along the ladder, each once, then the
// results without an option.
func (e *Engine) nameVerdicts(verdicts []indexedVerdict) []string {
	slices.SortFunc(verdicts, func(x, y indexedVerdict) int {
		place := func(v indexedVerdict) int {
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
		out = append(out, e.optionID(v.option))
	}
	return out
}

// scoreWidth is how wide the interval of the score is; 0 if no answer gives a basis.
func (a *analysis) scoreWidth(in *indexedProfile) float64 {
	v := a.e.evaluate(in)
	if !v.anyOpen {
		return 0
	}
	w := a.e.boundMeanEnd(v, &a.e.balance, 1) - a.e.boundMeanEnd(v, &a.e.balance, -1)
	if math.IsNaN(w) {
		return 0
	}
	return w
}

// countOpenFacts counts the facts that a rule reads and nobody has answered.
func (a *analysis) countOpenFacts() int {
	n := 0
	for i := range a.e.facts {
		if a.e.facts[i].isRead && a.in.fact[i] == stateUnknown {
			n++
		}
	}
	return n
}

// anyAnswerGives reports whether an answer to a single open fact leads to a
// verdict for which differs holds.
func (a *analysis) anyAnswerGives(differs func(indexedVerdict) bool) bool {
	return slices.ContainsFunc(a.changeOutcomes, func(o changeOutcome) bool {
		return a.in.fact[o.fact] == stateUnknown && differs(o.indexedVerdict)
	})
}
