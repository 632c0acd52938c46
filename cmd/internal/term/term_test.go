package term_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/term"
)

func TestColor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, mode string
		env        map[string]string
		terminal   bool
		want       bool
	}{
		{name: "terminal", mode: "auto", terminal: true, want: true},
		{name: "pipe", mode: "auto"},
		{name: "NO_COLOR", mode: "auto", env: map[string]string{"NO_COLOR": "1"}, terminal: true},
		{name: "empty NO_COLOR says nothing", mode: "auto", env: map[string]string{"NO_COLOR": ""}, terminal: true, want: true},
		{name: "dumb terminal", mode: "auto", env: map[string]string{"TERM": "dumb"}, terminal: true},
		{name: "never", mode: "never", terminal: true},
		{name: "always in a pipe", mode: "always", want: true},
		{name: "always over NO_COLOR", mode: "always", env: map[string]string{"NO_COLOR": "1"}, want: true},
		{name: "forced in a pipe", mode: "auto", env: map[string]string{"CLICOLOR_FORCE": "1"}, want: true},
		{name: "forced by 0 is not forced", mode: "auto", env: map[string]string{"CLICOLOR_FORCE": "0"}},
		{name: "NO_COLOR over forced", mode: "auto", env: map[string]string{"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, term.UseColor(c.mode, func(k string) string { return c.env[k] }, c.terminal))
		})
	}
}

func TestWidthOfWhatIsNoTerminal(t *testing.T) {
	t.Parallel()
	f, err := os.CreateTemp(t.TempDir(), "")
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	require.False(t, term.IsTerminal(f))
	require.Equal(t, 80, term.Width(0, f))
	require.Equal(t, 80, term.Width(0, &strings.Builder{}))
	require.Equal(t, 40, term.Width(40, f))
}
