package robust

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
)

// ratedQuestion is a question with what makes it useful.
type ratedQuestion struct {
	Fact             int
	LeadsTo          []evaluate.Verdict // other verdicts that answers lead to, each once
	NarrowsBy        float64            // how much narrower the interval of the score becomes
	Confirm          bool               // there is an answer, of which the owner is not sure
	stances, options float64            // share of the answers that change the stance, the option
}

// listQuestions lists the open facts whose answers change or narrow something, and after
// them, as far as they are as useful, answers of which the owner is not sure.
func (a *analysis) listQuestions(outcomes []changeOutcome, doubts []Doubt) []ratedQuestion {
	before := a.scoreWidth(a.in)
	var list []ratedQuestion
	for start := 0; start < len(outcomes) && !a.isStopped(); {
		end := start
		for end < len(outcomes) && outcomes[end].Fact == outcomes[start].Fact {
			end++
		}
		if q, ok := a.rateQuestion(outcomes[start:end], before, doubts); ok {
			list = append(list, q)
		}
		start = end
	}
	slices.SortStableFunc(list, func(x, y ratedQuestion) int {
		return cmp.Or(cmp.Compare(y.stances, x.stances), cmp.Compare(y.options, x.options), cmp.Compare(y.NarrowsBy, x.NarrowsBy))
	})
	return list
}

// rateQuestion weighs up the answers to one fact; ok is false if it is not open,
// cannot be asked yet, or no answer does anything.
func (a *analysis) rateQuestion(outcomes []changeOutcome, before float64, doubts []Doubt) (ratedQuestion, bool) {
	i := outcomes[0].Fact
	f := &a.e.Facts[i]
	u := ratedQuestion{Fact: i, Confirm: !a.e.IsAnyUnknown(a.in.StatedPieces, i)}
	if u.Confirm && doubts[i] != MuchDoubt || f.Guard != nil && f.Guard.PlainTruth(a.in.Fact) != rules.True {
		return u, false
	}
	if f.IsSet() && !u.Confirm && a.e.IsAnyKnown(a.in.Fact, i) {
		outcomes = a.tryMemberAnswers(i)
	}
	var to []evaluate.Verdict
	width, n := 0.0, 0.0
	for _, o := range outcomes {
		if a.isStopped() {
			return u, false
		}
		if !a.e.CanBeAnswered(o.FactChange) {
			continue
		}
		n++
		if o.Stance != a.recommended.Stance {
			u.stances++
		}
		if !o.IsSameOption(a.recommended) {
			u.options++
			to = append(to, o.Verdict)
		}
		if !u.Confirm {
			a.nominal.ApplyChanges([]compiled.FactChange{o.FactChange})
			width += a.scoreWidth(&a.nominal.In)
		}
	}
	u.stances, u.options = u.stances/n, u.options/n
	u.LeadsTo = sortVerdicts(to, len(a.e.Options))
	if !u.Confirm {
		u.NarrowsBy = max(0, before-width/n)
	}
	return u, u.options > 0 || u.NarrowsBy > evaluate.ValueTolerance
}

// tryMemberAnswers tries the answers to what is open of a set; what is known is kept.
func (a *analysis) tryMemberAnswers(i int) []changeOutcome {
	var out []changeOutcome
	for _, m := range a.e.ListMemberAnswers(a.in.Fact, i) {
		c := compiled.FactChange{Fact: i, Members: m}
		out = append(out, changeOutcome{FactChange: c, Verdict: a.nominal.VerdictWith(c)})
	}
	return out
}

// sortVerdicts gives verdicts along the ladder, each once, then those without an
// option, by the stance.
func sortVerdicts(verdicts []evaluate.Verdict, options int) []evaluate.Verdict {
	slices.SortFunc(verdicts, func(x, y evaluate.Verdict) int {
		place := func(v evaluate.Verdict) int {
			if v.Option < 0 {
				return options
			}
			return v.Option
		}
		return cmp.Or(cmp.Compare(place(x), place(y)), cmp.Compare(x.Stance, y.Stance))
	})
	return slices.CompactFunc(verdicts, evaluate.Verdict.IsSameOption)
}

// scoreWidth is how wide the interval of the score is; 0 if no answer gives a basis.
func (a *analysis) scoreWidth(in *compiled.Profile) float64 {
	v := evaluate.Evaluate(a.e, in)
	if !v.AnyOpen {
		return 0
	}
	w := evaluate.BoundMeanEnd(a.e, v, a.e.Balance, 1) - evaluate.BoundMeanEnd(a.e, v, a.e.Balance, -1)
	if math.IsNaN(w) {
		return 0
	}
	return w
}
