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
	for _, info := range profiles.Presets() {
		p, err := profiles.Preset(info.Name)
		require.NoError(t, err)
		count("preset:"+info.Name, p)
	}
	for i, p := range precedents(t) {
		count("case:"+profiles.Cases()[i].Name, implied(p))
	}
	sum := 0
	for _, n := range counts {
		sum += n
	}
	t.Logf("mean %.1f of %d facts", float64(sum)/float64(len(counts)), len(rules.Core().Facts))
	require.LessOrEqual(t, float64(sum)/float64(len(counts)), 51.0)
	require.LessOrEqual(t, slices.Max(counts), 62)
}
