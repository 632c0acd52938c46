package robust

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
)

const (
	clearFrom    = 0.90 // share of weightings from which a verdict is clear
	leaningFrom  = 0.65
	tieTolerance = 1e-9 // values this near tie
	maxTellApart = 3    // priorities named to tell two options apart
)

// grade says how settled a verdict is.
type grade string

// The grades, best first.
const (
	gradeClear   grade = "clear"
	gradeLeaning grade = "leaning"
	gradeClose   grade = "close"
)

// robustnessBasis is what a word rests on.
type robustnessBasis struct {
	share, err float64
	close      bool // tied, or decided by the margin alone
	capped     bool // the share is not that of weightings near the stated ones
	open       bool // an answer to a single open fact changes it
}

// rateRobustness gives the first word that applies. The share is taken with its standard
// error off.
func (s robustnessBasis) rateRobustness() grade {
	share := s.share - s.err
	switch {
	case s.close:
		return gradeClose
	case share >= clearFrom && !s.capped && !s.open:
		return gradeClear
	case share >= leaningFrom:
		return gradeLeaning
	}
	return gradeClose
}

// Grades says how settled the stance and the option are. A rival is a form that
// ties or comes nearest, -1 unless the grade is gradeClose; TellApart are the
// priorities that part the option most from the first rival.
type Grades struct {
	Stance, Option           grade
	StanceRival, OptionRival int
	TellApart                []int
}

// gradeVerdict finds the words for stance and option.
func (a *analysis) gradeVerdict(found samples, outcomes []changeOutcome) Grades {
	sameStance := func(f int) bool { return evaluate.VerdictOf(a.e, f).Stance == a.recommended.Stance }
	sameOption := func(f int) bool { return a.e.Forms[f].Option == a.recommended.Option }
	var out Grades
	out.Stance, out.StanceRival = a.judgeRobustness(found, sameStance, a.anyAnswerGives(outcomes, func(v evaluate.Verdict) bool { return v.Stance != a.recommended.Stance }))
	out.Option, out.OptionRival = a.judgeRobustness(found, sameOption, a.anyAnswerGives(outcomes, func(v evaluate.Verdict) bool { return !v.IsSameOption(a.recommended) }))
	for _, r := range []int{out.StanceRival, out.OptionRival} {
		if r >= 0 {
			out.TellApart = a.listTellApart(r)
			break
		}
	}
	return out
}

// judgeRobustness gives the word for what is the same by one measure, and what ties or
// comes nearest if it is too close to call, else -1. open says that an answer to a
// single open fact may change it.
func (a *analysis) judgeRobustness(found samples, same func(form int) bool, open bool) (grade, int) {
	p := found.near
	s := robustnessBasis{capped: p == nil, open: open}
	if p == nil {
		p = found.anywhere
	}
	rival := -1
	for _, o := range a.available {
		switch {
		case same(o):
			s.share += p.formShares[o]
		case rival < 0 || cmp.Or(cmp.Compare(p.formShares[o], p.formShares[rival]), cmp.Compare(a.values[o], a.values[rival])) > 0:
			rival = o
		}
	}
	s.err = p.standardError(s.share)
	if o := a.findTiedForm(same); o >= 0 {
		s.close, rival = true, o
	}
	if w := s.rateRobustness(); w != gradeClose {
		return w, -1
	}
	return gradeClose, rival
}

// findTiedForm gives a form, not the same, that the margin passed over or whose
// value ties; -1 if there is none.
func (a *analysis) findTiedForm(same func(form int) bool) int {
	if a.passedOver >= 0 && !same(a.passedOver) {
		return a.passedOver
	}
	for _, o := range a.available {
		if !same(o) && math.Abs(a.values[o]-a.values[a.recommended.Form]) <= tieTolerance {
			return o
		}
	}
	return -1
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
