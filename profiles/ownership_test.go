package profiles_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit/scribble"
)

// Every profile that is read and every list that is given is its caller's own.
func TestWhatIsReadIsOnesOwnAtOnce(t *testing.T) {
	t.Parallel()
	var text bytes.Buffer
	require.NoError(t, profiles.Write(&text, written, profiles.YAML))
	older := []byte(olderFiles[profiles.YAML][0])
	other := written.Clone()
	other.Facts = map[string]engine.Answer{"kind": engine.Value("software")}
	given := []any{written, other, older}
	before := scribble.Describe(given)
	read := func(text string, opts ...profiles.LoadOption) any {
		p, err := profiles.Read(strings.NewReader(text), "x", profiles.YAML, opts...)
		if err != nil {
			panic(err)
		}
		return &p
	}
	scribble.RequireOwn(t, map[string]func() any{
		"Read": func() any { return read(text.String()) },
		"Read of layers": func() any {
			return read("extends: [preset:model_startup]\n", profiles.WithAssignments("kind=both", "adoption_reach=4..7"))
		},
		"Preset":          func() any { p := must(profiles.Preset("model_startup")); return &p },
		"Case":            func() any { p := must(profiles.Case("akka_2022")); return &p },
		"Presets":         func() any { return profiles.Presets() },
		"Cases":           func() any { return profiles.Cases() },
		"PresetSource":    func() any { return must(profiles.PresetSource("model_startup")) },
		"CoreCalibration": func() any { c := profiles.CoreCalibration(); return &c },
		"FindPrecedents":  func() any { return profiles.FindPrecedents(written) },
		"Compare":         func() any { return profiles.Compare(written, other) },
		"Migrate":         func() any { return must(profiles.Migrate(older, profiles.YAML)) },
		"Edit": func() any {
			return must(profiles.Edit(older, []profiles.FileChange{profiles.SetFact("kind", engine.Value("both"), engine.Note{})}))
		},
	})
	require.Equal(t, before, scribble.Describe(given), "what was given stays as it was")
}

// The core pack is shared. Whoever decides a profile that was read writes to none of it.
func TestWhatIsDecidedIsOnesOwnAtOnce(t *testing.T) {
	t.Parallel()
	before := scribble.Describe(rules.Core())
	scribble.RequireOwn(t, map[string]func() any{
		"New, Preset and Recommend": func() any {
			return must(must(engine.New(rules.Core())).Recommend(context.Background(), must(profiles.Preset("model_startup"))))
		},
	})
	require.Equal(t, before, scribble.Describe(rules.Core()))
}

// must gives a result that is known to come.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
