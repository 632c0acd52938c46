package layout_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/mattn/go-runewidth"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// requireMeasured holds that a text has the widths that the library gives it.
func requireMeasured(t require.TestingT, text string) {
	widest, narrow := runewidth.Condition{EastAsianWidth: true}, runewidth.Condition{}
	if n := widest.StringWidth(text); n != layout.TextWidth(text) || layout.HasFixedWidth(text) != (n == narrow.StringWidth(text)) {
		require.Equal(t, n, layout.TextWidth(text), "%q", text)
		require.Equal(t, n == narrow.StringWidth(text), layout.HasFixedWidth(text), "%q", text)
	}
}

func TestEveryCharacterIsMeasuredAsTheLibraryDoes(t *testing.T) {
	t.Parallel()
	for r := range unicode.MaxRune {
		if r < 0x3100 || r >= 0x4e00 && r < 0x4e10 || r >= 0x9ff0 && r < 0xa000 || r >= 0xfe00 && r < 0x10000 {
			requireMeasured(t, "a"+string(r)+"中")
		}
	}
}

func TestTextIsMeasuredAsTheLibraryDoes(t *testing.T) {
	t.Parallel()
	parts := []string{"a", " ", "中", "，", "“", "…", "é", "e\u0301", "\u200d", "👩", "🇫", "\ufe0f", "\x1b", "\n", "\r", "\xff", "각", "\u1100", "Ω"}
	testkit.Check(t, func(t *rapid.T) {
		requireMeasured(t, strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "parts"), ""))
	})
}

func TestSteadyWidth(t *testing.T) {
	t.Parallel()
	require.True(t, layout.HasFixedWidth("plain ASCII, 中文，字"))
	require.False(t, layout.HasFixedWidth("“quoted”"), "some terminals draw these marks two columns wide")
	require.False(t, layout.HasFixedWidth("Ω"))
}
