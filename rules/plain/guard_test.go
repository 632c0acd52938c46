package plain_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func TestNothingThatLeavesIsACommand(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"::error::a\n":                  `:\u003aerror::a` + "\n",
		"a\n  \u00a0::error::a":         "a\n  \u00a0" + `:\u003aerror::a`,
		"a ::error::b, C++::std::c":     "a ::error::b, C++::std::c",
		": :a\n:a:\n :\n:":              ": :a\n:a:\n :\n:",
		":\ufe0f:a":                     ":\ufe0f" + `\u003aa`,
		"##vso[a]b":                     `##vso\u005ba]b`,
		"###[a]b ##a#[c] #[d] ## [e] ]": `###\u005ba]b ##a#[c] #[d] ## [e] ]`,
		"##\u034fteam\ufe0fcity[a":      "##\u034fteam\ufe0fcity" + `\u005ba`,
		"a\x1b[1m\r\u0085\u202e\u2028b": `a\u001b[1m\u000d\u0085\u202e\u2028b`,
		"\U000e0041\tb\xffc\xe4\xb8":    `\udb40\udc41` + "\tb\ufffdc",
		"# Title\n## Part, see #12 中::": "# Title\n## Part, see #12 中::",
		"--- a\n+++\tb\n~~~ c\n^^^ +++": `---\u0020a` + "\n" + `+++\u0009b` + "\n" + `~~~\u0020c` + "\n" + `^^^\u0020+++`,
		"---\n----  a\n---a\n -- b\n --- c\na --- d\n-- - e\n-+- f\n- g\n| --- |": "---\n----  a\n---a\n -- b\n --- c\na --- d\n-- - e\n-+- f\n- g\n| --- |",
		"\u200b::a\n\ufeff::a": `\u200b::a` + "\n" + `\ufeff::a`,
	} {
		got := string(plain.Guarded([]byte(text)))
		require.Equal(t, want, got)
		require.Empty(t, testkit.CommandsIn(got, nil))
	}
	for _, text := range testkit.CommandsToRunners() {
		wrapped := strings.ReplaceAll(text, " ::", "\n::")
		require.NotEmpty(t, testkit.CommandsIn(wrapped, nil), "what guards are tested with is dangerous: %q", text)
	}
}

func TestTheProgramMayUseItsOwnSequences(t *testing.T) {
	t.Parallel()
	keep := []string{"\x1b[1m", "\x1b[0m", "::notice "}
	for text, want := range map[string]string{
		"\x1b[1mbold\x1b[0m\x1b[31m": "\x1b[1mbold\x1b[0m" + `\u001b[31m`,
		"\x1b[1m::error::a":          "\x1b[1m" + `:\u003aerror::a`,
		"a\r\n::error::a\rb":         `a\u000d` + "\n" + `:\u003aerror::a\u000db`,
		"::notice a::b\n":            "::notice a::b\n",
		"::notice a::b ##[c]":        `::notice a::b ##\u005bc]`,
		":::notice a::b":             `:\u003a:notice a::b`,
		"\x1b[1m--- a\n+++ b":        "\x1b[1m" + `---\u0020a` + "\n" + `+++\u0020b`,
	} {
		require.Equal(t, want, string(plain.Guarded([]byte(text), keep...)))
	}
}

// bits are what commands are made of.
var bits = rapid.SampledFrom([]string{":", "::", "#", "##", "---", "+++", "~~~", "^^^", "-", "[", "vso", "a", " ", "\t", "\u3000", "\n", "\r", "\x1b", "[1m", "\u034f", "\ufe0f", "\u200b", "中", "\xe4", "\xff", "]"})

func TestGuardsAgreeHoweverTextComes(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(bits).Draw(t, "bits"), "")
		whole := plain.Guarded([]byte(text))
		require.Empty(t, testkit.CommandsIn(string(whole), nil))
		require.True(t, utf8.Valid(whole))
		require.Equal(t, string(whole), string(plain.Guarded(whole)), "once is enough")
		var parts bytes.Buffer
		g := plain.NewGuard(&parts)
		for i, j := 0, 0; i < len(text); i = j {
			j = rapid.IntRange(i+1, len(text)).Draw(t, "end")
			n, err := g.Write([]byte(text[i:j]))
			require.NoError(t, err)
			require.Equal(t, j-i, n)
		}
		require.Equal(t, string(whole), parts.String())
	})
}

func TestWhatLeavesAsJSONSaysTheSame(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		text := strings.ToValidUTF8(strings.Join(rapid.SliceOf(bits).Draw(t, "bits"), ""), "")
		data, err := plain.EncodeJSON(map[string]string{text: text})
		require.NoError(t, err)
		require.Empty(t, testkit.CommandsIn(string(data), nil))
		var back map[string]string
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, map[string]string{text: text}, back)
		require.Equal(t, string(data), string(plain.Guarded(data)))
	})
}
