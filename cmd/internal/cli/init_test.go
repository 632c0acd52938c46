package cli_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/lang"
)

// A form that starts from a preset says what the preset says.
func TestFormFromAPresetGivesItsVerdict(t *testing.T) {
	t.Parallel()
	for _, preset := range presets() {
		for _, code := range lang.All() {
			form := good(t, cli.Surroundings{}, "init", "--preset", preset, "--lang", code)
			mine := good(t, cli.Surroundings{Stdin: strings.NewReader(form)}, "decide", "-", "--format", "json")
			require.Equal(t, verdict(t, decide(t, preset, "en")), verdict(t, mine), preset)
		}
	}
}

// verdict takes out of a result what does not depend on names and layers.
func verdict(t *testing.T, result string) map[string]any {
	t.Helper()
	var all map[string]any
	require.NoError(t, json.Unmarshal([]byte(result), &all))
	out := map[string]any{}
	for _, key := range []string{"stance", "option", "split", "settled", "score", "options", "dimensions", "priorities", "not_stated", "unknown"} {
		out[key] = all[key]
	}
	return out
}

// The form asks everything that the pack can hear, each once.
func TestFormAsksEverything(t *testing.T) {
	t.Parallel()
	form := good(t, cli.Surroundings{}, "init")
	pack := rules.Core()
	for i := range pack.Facts {
		require.Equal(t, 1, strings.Count(form, "\n#  "+pack.Facts[i].ID+": unknown\n"), pack.Facts[i].ID)
		for _, v := range pack.Facts[i].Values {
			require.Contains(t, form, "  #   "+v.ID+": ")
		}
	}
	for i := range pack.Priorities {
		require.Equal(t, 1, strings.Count(form, "\n#  "+pack.Priorities[i].ID+": 5\n"))
	}
	fits(t, form, 80, "form")
}

// Switched on as a whole, the form answers everything, with what stands there.
func TestFormTakesItsOwnValues(t *testing.T) {
	t.Parallel()
	form := good(t, cli.Surroundings{}, "init")
	form = regexp.MustCompile(`(?m)^#(  [a-z_]+: )`).ReplaceAllString(form, "$1")
	out := good(t, cli.Surroundings{Stdin: strings.NewReader(form)}, "decide", "-", "--format", "json")
	require.Contains(t, out, `"not_stated": []`)
}
