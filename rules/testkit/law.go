package testkit

import (
	"fmt"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// Release is what a result advises, to be held against the law of the pack.
type Release struct {
	Option *rules.Option
	Form   *rules.Form
	Parts  map[string]rules.Advice // decisions by component
	// Waits are the bars that hold it back, and Told those that are told and hold
	// back nothing that is done already.
	Waits, Told map[string]bool
	Ready       bool
}

// NewRelease starts a release from what is advised, by ids.
func NewRelease(p *rules.Pack, option, form string, ready bool) *Release {
	o := p.Option(option)
	return &Release{Option: o, Form: o.Form(form), Parts: map[string]rules.Advice{}, Waits: map[string]bool{}, Told: map[string]bool{}, Ready: ready}
}

// FindBreaches reads the bars straight from their definitions, without an engine, and
// lists what the release does though a bar that is known to hold, or holds by
// precaution, forbids it: nothing, if the release is lawful or waits.
func FindBreaches(p *rules.Pack, r *rules.Reading, rel *Release) []string {
	var out []string
	for i := range p.Bars {
		b := &p.Bars[i]
		if r.PrudentTruth(b.When) != rules.True || EscapeTruth(r, b, true) == rules.True {
			continue
		}
		final := r.Truth(b.When) == rules.True && EscapeTruth(r, b, true) == rules.False && EscapeTruth(r, b, false) == rules.False
		if TouchTruth(p, r, b, rel.Option, rel.Form) == rules.True {
			switch {
			case final:
				out = append(out, fmt.Sprintf("%s rules it out for good", b.ID))
			case !rel.Waits[b.ID] && !rel.Told[b.ID]:
				out = append(out, fmt.Sprintf("%s holds and is not among its conditions", b.ID))
			case rel.Waits[b.ID] && rel.Ready:
				out = append(out, fmt.Sprintf("it is ready in spite of %s", b.ID))
			}
		}
		for j := range p.Components {
			c := &p.Components[j]
			if part := describePartBreach(p, r, b, c, rel); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}

// describePartBreach says what is wrong with the decision on one part, "" if nothing.
func describePartBreach(p *rules.Pack, r *rules.Reading, b *rules.Bar, c *rules.Component, rel *Release) string {
	advice, ok := rel.Parts[c.ID]
	if !ok || len(b.On) > 0 && !slices.Contains(b.On, c.Kind) {
		return ""
	}
	takenOut := b.Component != "" && EscapeTruth(r, b, false) == rules.True
	if takenOut && b.Component != c.ID || rel.Waits[b.ID] && !takenOut {
		return ""
	}
	for _, act := range p.Decisions.Get(string(advice)) {
		if slices.Contains(b.Forbids, act) {
			return fmt.Sprintf("%s: %s is advised, and %s forbids to %s", c.ID, advice, b.ID, act)
		}
	}
	return ""
}

// FindPartBreaches lists what a decision on one part does though a bar forbids it on
// the facts of that part, straight from the definitions. Waits are the bars for which
// the part waits; none of them may be there for good.
func FindPartBreaches(p *rules.Pack, r *rules.Reading, like string, decision rules.Advice, waits map[string]bool) []string {
	var out []string
	c, rel := p.Component(like), &Release{Parts: map[string]rules.Advice{like: decision}, Waits: waits}
	for i := range p.Bars {
		b := &p.Bars[i]
		if r.PrudentTruth(b.When) != rules.True || EscapeTruth(r, b, true) == rules.True {
			if waits[b.ID] {
				out = append(out, b.ID+" does not hold, and the part waits for it")
			}
			continue
		}
		final := r.Truth(b.When) == rules.True && EscapeTruth(r, b, true) == rules.False && EscapeTruth(r, b, false) == rules.False
		if final && waits[b.ID] {
			out = append(out, b.ID+" is there for good, and the part waits for it")
		}
		if part := describePartBreach(p, r, b, c, rel); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// EscapeTruth says whether something that was found out lifts the bar, or else
// whether something can be done about it.
func EscapeTruth(r *rules.Reading, b *rules.Bar, findOut bool) rules.Truth {
	out := rules.False
	for i := range b.Escapes {
		x := &b.Escapes[i]
		if findOut && x.FindOut != nil {
			out = max(out, r.Truth(x.FindOut))
		}
		if !findOut && x.Do != nil {
			out = max(out, r.Truth(x.Do))
		}
	}
	return out
}

// TouchTruth says whether a form does what the bar forbids, or leaves out what it demands.
func TouchTruth(p *rules.Pack, r *rules.Reading, b *rules.Bar, o *rules.Option, f *rules.Form) rules.Truth {
	forbidden, missing, done := rules.False, rules.False, rules.False
	for i := range p.PartKinds {
		kind := &p.PartKinds[i]
		all := rules.True
		for _, act := range b.Demands {
			all = min(all, actTruth(r, o, f, act, kind))
		}
		done = max(done, all)
		if len(b.On) > 0 && !slices.Contains(b.On, kind.ID) {
			continue
		}
		missing = max(missing, min(r.Truth(kind.Applies), rules.True-all))
		for _, act := range b.Forbids {
			forbidden = max(forbidden, actTruth(r, o, f, act, kind))
		}
	}
	switch {
	case len(b.Demands) == 0:
		return forbidden
	case len(b.On) == 0:
		return rules.True - done
	}
	return missing
}

// actTruth says whether a form does an act with a kind of part.
func actTruth(r *rules.Reading, o *rules.Option, f *rules.Form, act string, kind *rules.PartKind) rules.Truth {
	out := rules.False
	if slices.Contains(o.ActsWith(f, kind.ID), act) {
		out = rules.True
	}
	for _, x := range o.ConditionalActsWith(f) {
		if slices.Contains(x.Acts, act) && slices.Contains(x.On, kind.ID) {
			out = max(out, r.Truth(x.When))
		}
	}
	return min(out, r.Truth(kind.Applies))
}
