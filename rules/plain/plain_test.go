package plain_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func TestCleanTextIsSafeAndShort(t *testing.T) {
	t.Parallel()
	require.Equal(t, `\x1b[31m\n\u202e模型`, plain.Clean("\x1b[31m\n\u202e模型"))
	testkit.Check(t, func(t *rapid.T) {
		s := plain.Clean(rapid.String().Draw(t, "text"))
		require.NotRegexp(t, `[\x00-\x1f\x7f-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}]`, s)
	})
	require.Equal(t, strings.Repeat("模", 200)+"...", plain.Clean(strings.Repeat("模", 201)))
	require.Equal(t, strings.Repeat("模", 200), plain.Clean(strings.Repeat("模", 200)))
}

func TestWhatIsInvisible(t *testing.T) {
	t.Parallel()
	for r := range rune(unicode.MaxRune) {
		if hidden := unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp); hidden != plain.Invisible(r) {
			require.Equal(t, hidden, plain.Invisible(r), "%U", r)
		}
	}
	require.Equal(t, "a\ufffd中", plain.Escape("a\xff中"), "what is no character is shown as one")
}
