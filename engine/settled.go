package engine

import (
	"cmp"
	"math"
	"slices"
)

const (
	clearFrom   = 0.90 // share of weightings from which a verdict is clear
	leaningFrom = 0.65
	tied        = 1e-9 // values this near tie
	tellers     = 3    // priorities named to tell two options apart
)

// support is what a word rests on.
type support struct {
	share, err float64
	close      bool // tied, or decided by the margin alone
	capped     bool // the share is not that of weightings near the stated ones
	open       bool // an answer to a single open fact changes it
}

// word gives the first word that applies. The share is taken with its standard
// error off.
func (s support) word() Word {
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

// settle finds the words for stance and option.
func (a *analysis) settle() {
	sameStance := func(o int) bool { return a.e.options[o].def.Stance == a.e.options[a.now.option].def.Stance }
	sameOption := func(o int) bool { return o == a.now.option }
	s := &a.out.Settled
	var rivals [2]int
	s.Stance, rivals[0] = a.judge(sameStance, func(v verdict) bool { return v.stance != a.now.stance })
	s.Option, rivals[1] = a.judge(sameOption, func(v verdict) bool { return v != a.now })
	if rivals[0] >= 0 {
		s.StanceRival = a.e.id(rivals[0])
	}
	if rivals[1] >= 0 {
		s.OptionRival = a.e.id(rivals[1])
	}
	for _, r := range rivals {
		if r >= 0 {
			s.TellApart = a.tellApart(r)
			return
		}
	}
}

// judge gives the word for what is the same by one measure, and what ties or
// comes nearest if it is too close to call, else -1.
func (a *analysis) judge(same func(option int) bool, changed func(verdict) bool) (Word, int) {
	p := a.near
	s := support{capped: p == nil, open: a.anyAnswer(changed)}
	if p == nil {
		p = a.any
	}
	rival := -1
	for _, o := range a.available {
		switch {
		case same(o):
			s.share += p.share[o]
		case rival < 0 || cmp.Or(cmp.Compare(p.share[o], p.share[rival]), cmp.Compare(a.values[o], a.values[rival])) > 0:
			rival = o
		}
	}
	s.err = p.error(s.share)
	if o := a.ties(same); o >= 0 {
		s.close, rival = true, o
	}
	if w := s.word(); w != Close {
		return w, -1
	}
	return Close, rival
}

// ties gives an option, not the same, that the margin passed over or whose
// value ties; -1 if there is none.
func (a *analysis) ties(same func(option int) bool) int {
	if a.passed >= 0 && !same(a.passed) {
		return a.passed
	}
	for _, o := range a.available {
		if !same(o) && math.Abs(a.values[o]-a.values[a.now.option]) <= tied {
			return o
		}
	}
	return -1
}

// tellApart gives the priorities whose weight parts the recommended option most
// from a rival: by weight times difference.
func (a *analysis) tellApart(rival int) []string {
	var order []int
	for p, w := range a.weight {
		if w > 0 && a.apart(p, rival) > equal {
			order = append(order, p)
		}
	}
	slices.SortStableFunc(order, func(p, q int) int { return cmp.Compare(a.apart(q, rival), a.apart(p, rival)) })
	var out []string
	for _, p := range order[:min(tellers, len(order))] {
		out = append(out, a.e.priorities[p].def.ID)
	}
	return out
}

func (a *analysis) apart(p, rival int) float64 {
	row := a.form.row(p)
	return float64(a.weight[p] * math.Abs(row[a.now.option]-row[rival]))
}
