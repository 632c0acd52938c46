package cli_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/engine/report/layout"
)

// fits wants every line to be as narrow as asked, unless a single word is
// wider by itself.
func fits(t *testing.T, text string, width int, what string) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if strings.Contains(strings.TrimSpace(line), " ") {
			require.LessOrEqual(t, layout.TextWidth(line), width, "%s at %d: %q", what, width, line)
		}
	}
}

func TestHelpFitsEveryWidth(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "zh"} {
		for _, width := range []int{40, 80, 200} {
			w := strconv.Itoa(width)
			for _, name := range pages(t) {
				fits(t, help(t, name, "--lang", lang, "--width", w), width, name)
			}
			r := run(t, cli.Surroundings{}, "--lang", lang, "--width", w)
			fits(t, r.err, width, "short help")
			fits(t, good(t, cli.Surroundings{}, "explain", "--lang", lang, "--width", w), width, "index")
			fits(t, good(t, cli.Surroundings{}, "init", "--list", "--lang", lang, "--width", w), width, "presets")
		}
	}
}

// A narrow page says all that a wide one says.
func TestNarrowLosesNothing(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "zh"} {
		for _, name := range pages(t) {
			wide := strings.Join(strings.Fields(help(t, name, "--lang", lang, "--width", "200")), "")
			narrow := strings.Join(strings.Fields(help(t, name, "--lang", lang, "--width", "40")), "")
			require.Equal(t, wide, narrow, name)
		}
	}
}

func TestAccessibleHasNoColumns(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "zh"} {
		out := good(t, cli.Surroundings{Env: []string{"ACCESSIBLE=1"}}, "explain", "hosting_rivals", "--lang", lang)
		for line := range strings.Lines(out) {
			require.NotContains(t, strings.TrimSpace(line), "  ")
		}
	}
}
