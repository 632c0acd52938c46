package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

// Once the outlook is settled, no way to answer the open facts changes the
// option, those asked in vain left aside.
func TestOutlookIsSafe(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Small)
		now := decide(t, e, profile)
		var final []string
		var open []*rules.Fact
		for _, f := range gen.Open(p, profile) {
			if rapid.Bool().Draw(t, "asked in vain") {
				final = append(final, f.ID)
			} else {
				open = append(open, f)
			}
		}
		out, err := e.Outlook(background, profile, final...)
		require.NoError(t, err)
		require.Equal(t, now.Option, out.Option)
		for _, r := range out.Rivals {
			require.GreaterOrEqual(t, r.Threat, 0.0)
		}
		for range 10 {
			full := profile
			for _, f := range open {
				if p.Read(texts(full)).Truth(f.AskedIf) != rules.True && len(final) > 0 {
					continue // would not be asked
				}
				full = gen.With(full, f.ID, gen.Answer(rapid.SampledFrom(gen.Answers(f)).Draw(t, "answer")))
			}
			then := decide(t, e, full)
			if out.Settled() {
				require.Equal(t, now.Option, then.Option)
				require.Equal(t, now.Stance, then.Stance)
			}
		}
	})
}

func texts(p engine.Profile) map[string]string {
	out := map[string]string{}
	for id, a := range p.Facts {
		out[id] = a.String()
	}
	return out
}

// With everything answered there is nothing left to change.
func TestOutlookOfACompleteProfile(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		for _, f := range gen.Open(p, profile) {
			profile = gen.With(profile, f.ID, gen.Answer(rapid.SampledFrom(gen.Answers(f)).Draw(t, "answer")))
		}
		out, err := e.Outlook(background, profile)
		require.NoError(t, err)
		require.Empty(t, out.Rivals)
		require.True(t, out.Settled())
		require.Zero(t, out.Threat())
	})
}

func TestOutlookOfNothing(t *testing.T) {
	t.Parallel()
	e := build(t, rules.Core())
	out, err := e.Outlook(background, engine.Profile{})
	require.NoError(t, err)
	require.Empty(t, out.Option)
	require.False(t, out.Settled())
	_, err = e.Outlook(background, engine.Profile{Facts: map[string]engine.Answer{"kidn": engine.Yes}})
	require.ErrorContains(t, err, "AJ301")
}
