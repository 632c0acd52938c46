package gen

import (
	"maps"
	"slices"

	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// Profile draws a profile for a pack. Weights have two decimals and at most a
// third of the scale's end, so that tests can multiply them by 3. About one
// fact in three is left open.
func Profile(t *rapid.T, p *rules.Pack) engine.Profile {
	m := &packMaker{t: t, p: p}
	out := engine.Profile{Name: "random", Weights: map[string]float64{}, Facts: map[string]engine.Answer{}}
	for i := range p.Priorities {
		if !m.drawChance("not stated", 4) {
			out.Weights[p.Priorities[i].ID] = m.drawFraction("weight", 0, 333, 100)
		}
	}
	for i := range p.Facts {
		f := &p.Facts[i]
		if m.drawChance("open", 3) {
			if m.drawChance("said so", 2) {
				out.Facts[f.ID] = engine.Unknown
			}
			continue
		}
		a := drawAnswer(t, f)
		if f.Type == rules.SetFact && a != engine.NotApplicable && m.drawChance("in part", 3) {
			a = DrawPart(t, f, a)
		}
		out.Facts[f.ID] = a
	}
	for range m.drawCount("limits", 0, 1) {
		o := p.Options[m.drawCount("excluded", 0, len(p.Options)-1)].ID
		out.Limits = append(out.Limits, engine.Limit{Exclude: []string{o}, Because: "the owner says so"})
	}
	return out
}

// OpenFacts lists the facts of which not everything is known, in the order of the pack.
func OpenFacts(p *rules.Pack, profile engine.Profile) []*rules.Fact {
	var out []*rules.Fact
	for i := range p.Facts {
		if f := &p.Facts[i]; IsOpen(f, profile.Facts[f.ID]) {
			out = append(out, &p.Facts[i])
		}
	}
	return out
}

// WithAnswer gives the profile with one more answer; the first profile stays as it is.
func WithAnswer(profile engine.Profile, fact string, a engine.Answer) engine.Profile {
	facts := make(map[string]engine.Answer, len(profile.Facts)+1)
	for id, old := range profile.Facts {
		facts[id] = old
	}
	facts[fact] = a
	profile.Facts = facts
	return profile
}

// WithRanges gives the profile with some of its weights stated as ranges around them;
// the first profile stays as it is. The ends have three decimals.
func WithRanges(t *rapid.T, profile engine.Profile) engine.Profile {
	out := profile.Clone()
	for _, id := range slices.Sorted(maps.Keys(profile.Weights)) {
		if !rapid.Bool().Draw(t, "as a range") {
			continue
		}
		w := profile.Weights[id]
		around := float64(rapid.IntRange(0, int(1000*min(w, 10-w))).Draw(t, "around")) / 1000
		if out.Ranges == nil {
			out.Ranges = map[string]engine.WeightRange{}
		}
		out.Ranges[id] = engine.WeightRange{Low: w - around, High: w + around}
		delete(out.Weights, id)
	}
	return out
}
