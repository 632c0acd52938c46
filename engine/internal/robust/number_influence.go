package robust

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/exact"
)

const (
	maxInfluences  = 5    // numbers named for one rival
	leastInfluence = 0.03 // share of σ² from which a number is named
)

// NumberInfluence is a number of the pack that the advice hangs on.
type NumberInfluence struct {
	Place   int // in the list of all numbers
	Against int // the form that the advised one is compared with
	// Share is the part of the doubt about the two, σ², that comes from this number.
	Share float64
	// TurnsAt is the value of the number, all others as they are, at which the two change
	// places under the rule of choice; NaN if there is none in its range.
	TurnsAt float64
}

// listInfluences lists, for each of some rivals, the numbers that the comparison with the
// advised form hangs on most, at the stated weights.
func (a *analysis) listInfluences(rivals []int) []NumberInfluence {
	var out []NumberInfluence
	a.judgement.takeWeights(a.weight)
	for i, r := range rivals {
		if r >= 0 && !slices.Contains(rivals[:i], r) {
			out = append(out, a.judgement.listInfluencesAgainst(r)...)
		}
	}
	return out
}

func (j *judgement) listInfluencesAgainst(rival int) []NumberInfluence {
	advised, n := j.a.recommended.Form, j.a.e.Numbers()
	doubt := j.doubtBetween(advised, rival)
	if doubt == 0 {
		return nil
	}
	lead := j.leadOver(rival)
	var list []NumberInfluence
	// growth is how fast what the lead is measured against grows with the number, which
	// puts the value at which the two change places exactly where it is; NaN if it does not
	// grow in proportion. Up to most the number can be what it says.
	add := func(place int, sway, growth, most float64) {
		x := NumberInfluence{Place: place, Against: rival, Share: exact.Mul(sway, sway) / exact.Mul(doubt, doubt), TurnsAt: math.NaN()}
		number := &n.List[place]
		slope := sway/number.Doubt + exact.Mul(lead, growth)
		if at := number.Value - lead/slope; slope != 0 && at >= 0 && at <= most {
			x.TurnsAt = at
		}
		if x.Share >= leastInfluence {
			list = append(list, x)
		}
	}
	own, other := &j.sways[advised], &j.sways[rival] // filled in for the doubt
	for i := range j.reasons {
		if j.reasons[i].doubt > 0 {
			place := n.Strength[j.reasons[i].argument]
			add(place, own.scales[i]-other.scales[i], j.growthOf(i)/n.List[place].Value, 1)
		}
	}
	for k := range j.factors {
		f, growth, room := &j.factors[k], 0.0, math.Inf(1)
		for _, i := range f.reasons {
			growth += j.growthOf(i)
			room = min(room, j.a.e.Cap/j.multiplyFactors(j.a.e.Arguments[j.reasons[i].argument].Moderators))
			if (j.reasons[i].lent == nil) != (j.reasons[f.reasons[0]].lent == nil) {
				growth = math.NaN() // it scales both blocks
			}
		}
		place := n.Factor[f.moderator]
		value := n.List[place].Value
		add(place, own.scales[len(j.reasons)+k]-other.scales[len(j.reasons)+k], growth/value, exact.Mul(value, room))
	}
	j.eachCapture(advised, rival, func(place int, sway float64) { add(place, sway, 0, 1) })
	slices.SortStableFunc(list, func(x, y NumberInfluence) int { return cmp.Compare(y.Share, x.Share) })
	return list[:min(maxInfluences, len(list))]
}

// leadOver is by how much the advised form holds its own against another: its lead, with
// the margin for the one that leaves less that cannot be called back.
func (j *judgement) leadOver(rival int) float64 {
	return j.a.values[j.a.recommended.Form] - j.a.values[rival] + j.a.marginFor(j.a.recommended.Form, rival)
}

// growthOf is the part of its block that a reason makes up.
func (j *judgement) growthOf(i int) float64 {
	if j.reasons[i].lent == nil {
		return j.mass[i]
	}
	block := 0.0
	for k := range j.reasons {
		if j.reasons[k].lent != nil {
			block += j.mass[k]
		}
	}
	return j.mass[i] / block
}
