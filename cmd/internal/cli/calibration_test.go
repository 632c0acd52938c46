package cli_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
)

// A result quotes how often its word was right, with the counts that come with the
// rules, in each language and in JSON.
func TestResultQuotesTheCalibration(t *testing.T) {
	t.Parallel()
	const name = "preset:model_startup"
	var doc struct {
		Settled     struct{ Stance engine.Robustness }
		Calibration report.WordRecord
	}
	require.NoError(t, json.Unmarshal([]byte(good(t, cli.Surroundings{}, "decide", name, "--format", "json")), &doc))
	c := profiles.CoreCalibration()
	for _, x := range c.WithPriorities.Stance {
		if x.Word == doc.Settled.Stance {
			require.Equal(t, report.WordRecord{Cases: c.Cases, Word: x.Word, Said: x.Said, Same: x.Same}, doc.Calibration)
		}
	}
	require.Positive(t, doc.Calibration.Said)
	for lang, phrase := range map[string]string{"en": "Of %d documented decisions", "zh": "在 %d 个有记录可查的决定中"} {
		md := good(t, cli.Surroundings{}, "decide", name, "--full", "--format", "md", "--lang", lang)
		require.Contains(t, md, fmt.Sprintf(phrase, c.Cases))
		require.Contains(t, md, report.RobustnessText(doc.Settled.Stance, lang))
	}
}

// The help on the method tells the counts of every word, and no name in braces is left.
func TestMethodTellsTheCalibration(t *testing.T) {
	t.Parallel()
	c := profiles.CoreCalibration()
	for lang, share := range map[string]string{"en": "%[2]d of %[1]d", "zh": "%d 次中 %d 次"} {
		got := help(t, "method", "--lang", lang, "--width", "200")
		require.NotContains(t, got, "{")
		require.Contains(t, got, fmt.Sprint(c.Cases))
		require.Contains(t, got, c.Rules.Version)
		lines := strings.Split(got, "\n")
		for _, counts := range []profiles.SettledCounts{c.WithPriorities, c.FactsOnly} {
			for i, x := range counts.Stance {
				word := report.RobustnessText(x.Word, lang)
				var want []string
				for _, n := range []profiles.WordCount{x, counts.Option[i]} {
					if n.Said > 0 {
						want = append(want, fmt.Sprintf(share, n.Said, n.Same))
					}
				}
				require.True(t, hasLine(lines, append(want, word)), "%s: %s %v", lang, word, want)
			}
		}
	}
}

// hasLine reports whether some line holds all parts.
func hasLine(lines, parts []string) bool {
	for _, line := range lines {
		all := true
		for _, p := range parts {
			all = all && strings.Contains(line, p)
		}
		if all {
			return true
		}
	}
	return false
}
