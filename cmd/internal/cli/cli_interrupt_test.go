//go:build !windows

package cli_test

import (
	"bufio"
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
)

// Ctrl-C ends a run that waits for standard input.
func TestInterrupt(t *testing.T) {
	t.Parallel()
	cmd := exec.Command("ajar", "decide", "-")
	cmd.Env = append(os.Environ(), "AJAR_LOG=debug")
	_, err := cmd.StdinPipe() // open until the end
	require.NoError(t, err)
	stderr, err := cmd.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	// The first line of the log says that the run has begun.
	_, err = bufio.NewReader(stderr).ReadString('\n')
	require.NoError(t, err)
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	var exit *exec.ExitError
	require.ErrorAs(t, cmd.Wait(), &exit)
	require.Equal(t, cli.ExitInterrupted, exit.ExitCode())
}
