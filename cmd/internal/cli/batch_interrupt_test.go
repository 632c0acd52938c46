//go:build !windows

package cli_test

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
)

// Ctrl-C ends a batch that waits for more; what was decided is there, and it is told how
// to go on.
func TestBatchInterrupt(t *testing.T) {
	t.Parallel()
	cmd := exec.Command("ajar", "batch")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdin, err := cmd.StdinPipe() // open until the end
	require.NoError(t, err)
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	_, err = io.WriteString(stdin, "{}\n{}\n{}")
	require.NoError(t, err)
	lines := bufio.NewReader(stdout)
	for range 2 {
		_, err = lines.ReadString('\n') // at once, though there is no end yet
		require.NoError(t, err)
	}
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	rest, err := io.ReadAll(lines)
	require.NoError(t, err)
	require.Empty(t, rest)
	var exit *exec.ExitError
	require.ErrorAs(t, cmd.Wait(), &exit)
	require.Equal(t, cli.ExitInterrupted, exit.ExitCode())
	require.Contains(t, stderr.String(), "profiles done: 2; go on with --resume 2")
}
