package session_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// askedOf lists the facts that the full questionnaire asks of whoever made the profile.
func askedOf(t *testing.T, e *engine.Engine, p engine.Profile) (facts []string) {
	s := start(t, e, engine.Profile{}, session.Config{Full: true, Fixed: true})
	for {
		q, err := s.Next(background)
		require.NoError(t, err)
		if q == nil {
			return facts
		}
		f := rules.Core().Fact(q.ID)
		if f != nil {
			facts = append(facts, q.ID)
		}
		if value, known := p.Facts[q.ID].Known(); f != nil && f.Type == rules.SetFact && known {
			_, err := s.Answer(background, strings.Split(value, ", ")...)
			require.NoError(t, err)
			continue
		}
		answer(t, s, q, p)
	}
}

// The pack knows some eighty facts, and each has a guard that keeps it from people whom it cannot
// concern. Without these guards one fact more would be one question more for everyone.
func TestGuardsKeepTheFullRoundShort(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	var counts []int
	count := func(name string, p engine.Profile) {
		n := len(askedOf(t, e, p))
		t.Logf("%-28s %d facts", name, n)
		counts = append(counts, n)
	}
	for i := 0; i < len(profiles.Presets()); i += testkit.Stride() {
		name := profiles.Presets()[i].Name
		p, err := profiles.Preset(name)
		require.NoError(t, err)
		count("preset:"+name, p)
	}
	cases := precedents(t)
	for i := 0; i < len(cases); i += testkit.Stride() {
		count("case:"+profiles.Cases()[i].Name, implied(cases[i]))
	}
	sum := 0
	for _, n := range counts {
		sum += n
	}
	t.Logf("mean %.1f of %d facts", float64(sum)/float64(len(counts)), len(rules.Core().Facts))
	require.LessOrEqual(t, float64(sum)/float64(len(counts)), 51.0)
	require.LessOrEqual(t, slices.Max(counts), 62)
}
