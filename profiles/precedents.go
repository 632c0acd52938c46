package profiles

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/detach"
)

// Precedent is a documented decision held against a profile.
type Precedent struct {
	Case CaseInfo
	// Likeness in [0, 1] is how far the facts known of both agree. It is NaN if
	// nothing is known of both.
	Likeness float64
	// Low and High in [0, 1] are Likeness if everything not known of one of them
	// differed, and if it agreed: what is not known is not guessed.
	Low, High float64
	// Shared and Differing are the facts known of both, in the order of the
	// pack; Open counts those that are known of one only.
	Shared, Differing []string
	KnownOfOne        int
	// Answers are those of the case that count.
	Answers map[string]string
}

// FindPrecedents holds a profile against every documented decision, the nearest first
// and those with nothing in common to compare last.
//
// A fact weighs as much as it tells the cases apart: the chance that two of
// them, drawn at random, differ on it. What is the same in all of them says
// nothing. Neighbouring values of an ordered fact agree in part, by their
// distance on its scale; sets agree by the part of their values that is in both. A fact that does not apply to either is left out; one
// that applies to one of them only differs. Weights of priorities are not
// compared: they are what an owner wants, not where one stands.
//
// This measure is for people: each fact that counts is named. The engine has one
// of its own for the order of questions (see engine/internal/outlook), which
// counts weights too.
func FindPrecedents(p engine.Profile, opts ...LoadOption) []Precedent {
	pack := newConfig(opts).pack
	own := collectKnownAnswers(pack, p)
	all := make([]map[string]string, len(embeddedCases()))
	for i, c := range embeddedCases() {
		facts := map[string]engine.Answer{}
		for id, a := range c.layer.Facts {
			facts[id] = a.Value
		}
		all[i] = collectKnownAnswers(pack, engine.Profile{Facts: facts})
	}
	weight := measureSpread(pack, all)
	out := make([]Precedent, len(all))
	for i := range out {
		out[i] = newPrecedent(pack, own, all[i], weight)
		out[i].Case = embeddedCases()[i].info
		detach.Detach(&out[i].Case)
	}
	slices.SortStableFunc(out, func(a, b Precedent) int {
		return cmp.Or(cmp.Compare(orderNaNLast(b.Likeness), orderNaNLast(a.Likeness)), cmp.Compare(b.Low, a.Low))
	})
	return out
}

func orderNaNLast(x float64) float64 {
	if math.IsNaN(x) {
		return -1
	}
	return x
}

// collectKnownAnswers reads the answers that count, guards applied; a fact that is not
// known, or not wholly, is absent.
func collectKnownAnswers(pack *rules.Pack, p engine.Profile) map[string]string {
	stated := map[string]string{}
	for id, a := range p.Facts {
		stated[id] = a.String()
	}
	r, out := pack.ReadAnswers(stated), map[string]string{}
	for i := range pack.Facts {
		f := &pack.Facts[i]
		a := r.Answer(f.ID)
		if a == "unknown" || f.Type == rules.SetFact && !rules.ParseMembers(a).IsWhole() {
			continue
		}
		out[f.ID] = a
	}
	return out
}

// measureSpread gives for each fact the chance that two of the cases that know it
// differ on it.
func measureSpread(pack *rules.Pack, all []map[string]string) map[string]float64 {
	out := map[string]float64{}
	for i := range pack.Facts {
		counts, n := map[string]int{}, 0
		for _, s := range all {
			if a, ok := s[pack.Facts[i].ID]; ok {
				counts[a]++
				n++
			}
		}
		same := 0
		for _, k := range counts {
			same += k * (k - 1)
		}
		if n > 1 {
			out[pack.Facts[i].ID] = 1 - float64(same)/float64(n*(n-1))
		}
	}
	return out
}

func newPrecedent(pack *rules.Pack, own, other map[string]string, weight map[string]float64) Precedent {
	p := Precedent{Answers: other}
	agree, both, one := 0.0, 0.0, 0.0
	for i := range pack.Facts {
		f := &pack.Facts[i]
		a, known := own[f.ID]
		b, there := other[f.ID]
		switch {
		case !known && !there, a == "na" && b == "na":
			continue
		case !known || !there:
			p.KnownOfOne++
			one += weight[f.ID]
			continue
		case a == b:
			p.Shared = append(p.Shared, f.ID)
		default:
			p.Differing = append(p.Differing, f.ID)
		}
		both += weight[f.ID]
		agree += float64(weight[f.ID] * measureAnswerLikeness(f, a, b))
	}
	p.Likeness = agree / both // NaN if nothing can be compared
	if both+one > 0 {
		p.Low, p.High = agree/(both+one), (agree+one)/(both+one)
	}
	return p
}

// measureAnswerLikeness of two answers to a fact, from 0 to 1.
func measureAnswerLikeness(f *rules.Fact, a, b string) float64 {
	switch {
	case a == b:
		return 1
	case a == "na" || b == "na":
		return 0
	case f.Type == rules.OrderedFact:
		ids := f.ValueIDs()
		return 1 - math.Abs(float64(slices.Index(ids, a)-slices.Index(ids, b)))/float64(len(ids)-1)
	case f.Type == rules.SetFact:
		return measureSharedMembers(rules.ParseMembers(a), rules.ParseMembers(b))
	case f.Type == rules.NumberFact:
		x, _ := strconv.ParseFloat(a, 64) // checked when they were read
		y, _ := strconv.ParseFloat(b, 64)
		return 1 - math.Abs(x-y)/(f.Max-f.Min)
	}
	return 0
}

// measureSharedMembers gives the values in both sets as a part of those in either.
func measureSharedMembers(a, b rules.Members) float64 {
	all := slices.Compact(slices.Sorted(slices.Values(slices.Concat(a.Values(), b.Values()))))
	both := 0
	for _, v := range all {
		if a.Truth(v) == rules.True && b.Truth(v) == rules.True {
			both++
		}
	}
	return float64(both) / float64(len(all))
}
