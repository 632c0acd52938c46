package profiles_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

func TestPresetsAreComplete(t *testing.T) {
	t.Parallel()
	eng := coreEngine(t)
	require.GreaterOrEqual(t, len(profiles.Presets()), 8)
	stances := map[engine.Stance]bool{}
	for _, info := range profiles.Presets() {
		p, err := profiles.Preset(info.Name)
		require.NoError(t, err, info.Name)
		require.Equal(t, info.Name, p.Name, "the file is named like the profile in it")
		require.Equal(t, []string{"preset:" + info.Name}, p.Layers)
		require.GreaterOrEqual(t, len(p.Facts), 25, info.Name)
		require.GreaterOrEqual(t, len(p.Weights), 5, info.Name)
		rec, err := eng.Recommend(t.Context(), p)
		require.NoError(t, err, info.Name)
		require.Empty(t, rec.Inactive, "%s answers what does not apply to it", info.Name)
		for _, id := range rec.Unknown {
			_, answered := p.Facts[id]
			asked := rules.Core().Fact(id).AskedIf == nil // else an open guard may still switch it off
			require.True(t, answered || !asked, "answer %q in profiles/presets/%s.yaml; unknown is an answer", id, info.Name)
		}
		stances[rec.Stance] = true
	}
	require.Equal(t, map[engine.Stance]bool{engine.Open: true, engine.Mixed: true, engine.Closed: true}, stances,
		"typical situations do not all end alike")
}

func TestPresetsSpeakBothLanguages(t *testing.T) {
	t.Parallel()
	for _, info := range profiles.Presets() {
		for _, text := range []rules.Text{info.Title, info.About} {
			require.False(t, hasHan(text.In("en")), text.In("en"))
			require.True(t, hasHan(text.Own("zh")), text.Own("zh"))
		}
		src, err := profiles.PresetSource(info.Name)
		require.NoError(t, err)
		for line := range strings.Lines(string(src)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			code, remark, ok := strings.Cut(line, "  # ")
			require.Equal(t, ok, hasHan(remark), "a remark is in both languages: %s", line)
			require.False(t, hasHan(code) && !strings.Contains(code, "zh:"), line)
		}
	}
}

func hasHan(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0
}
