package engine

import (
	"cmp"
	"math"
	"slices"
)

const (
	clearFrom    = 0.90 // share of weightings from which a verdict is clear
	leaningFrom  = 0.65
	tieTolerance = 1e-9 // values this near tie
	maxTellApart = 3    // priorities named to tell two options apart
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
func (s robustnessBasis) rateRobustness() Robustness {
	share := s.share - s.err
	switch {
	case s.close:
		return Close
	case share >= clearFrom && !s.capped && !s.open:
		return Clear
	case share >= leaningFrom:
		return Leaning
	}
	return Close
}

// assignRobustness finds the words for stance and option.
func (a *analysis) assignRobustness() {
	sameStance := func(o int) bool { return a.e.options[o].def.Stance == a.e.options[a.recommended.option].def.Stance }
	sameOption := func(o int) bool { return o == a.recommended.option }
	s := &a.out.Robustness
	var rivals [2]int
	s.Stance, rivals[0] = a.judgeRobustness(sameStance, func(v indexedVerdict) bool { return v.stance != a.recommended.stance })
	s.Option, rivals[1] = a.judgeRobustness(sameOption, func(v indexedVerdict) bool { return v != a.recommended })
	if rivals[0] >= 0 {
		s.StanceRival = a.e.optionID(rivals[0])
	}
	if rivals[1] >= 0 {
		s.OptionRival = a.e.optionID(rivals[1])
	}
	for _, r := range rivals {
		if r >= 0 {
			s.TellApart = a.listTellApart(r)
			return
		}
	}
}

// judgeRobustness gives the word for what is the same by one measure, and what ties or
// comes nearest if it is too close to call, else -1.
func (a *analysis) judgeRobustness(same func(option int) bool, changed func(indexedVerdict) bool) (Robustness, int) {
	p := a.nearSample
	s := robustnessBasis{capped: p == nil, open: a.anyAnswerGives(changed)}
	if p == nil {
		p = a.anySample
	}
	rival := -1
	for _, o := range a.available {
		switch {
		case same(o):
			s.share += p.optionShares[o]
		case rival < 0 || cmp.Or(cmp.Compare(p.optionShares[o], p.optionShares[rival]), cmp.Compare(a.values[o], a.values[rival])) > 0:
			rival = o
		}
	}
	s.err = p.standardError(s.share)
	if o := a.findTiedOption(same); o >= 0 {
		s.close, rival = true, o
	}
	if w := s.rateRobustness(); w != Close {
		return w, -1
	}
	return Close, rival
}

// findTiedOption gives an option, not the same, that the margin passed over or whose
// value ties; -1 if there is none.
func (a *analysis) findTiedOption(same func(option int) bool) int {
	if a.passedOver >= 0 && !same(a.passedOver) {
		return a.passedOver
	}
	for _, o := range a.available {
		if !same(o) && math.Abs(a.values[o]-a.values[a.recommended.option]) <= tieTolerance {
			return o
		}
	}
	return -1
}

// listTellApart gives the priorities whose weight parts the recommended option most
// from a rival: by weight times difference.
func (a *analysis) listTellApart(rival int) []string {
	var order []int
	for p, w := range a.weight {
		if w > 0 && a.separationBy(p, rival) > valueTolerance {
			order = append(order, p)
		}
	}
	slices.SortStableFunc(order, func(p, q int) int { return cmp.Compare(a.separationBy(q, rival), a.separationBy(p, rival)) })
	var out []string
	for _, p := range order[:min(maxTellApart, len(order))] {
		out = append(out, a.e.priorities[p].def.ID)
	}
	return out
}

func (a *analysis) separationBy(p, rival int) float64 {
	row := a.linearForm.priorityRow(p)
	return mul(a.weight[p], math.Abs(row[a.recommended.option]-row[rival]))
}
