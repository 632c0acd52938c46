package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// attack is what a stranger might write into a profile.
const attack = "\x1b[31mred\x07\r\n# Title\n| a | b |\n<img src=x onerror=alert(1)> [link](javascript:alert(1)) `code` **bold** _it_ ~~gone~~ " +
	"\u202egnol\u2066 https://evil.example www.evil.example @team #1 $x$ &amp; \\| ![i](u) \u2028"

func attacked(t *testing.T) decision {
	e, err := toy()
	require.NoError(t, err)
	p := situations["none"]
	p.Name = attack
	p.Limits = []engine.Limit{{Exclude: []string{"private", "product"}, Because: attack}}
	p.Notes = map[string]engine.Note{"sold": {Text: attack, By: attack, Layer: attack, Sure: attack}}
	p.Rules = attack
	return recommend(t, e, p)
}

func TestStrangersTextCannotSteerTheTerminal(t *testing.T) {
	t.Parallel()
	for _, accessible := range []bool{false, true} {
		got := written(t, attacked(t), report.Text, report.Accessible(accessible))
		for _, bad := range []string{"\x1b", "\x07", "\r", "\u202e", "\u2066", "\u2028", "\n# Title"} {
			require.NotContains(t, got, bad)
		}
		require.Contains(t, got, `\x1b[31mred`)
	}
}

func TestStrangersTextIsNoMarkup(t *testing.T) {
	t.Parallel()
	got := written(t, attacked(t), report.Markdown)
	clean := written(t, decided(t, "none"), report.Markdown)
	require.Equal(t, strings.Count(clean, "\n#"), strings.Count(got, "\n#"), "no heading comes of it")
	for _, r := range testkit.MarkdownReaders() {
		html, err := r.Render(got)
		require.NoError(t, err)
		seen, err := testkit.SeeHTML(html)
		require.NoError(t, err, html)
		require.Empty(t, seen.Links)
		require.Empty(t, seen.FindReferences())
		for _, element := range []string{"img", "del", "em", "input", "comment"} {
			require.Zero(t, seen.Elements[element], element)
		}
		require.Contains(t, seen.Text, plain.Escape(attack), "it reads as it is")
	}
	require.Contains(t, got, "v_no_right", "ids stay as they are")
}

func TestStrangersTextStaysInItsString(t *testing.T) {
	t.Parallel()
	got := written(t, attacked(t), report.JSON)
	var doc struct {
		Profile report.Profile `json:"profile"`
	}
	require.NoError(t, json.Unmarshal([]byte(got), &doc))
	require.Equal(t, attack, doc.Profile.Name)
	for _, bad := range []string{"\x1b", "\u202e", "\u2066", "\u2028"} {
		require.NotContains(t, got, bad)
	}
}
