package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

// The reading of single conditions in package rules and the compiled
// conditions of the engine give the same truth: a bar with the condition
// shows the engine's.
func TestReadingAgreesWithTheEngine(t *testing.T) {
	check(t, func(t *rapid.T) {
		p := gen.Pack(t, gen.Usual)
		p.Choices, p.Steps, p.Counsel, p.Sheet = nil, nil, nil, nil // they, and advice, may name forms of the probe
		for i := range p.Components {
			p.Components[i].Advice = nil
		}
		probe := &p.Options[0]
		probe.Stance, probe.Requires, probe.Forms = rules.Closed, nil, nil
		when := gen.Condition(t, p)
		when = &rules.Condition{Op: rules.All, Of: []rules.Condition{*when, *gen.Condition(t, p)}}
		if when.Of[1].Op == rules.Compare {
			when.Of[1].Precaution = true
		}
		if p.Decide(when) != rules.Unknown {
			return // no pack has it
		}
		p.Options = append(p.Options, idleOption(p))
		probe = &p.Options[0]
		probe.Acts, probe.ActsIf = rules.Acts{{Key: p.PartKinds[0].ID, Value: []string{p.Acts[0].ID}}}, nil
		p.PartKinds[0].Applies = nil
		p.Acts[0].ToldOnlyIf = nil
		p.Bars = []rules.Bar{{ID: "probe", When: when, Forbids: []string{p.Acts[0].ID}, Jurisdiction: rules.AnyJurisdiction, Source: []string{p.Sources[0].ID}}}
		profile := gen.Profile(t, p)
		profile.Limits = nil

		answers := map[string]string{}
		for id, a := range profile.Facts {
			answers[id] = a.String()
		}
		r := p.ReadAnswers(answers)
		o := resultOf(t, decide(t, build(t, p), profile), probe.ID)
		require.Equal(t, rules.True-o.Possible, r.Truth(when))
		require.Equal(t, !o.Available, r.Truth(when) == rules.True)
		require.Equal(t, o.Forms[0].Barred >= rules.BarredUntil, r.PrudentTruth(when) == rules.True)
		require.Equal(t, len(o.BlockedBy) > 0, r.PrudentTruth(when) != rules.False)
		requireAnswer(t, r, p, profile)
	})
}

// requireAnswer compares what counts as the answer with the list of what the
// engine does not know.
func requireAnswer(t *rapid.T, r *rules.Reading, p *rules.Pack, profile engine.Profile) {
	rec := decide(t, build(t, p), profile)
	for _, id := range rec.Unknown {
		require.True(t, r.Answer(id) == "unknown" || gen.IsOpen(p.Fact(id), profile.Facts[id]), id)
	}
	for _, off := range rec.Inactive {
		require.Equal(t, "na", r.Answer(off), off)
	}
}
