package gen

import (
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// Profile draws a profile for a pack. Weights have two decimals and at most a
// third of the scale's end, so that tests can multiply them by 3. About one
// fact in three is left open.
func Profile(t *rapid.T, p *rules.Pack) engine.Profile {
	m := &maker{t: t, p: p}
	out := engine.Profile{Name: "random", Weights: map[string]float64{}, Facts: map[string]engine.Answer{}}
	for i := range p.Priorities {
		if !m.chance("not stated", 4) {
			out.Weights[p.Priorities[i].ID] = m.part("weight", 0, 333, 100)
		}
	}
	for i := range p.Facts {
		f := &p.Facts[i]
		if m.chance("open", 3) {
			if m.chance("said so", 2) {
				out.Facts[f.ID] = engine.Unknown
			}
			continue
		}
		out.Facts[f.ID] = Answer(rapid.SampledFrom(Answers(f)).Draw(t, "answer"))
	}
	for range m.count("limits", 0, 1) {
		o := p.Options[m.count("excluded", 0, len(p.Options)-1)].ID
		out.Limits = append(out.Limits, engine.Limit{Exclude: []string{o}, Because: "the owner says so"})
	}
	return out
}

// Answer reads one of [Answers].
func Answer(s string) engine.Answer {
	if s == "na" {
		return engine.NotApplicable
	}
	return engine.Value(s)
}

// Open lists the facts without an answer, in the order of the pack.
func Open(p *rules.Pack, profile engine.Profile) []*rules.Fact {
	var out []*rules.Fact
	for i := range p.Facts {
		if a := profile.Facts[p.Facts[i].ID]; a == engine.Unknown {
			out = append(out, &p.Facts[i])
		}
	}
	return out
}

// With gives the profile with one more answer; the first profile stays as it is.
func With(profile engine.Profile, fact string, a engine.Answer) engine.Profile {
	facts := make(map[string]engine.Answer, len(profile.Facts)+1)
	for id, old := range profile.Facts {
		facts[id] = old
	}
	facts[fact] = a
	profile.Facts = facts
	return profile
}
