//go:build !windows

package term_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/term"
)

// A pager gets the whole text. One that does not work leaves it to be shown; one that was
// left early, or by a signal, does not.
func TestRunPager(t *testing.T) { // not parallel: it changes how the process takes signals
	text := []byte(strings.Repeat("line\n", 100_000))
	run := func(command string) (string, error) {
		var out bytes.Buffer
		err := term.RunPager(command, os.Environ(), text, &out, &out)
		return out.String(), err
	}
	out, err := run("cat -u")
	require.NoError(t, err)
	require.Equal(t, string(text), out)
	for _, left := range []string{"head -n 1", "true", "exit 2", "exit 130", "kill -INT $$", "kill -TERM $$"} {
		_, err := run(left)
		require.NoError(t, err, left)
	}
	for _, broken := range []string{"", "  ", "no-such-pager-anywhere", "false", "exit 126"} {
		_, err := run(broken)
		require.ErrorIs(t, err, term.ErrNoPager, broken)
	}
}
