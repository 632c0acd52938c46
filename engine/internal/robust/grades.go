package robust

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
)

const (
	clearFrom    = 0.90 // share of weightings and judgements from which a verdict is clear
	leaningFrom  = 0.65
	thinBelow    = 0.1  // share of the situation under which one priority alone is a thin basis
	thinFrom     = 0.95 // effective share of a priority that stands alone
	maxTellApart = 3    // priorities named to tell two options apart
)

// grade says how settled a verdict is.
type grade string

// The grades, best first, then what has too little to rest on.
const (
	gradeClear   grade = "clear"
	gradeLeaning grade = "leaning"
	gradeClose   grade = "close"
	gradeThin    grade = "thin"
)

// robustnessBasis is what a word rests on.
type robustnessBasis struct {
	thin   bool // there is hardly any basis
	close  bool // the margin changed the pick, or something else has the greater acceptability
	share  estimate
	open   bool // an answer to a single open fact changes it by arguments
	beside bool // a form of another option lies within the margin
}

// rateRobustness gives the first word that applies. The share is taken with its standard
// error off.
func (s *robustnessBasis) rateRobustness() grade {
	share := s.share.Share - s.share.Err
	switch {
	case s.thin:
		return gradeThin
	case s.close:
		return gradeClose
	case share >= clearFrom && !s.open && !s.beside:
		return gradeClear
	case share >= leaningFrom:
		return gradeLeaning
	}
	return gradeClose
}

// Grade says how settled a verdict is at one level: its stance, option or form.
type Grade struct {
	Word grade
	// OverWeightings is the share of weightings near the stated one under which it stays,
	// OverJudgements the same where the pack's own numbers are in doubt too: the least
	// over the stated f and all smaller ones.
	OverWeightings, OverJudgements float64
	// Rival is a form of another verdict at this level that ties or comes nearest, -1
	// unless the word is gradeClose. Favoured says that most weightings near the stated
	// one favour it, though the stated one does not.
	Rival    int
	Favoured bool
}

// Grades says how settled the stance, the option and the form are. Rival is the option
// with the greatest acceptability after the advice, -1 if no other can win; TellApart are
// the priorities that part the advice most from what ties or comes nearest.
type Grades struct {
	Stance, Option, Form Grade
	Rival                int
	TellApart            []int
	Influences           []NumberInfluence
}

// gradeVerdict finds the words. The first of the samples is that of the stated f.
func (a *analysis) gradeVerdict(near []nearSample, reach []float64, outcomes []changeOutcome) Grades {
	thin := a.isBasisThin(reach)
	out := Grades{
		Stance: a.gradeLevel(byStance, near, outcomes, thin),
		Option: a.gradeLevel(byOption, near, outcomes, thin),
		Form:   a.gradeLevel(byForm, near, outcomes, thin),
		Rival:  -1,
	}
	if r := a.findRival(byOption, &near[0]); r >= 0 && a.canWin(&near[0], a.e.Forms[r].Option) {
		out.Rival = a.e.Forms[r].Option
	}
	out.Influences = a.listInfluences([]int{a.findRival(byOption, &near[0]), a.findRival(byStance, &near[0])})
	for _, g := range []*Grade{&out.Stance, &out.Option, &out.Form} {
		if g.Rival >= 0 {
			out.TellApart = a.listTellApart(g.Rival)
			break
		}
	}
	return out
}

// canWin says whether an option is ever the verdict, over weightings and judgements.
func (a *analysis) canWin(near *nearSample, option int) bool {
	return slices.ContainsFunc(a.e.Options[option].Forms, func(f int) bool { return near.formShares[f] > 0 || near.judged.formShares[f] > 0 })
}

// isBasisThin says that facts give next to nothing and one stated priority, or none,
// gives all the rest. What is the only option left needs no basis.
func (a *analysis) isBasisThin(reach []float64) bool {
	if !slices.ContainsFunc(a.available, func(f int) bool { return !a.isSame(byOption, f) }) {
		return false
	}
	total, most := 0.0, 0.0
	for p, w := range a.weight {
		x := exact.Mul(w, reach[p])
		total, most = total+x, max(most, x)
	}
	return a.situationShare < thinBelow && (total == 0 || most > exact.Mul(thinFrom, total))
}

// gradeLevel finds the word for what is the same at one level.
func (a *analysis) gradeLevel(l level, near []nearSample, outcomes []changeOutcome, thin bool) Grade {
	g := Grade{OverWeightings: math.Inf(1), OverJudgements: math.Inf(1), Rival: -1}
	s := robustnessBasis{thin: thin, share: estimate{Share: math.Inf(1)}, beside: l != byStance && a.isOtherOptionWithinMargin()}
	rival := a.findRival(l, &near[0])
	for i := range near {
		holds := near[i].estimateShare(func(f int) bool { return a.isSame(l, f) })
		judged := a.estimateJudged(&near[i].judged, l)
		g.OverWeightings, g.OverJudgements = min(g.OverWeightings, holds.Share), min(g.OverJudgements, judged.Share)
		if judged.Share-judged.Err < s.share.Share-s.share.Err {
			s.share = judged
		}
		if other := a.findGreatestOther(l, &near[i]); other > holds.Share {
			g.Favoured = true
		}
	}
	s.close = g.Favoured
	if a.passedOver >= 0 && !a.isSame(l, a.passedOver) {
		s.close, rival = true, a.passedOver
	}
	s.open = a.anyAnswerChanges(l, outcomes)
	if g.Word = s.rateRobustness(); g.Word == gradeClose {
		g.Rival = rival
	} else {
		g.Favoured = false
	}
	return g
}

// isOtherOptionWithinMargin says whether a form of another option is worth as much as the
// advised one but for the margin.
func (a *analysis) isOtherOptionWithinMargin() bool {
	return slices.ContainsFunc(a.available, func(f int) bool {
		return !a.isSame(byOption, f) && a.values[a.recommended.Form]-a.values[f] <= a.e.Margin+evaluate.ValueTolerance
	})
}

// anyAnswerChanges says whether an answer to a single open fact changes the verdict at a
// level, and would by arguments alone. What a bar would do is told as a condition or a
// caution.
func (a *analysis) anyAnswerChanges(l level, outcomes []changeOutcome) bool {
	return slices.ContainsFunc(outcomes, func(o changeOutcome) bool {
		if !a.e.IsAnswer(a.in.Fact, o.FactChange) || o.Form >= 0 && a.isSame(l, o.Form) {
			return false
		}
		if a.isStopped() {
			return false
		}
		v := a.nominal.VerdictByArguments(a.barReadings, o.FactChange)
		return v.Form < 0 || !a.isSame(l, v.Form)
	})
}

// findGreatestOther gives the greatest share of weightings that another verdict at the
// level has.
func (a *analysis) findGreatestOther(l level, near *nearSample) float64 {
	shares := make([]float64, len(a.e.Forms))
	for _, f := range a.available {
		if !a.isSame(l, f) {
			shares[a.groups[l][f]] += near.formShares[f]
		}
	}
	return slices.Max(shares)
}

// findRival gives the form that stands for the other verdict at the level with the
// greatest share of weightings, then of weightings and judgements, then the greatest
// value; -1 if there is none.
func (a *analysis) findRival(l level, near *nearSample) int {
	holds, judged := make([]float64, len(a.e.Forms)), make([]float64, len(a.e.Forms))
	for _, f := range a.available {
		g := a.groups[l][f]
		holds[g] += near.formShares[f]
		judged[g] += near.judged.formShares[f]
	}
	rival := -1
	better := func(f, than int) bool {
		g, h := a.groups[l][f], a.groups[l][than]
		return cmp.Or(cmp.Compare(holds[g], holds[h]), cmp.Compare(judged[g], judged[h]),
			cmp.Compare(near.formShares[f], near.formShares[than]), cmp.Compare(near.judged.formShares[f], near.judged.formShares[than]),
			cmp.Compare(a.values[f], a.values[than])) > 0
	}
	for _, f := range a.available {
		if !a.isSame(l, f) && (rival < 0 || better(f, rival)) {
			rival = f
		}
	}
	return rival
}

// listTellApart gives the priorities whose weight parts the recommended option most
// from a rival: by weight times difference.
func (a *analysis) listTellApart(rival int) []int {
	var order []int
	for p, w := range a.weight {
		if w > 0 && a.separationBy(p, rival) > evaluate.ValueTolerance {
			order = append(order, p)
		}
	}
	slices.SortStableFunc(order, func(p, q int) int { return cmp.Compare(a.separationBy(q, rival), a.separationBy(p, rival)) })
	return order[:min(maxTellApart, len(order))]
}

func (a *analysis) separationBy(p, rival int) float64 {
	row := a.linearForm.priorityRow(p)
	return exact.Mul(a.weight[p], math.Abs(row[a.recommended.Form]-row[rival]))
}
